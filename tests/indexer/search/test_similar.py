"""More like this: what is near, what is left out, and why an article is there."""

from dataclasses import replace

import pytest

from indexer.deadline import deadline
from indexer.engine import open_engine
from indexer.errors import DeadlineError
from indexer.identity import name_key, passage_ids, person_id
from indexer.model import ArchiveTables, Document, Name, Passage, Person
from indexer.search import similar
from indexer.search.similar import MOST_READ, WORDS_SHOWN
from indexer.search.telling import MOST_WORDS, READ, telling_words

WRECK = "The ferry Aldis ran aground on the Kestrel reef, and its lamps went out at once."
RESCUE = "Divers from Garn brought eleven sailors of the ferry ashore before the storm came."
ELECTION = "Voters in Garn chose a mayor, and the ballots of two wards were counted again."


def article(id, title, *texts, persons=(), language="en"):
    passages = tuple(map(Passage, passage_ids(texts), texts))
    names = tuple(Name(name_key(name), name) for name in persons)
    return Document(id, id, f"{id}.txt", title, passages, names=names, language=language)


ARTICLES = (
    article("wreck", "Ferry aground", WRECK, RESCUE, persons=("Ilka Torvald", "Nils Hask")),
    article("copy", "A ferry, a reef", WRECK, RESCUE, "More soon."),
    article(
        "inquiry", "Inquiry into the ferry", "Why the Aldis ran onto the Kestrel reef is asked."
    ),
    article(
        "inquiry-2", "Inquiry into the ferry", "Why the Aldis ran onto the Kestrel reef is asked."
    ),
    article("sailors", "Sailors thank divers", "The sailors thanked the divers of the Aldis."),
    article(
        "captain", "The captain", "Ilka Torvald met divers.", persons=("Ilka Torvald", "Nils Hask")
    ),
    article("guild", "The guild", "Omar Vosk met divers.", persons=("Omar Vosk",)),
    article("naufrage", "Le naufrage", "Le ferry Aldis a coulé au récif Kestrel.", language="fr"),
    article("election", "A new mayor", ELECTION),
    article("bread", "Bread", "Flour was dear this spring."),
    article("bare", "", ""),
    article("title-only", "Ferry Aldis on the Kestrel reef"),
)


def write(folder, documents):
    engine = open_engine(str(folder))
    persons = tuple(
        Person(person_id(name), name, documents=2, hidden=name == "Nils Hask")
        for name in ("Ilka Torvald", "Nils Hask", "Omar Vosk")
    )
    with engine.writer() as writer:
        for document in documents:
            writer.put(document, "original", document.id)
        writer.set_tables(ArchiveTables(persons, {name_key(one.name): one.id for one in persons}))
        writer.publish()
    return engine.searcher()


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return write(tmp_path_factory.mktemp("similar") / "index", ARTICLES)


def near(archive, id, limit=20):
    return {one.document.id: one for one in similar(archive, archive.document(id), limit)}


def test_the_nearest_come_first_and_what_is_of_something_else_does_not_come(archive):
    found = near(archive, "wreck")
    assert "bread" not in found
    assert next(iter(found)) == "title-only"
    scores = [one.score for one in found.values()]
    assert scores == sorted(scores, reverse=True)


def test_no_more_come_than_are_asked_for(archive):
    assert len(near(archive, "wreck", 2)) == 2
    assert similar(archive, archive.document("wreck"), 0) == ()


def test_an_article_and_its_copies_are_not_like_it(archive):
    assert near(archive, "wreck").keys().isdisjoint({"wreck", "copy"})
    assert near(archive, "copy").keys().isdisjoint({"wreck", "copy"})


def test_of_several_copies_of_another_story_one_is_there(archive):
    assert len(near(archive, "wreck").keys() & {"inquiry", "inquiry-2"}) == 1


def test_the_same_short_text_under_the_same_title_is_a_copy(tmp_path):
    short = article("a", "Storm over Garn", "Boats stay in.")
    told = (short, replace(short, id="b"), article("c", "Storm over Garn", "Boats go out."))
    searcher = write(tmp_path / "index", told)
    assert list(near(searcher, "a")) == ["c"]


