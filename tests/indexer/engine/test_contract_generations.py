"""What every engine does, in sentences: generations, the one writer, what is forgotten."""

import os
import threading

import pytest

from indexer.errors import LockedError, NoIndexError
from indexer.model import ArchiveTables, MatchRequest, Person


def ids_in(searcher):
    return sorted(searcher.stream(MatchRequest()))


@pytest.fixture
def put(engine, article):
    """Publishes documents of these ids; gives the generation's name."""

    def put(*ids, title="x", from_scratch=False):
        with engine.writer(from_scratch=from_scratch) as writer:
            for id_ in ids:
                writer.put(article(id_, title), f"original {title}", f"{id_} {title}")
            return writer.publish()

    return put


def test_where_nothing_was_published_there_is_no_index(engine):
    assert engine.current() is None
    with pytest.raises(NoIndexError, match="build one with: pressmark index"):
        engine.searcher()
    with pytest.raises(NoIndexError):
        engine.check()


def test_a_published_generation_is_the_current_one(engine, put):
    name = put("a")
    assert engine.current() == name == engine.searcher().generation


def test_an_archive_without_documents_can_be_published(engine, put):
    put()
    assert ids_in(engine.searcher()) == []
    assert engine.check(deep=True) == ()


def test_nothing_is_seen_before_it_is_published(engine, put, article):
    first = put("a")
    with engine.writer() as writer:
        writer.put(article("b", "x"), "", "b")
        writer.delete("a")
        assert engine.current() == first
        assert ids_in(engine.searcher()) == ["a"]


def test_leaving_without_publishing_abandons_the_changes(engine, put, article):
    put("a")
    with engine.writer() as writer:
        writer.put(article("b", "x"), "", "b")
    with pytest.raises(ValueError, match="no date"), engine.writer() as writer:
        writer.put(article("b", "x", date="soon"), "", "b")
    assert ids_in(engine.searcher()) == ["a"]
    put("c")
    assert ids_in(engine.searcher()) == ["a", "c"]


def test_readers_keep_the_old_archive_while_newer_ones_are_published(engine, put):
    put("a", title="first")
    old = engine.searcher()
    put("b")
    put("a", title="second")
    for n in range(4):
        put(f"more{n}")
    new = engine.searcher()
    assert ids_in(old) == ["a"]
    assert old.document("a").title == "first"
    assert old.original("a") == "original first"
    assert [count.word for count in old.vocabulary()] == ["first"]
    assert ids_in(new) == ["a", "b", "more0", "more1", "more2", "more3"]
    assert new.document("a").title == "second"
    assert new.original("a") == "original second"
    old.close()
    assert ids_in(new) == ["a", "b", "more0", "more1", "more2", "more3"]


def test_of_two_puts_of_one_id_the_last_wins(engine, article):
    with engine.writer() as writer:
        writer.put(article("a", "first"), "1", "p1")
        writer.put(article("a", "second"), "2", "p2")
        writer.publish()
    searcher = engine.searcher()
    assert (searcher.document("a").title, searcher.original("a")) == ("second", "2")
    assert searcher.match(MatchRequest()).total == 1
    with engine.writer() as writer:
        assert writer.held() == {"a": "p2"}
        writer.delete("a")
        writer.put(article("a", "third"), "3", "p3")
        writer.put(article("b", "x"), "", "b")
        writer.delete("b")
        writer.delete("never there")
        writer.publish()
    assert ids_in(engine.searcher()) == ["a"]
    assert engine.searcher().document("a").title == "third"


def test_held_is_what_the_published_generation_holds(engine, put, article):
    with engine.writer() as writer:
        assert writer.held() == {}
    put("a", "b")
    with engine.writer() as writer:
        writer.put(article("c", "x"), "", "c")
        writer.delete("a")
        assert writer.held() == {"a": "a x", "b": "b x"}
        writer.publish()
    with engine.writer() as writer:
        assert writer.held() == {"b": "b x", "c": "c"}


def test_from_scratch_holds_nothing_and_publishes_only_what_is_put(engine, put, article):
    put("a", "b")
    with engine.writer() as writer:
        writer.set_tables(ArchiveTables(persons=(Person("p", "P"),)))
        writer.publish()
    with engine.writer(from_scratch=True) as writer:
        assert writer.held() == {}
        writer.put(article("c", "x"), "", "c")
        writer.publish()
    assert ids_in(engine.searcher()) == ["c"]
    assert engine.searcher().persons() == ()