def test_a_person_named_in_both_raises_an_article(archive):
    found = near(archive, "wreck")
    assert [one.name for one in found["captain"].persons] == ["Ilka Torvald"]
    assert "guild" not in found  # one word in common, and nobody
    without = replace(archive.document("wreck"), names=())
    plain = {one.document.id for one in similar(archive, without, 20)}
    assert "sailors" in plain


def test_a_person_in_common_makes_the_score_larger(archive):
    wreck = archive.document("wreck")
    without = replace(wreck, names=())
    with_person = {one.document.id: one.score for one in similar(archive, wreck, 20)}
    plain = {one.document.id: one.score for one in similar(archive, without, 20)}
    assert with_person["captain"] > plain.get("captain", 0)
    assert with_person["sailors"] == plain["sailors"]


def test_a_hidden_person_is_not_in_common(archive):
    named = {person.id for one in near(archive, "wreck").values() for person in one.persons}
    assert named == {"ilka-torvald"}


def test_the_words_in_common_are_printed_as_the_article_prints_them(archive):
    inquiry = next(one for id, one in near(archive, "wreck").items() if id.startswith("inquiry"))
    assert {"Aldis", "Kestrel", "reef"} <= set(inquiry.words)
    assert len(inquiry.words) <= WORDS_SHOWN
    assert "Divers" not in inquiry.words


def test_words_of_a_name_in_common_are_not_told_again(archive):
    assert not {"Ilka", "Torvald"} & set(near(archive, "captain")["wreck"].words)


def test_an_article_in_another_language_is_near_by_the_words_of_both(archive):
    found = near(archive, "wreck")["naufrage"]
    assert {"Aldis", "Kestrel"} <= set(found.words)
    assert "wreck" in near(archive, "naufrage") or "copy" in near(archive, "naufrage")


def test_an_article_without_words_is_like_none(archive):
    assert similar(archive, archive.document("bare")) == ()


def test_an_article_that_is_a_title_only_is_near_by_it(archive):
    assert "inquiry" in near(archive, "title-only") or "inquiry-2" in near(archive, "title-only")


def test_in_an_archive_of_one_article_nothing_is_like_it(tmp_path):
    searcher = write(tmp_path / "index", ARTICLES[:1])
    assert similar(searcher, ARTICLES[0]) == ()


def test_an_article_with_more_copies_than_a_window_still_has_its_nearest(tmp_path):
    copies = [article(f"copy-{n:02}", f"Ferry {n}", WRECK, RESCUE) for n in range(45)]
    searcher = write(tmp_path / "index", [*ARTICLES, *copies])
    assert near(searcher, "wreck", 3).keys().isdisjoint({one.id for one in copies})
    assert len(near(searcher, "wreck", 3)) == 3


def test_copies_without_end_are_not_read_without_end(tmp_path):
    copies = [article(f"copy-{n:03}", "Ferry aground", WRECK, RESCUE) for n in range(MOST_READ + 9)]
    searcher = write(tmp_path / "index", [*copies, ARTICLES[2]])
    assert similar(searcher, copies[0]) == ()


def test_the_rarest_and_most_frequent_words_tell_and_small_words_do_not(archive):
    words = telling_words(archive, archive.document("wreck"))
    assert {"aground", "ferry"} <= {word.text for word in words[:4]}
    assert not {"the", "and", "its", "on"} & {word.text.lower() for word in words}
    assert all(word.weight >= 1 for word in words)


def test_of_a_long_article_so_much_is_read_and_so_many_words_count(archive):
    texts = [f"{' '.join(f'word{n}x{k}' for k in range(40))}." for n in range(READ // 100)]
    long = article("long", "Ferry", *texts, f"{WRECK} zanzibar")
    words = telling_words(archive, long)
    assert len(words) == MOST_WORDS
    assert all("zanzibar" not in word.leaf.terms for word in words)


def test_a_document_that_is_one_word_of_a_million_letters_is_like_none(archive):
    assert similar(archive, article("x", "", "a" * 1_000_000)) == ()


def test_the_work_is_bounded_by_the_deadline(tmp_path):
    searcher = write(tmp_path / "index", ARTICLES)
    with deadline(-1), pytest.raises(DeadlineError):
        similar(searcher, ARTICLES[0])