def test_publishing_without_a_change_makes_no_generation(engine, put):
    name = put("a")
    tables = ArchiveTables(persons=(Person("p", "P"),))
    with engine.writer() as writer:
        assert writer.publish() == name
    with engine.writer() as writer:
        writer.set_tables(ArchiveTables())
        writer.delete("never there")
        assert writer.publish() == name
    with engine.writer() as writer:
        writer.set_tables(tables)
        changed = writer.publish()
    with engine.writer() as writer:
        writer.set_tables(tables)
        assert writer.publish() == changed != name
    assert engine.current() == changed


def test_tables_stay_until_they_are_replaced(engine, put):
    with engine.writer() as writer:
        writer.set_tables(ArchiveTables(persons=(Person("p", "P"),)))
        writer.publish()
    put("a")
    assert engine.searcher().person("p") == Person("p", "P")


def test_a_writer_that_has_published_or_is_closed_is_not_used_again(engine, article):
    with engine.writer() as writer:
        writer.publish()
        with pytest.raises(RuntimeError, match="published"):
            writer.put(article("a", "x"), "", "")
    with engine.writer() as writer:
        pass
    with pytest.raises(RuntimeError, match="closed"):
        writer.publish()


def test_there_is_one_writer_and_the_second_hears_who_it_is(engine):
    with engine.writer(), pytest.raises(LockedError, match=rf"process {os.getpid()} on .+ since 2"):
        engine.writer()
    with engine.writer() as writer:
        writer.publish()


@pytest.mark.parametrize(
    ("id_", "fingerprint", "date"),
    [
        ("", "p", None),
        ("a\0", "p", None),
        ("x" * 300, "p", None),
        ("a", "\0", None),
        ("a", "p", "2"),
    ],
)
def test_what_cannot_be_stored_is_an_error_that_changes_nothing(
    engine, article, id_, fingerprint, date
):
    with engine.writer() as writer:
        writer.put(article("a", "x"), "", "print")
        with pytest.raises(ValueError, match=r"id|date"):
            writer.put(article(id_, "y", date=date), "", fingerprint)
        writer.publish()
    assert ids_in(engine.searcher()) == ["a"]
    assert engine.check(deep=True) == ()


def test_a_deleted_document_can_be_forgotten(engine, put, article):
    put("a", "b", "c")
    with engine.writer() as writer:
        writer.delete("b")
        writer.publish()
    engine.forget(["b", "never there"])
    searcher = engine.searcher()
    assert ids_in(searcher) == ["a", "c"]
    assert engine.check(deep=True) == ()
    engine.forget(["a"])
    assert ids_in(engine.searcher()) == ["a", "c"]


def test_where_there_is_no_index_nothing_is_forgotten(engine):
    engine.forget(["a"])
    assert engine.current() is None


def test_no_answer_is_wrong_while_generations_are_published(engine, article):
    # Every generation holds n documents that all say n: whoever reads must see one number.
    def publish(number):
        with engine.writer() as writer:
            for place in range(number):
                writer.put(article(f"d{place}", f"word{number}"), "", f"{number}")
            writer.publish()

    publish(1)
    wrong, done = [], threading.Event()

    def read():
        while not done.is_set():
            searcher = engine.searcher()
            number = searcher.match(MatchRequest()).total
            words = [(count.word, count.documents) for count in searcher.vocabulary()]
            if words != [(f"word{number}", number)]:
                wrong.append((number, words))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(2, 22):
        publish(number)
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []


def test_a_searcher_is_shared_by_threads(engine, article, leaf):
    words = [f"w{n}" for n in range(40)]
    with engine.writer() as writer:
        for n in range(200):
            text = " ".join(word for k, word in enumerate(words) if n % (k + 2) == 0)
            writer.put(article(f"d{n}", text), text, "print")
        writer.publish()
    expected = {word: sum(n % (k + 2) == 0 for n in range(200)) for k, word in enumerate(words)}
    searcher = engine.searcher()
    wrong = []

    def ask(seed):
        for k in range(80):
            word = words[(seed * 7 + k) % len(words)]
            total = searcher.match(MatchRequest(tree=leaf.exact(word), limit=3)).total
            counts = {count.word: count.documents for count in searcher.expand_prefix(word)}
            original = searcher.original(f"d{k}")
            title = searcher.document(f"d{k}").title
            if (total, counts[word], original) != (expected[word], expected[word], title):
                wrong.append(word)

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
