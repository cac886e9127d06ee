from pathlib import Path

from indexer.facts import Double, FactsStore, Move, Source
from indexer.model import RawDocument

RAW = RawDocument("x", "x", "x", "text", "", "hash")
A = Path("/archive/a")
B = Path("/archive/b")


def ids(store):
    return [wanted.id for wanted in store.presence.wanted()]


def test_what_is_read_belongs_in_the_index(store, read, one):
    read(A, one("b.txt"), one("a.txt"))
    assert ids(store) == ["a.txt", "b.txt"]
    assert store.presence.doubles() == ()


def test_what_was_read_under_another_source_stays(store, read, one):
    read(A, one("a.txt"))
    store.presence.settle()
    read(B, one("b.txt"))
    assert ids(store) == ["a.txt", "b.txt"]


def test_what_is_not_found_any_more_under_its_source_belongs_no_more(store, read, one):
    read(A, one("a.txt"), one("b.txt"))
    store.presence.settle()
    read(A, one("b.txt"))
    assert ids(store) == ["b.txt"]
    assert store.presence.not_present(["a.txt"]) == []
    store.presence.settle()
    assert store.presence.not_present(["a.txt"]) == ["a.txt"]
    assert store.find(RAW, "base of a.txt", []) is None
    assert store.find(RAW, "base of b.txt", []) is not None


def test_a_run_that_does_not_settle_changes_nothing(path, one):
    with FactsStore(path) as store:
        store.presence.remember([Source(A, "a")])
        store.presence.begin([A])
        raw, fact = one("a.txt")
        store.keep(fact)
        store.presence.found(A, 0, raw, fact.key)
        store.presence.settle()
        store.commit()
        store.presence.begin([A])
        store.presence.decide()
        assert ids(store) == []
    with FactsStore(path) as store:
        store.presence.begin([])
        store.presence.decide()
        assert ids(store) == ["a.txt"]


def test_of_two_inputs_of_one_id_in_a_source_the_first_counts(store, read, one):
    first, second = one("x"), one("x", bytes_="other")
    read(A, first, second)
    assert ids(store) == ["x"]
    assert store.presence.doubles() == (Double("x", "x", str(A), "x", str(A)),)


def test_of_two_sources_the_first_by_path_counts_in_whatever_order_they_are_read(store, read, one):
    read(B, one("x", bytes_="in b"))
    store.presence.settle()
    read(A, one("x", bytes_="in a"))
    assert [wanted.source for wanted in store.presence.wanted()] == [str(A)]
    assert store.presence.doubles() == (Double("x", "x", str(B), "x", str(A)),)
    store.presence.settle()
    read(B, one("x", bytes_="in b"))
    assert [wanted.source for wanted in store.presence.wanted()] == [str(A)]


def test_when_the_first_goes_the_second_takes_its_place(store, read, one):
    read(B, one("x", bytes_="in b"))
    store.presence.settle()
    read(A, one("x", bytes_="in a"), one("y"))
    store.presence.settle()
    read(A, one("y"))
    assert [(w.id, w.source) for w in store.presence.wanted()] == [("x", str(B)), ("y", str(A))]


def test_a_source_that_is_missing_keeps_its_documents_but_loses_to_one_that_is_there(
    store, read, one
):
    read(A, one("x"), one("y"))
    store.presence.settle()
    read(B, one("x"), missing=(A,))
    assert [(w.id, w.source) for w in store.presence.wanted()] == [("x", str(B)), ("y", str(A))]
    assert store.presence.doubles() == ()
    assert store.presence.taken_over() == ()


def test_a_missing_source_all_of_which_is_read_elsewhere_is_forgotten(store, read, one):
    read(A, one("x"))
    store.presence.settle()
    read(B, one("x"), one("z"), missing=(A,))
    assert [source.path for source in store.presence.taken_over()] == [A]
    store.presence.settle()
    assert [source.path for source in store.presence.sources()] == [B]
    store.presence.begin([])
    store.presence.decide()
    assert ids(store) == ["x", "z"]


def test_a_source_that_is_read_as_a_part_of_another_is_forgotten(store, read, one):
    inner = A / "inner"
    read(inner, one("x"))
    store.presence.settle()
    store.presence.remember([Source(A, "a")])
    store.presence.begin([A], inner=[inner])
    raw, fact = one("inner-x")
    store.keep(fact)
    store.presence.found(A, 0, raw, fact.key)
    store.presence.decide()
    assert ids(store) == ["inner-x"]
    store.presence.settle()
    assert [source.path for source in store.presence.sources()] == [A]


def test_a_file_that_vanished_where_one_of_the_same_bytes_appeared_has_moved(store, read, one):
    read(A, one("old/a.txt", bytes_="same"), one("b.txt"))
    store.presence.settle()
    read(A, one("new/a.txt", bytes_="same"), one("b.txt"), one("c.txt"))
    assert store.presence.moves() == (Move("old/a.txt", "new/a.txt"),)


def test_twins_that_move_together_have_moved_in_order_and_others_are_not_guessed(store, read, one):
    read(A, one("1/a.txt", bytes_="same"), one("1/b.txt", bytes_="same"))
    store.presence.settle()
    read(A, one("2/a.txt", bytes_="same"), one("2/b.txt", bytes_="same"))
    assert store.presence.moves() == (Move("1/a.txt", "2/a.txt"), Move("1/b.txt", "2/b.txt"))
    store.presence.settle()
    read(A, one("3/a.txt", bytes_="same"))
    assert store.presence.moves() == ()


def test_a_copy_is_no_move(store, read, one):
    read(A, one("a.txt", bytes_="same"))
    store.presence.settle()
    read(A, one("a.txt", bytes_="same"), one("b.txt", bytes_="same"))
    assert store.presence.moves() == ()


def test_a_sweep_also_takes_facts_that_a_broken_run_left(store, read, one, fact):
    store.keep(fact("left.txt", "One."))
    read(A, one("a.txt"))
    store.presence.settle()
    assert store.find(RAW, "base of left.txt", []) is not None
    read(A, one("a.txt"))
    store.presence.settle(sweep=True)
    assert store.find(RAW, "base of left.txt", []) is None
    assert store.find(RAW, "base of a.txt", []) is not None


def test_sources_are_remembered_as_they_were_given(path):
    source = Source(A, "./a", no_clean=True, corrected=True)
    with FactsStore(path) as store:
        store.presence.remember([source, Source(B, "b")])
        store.presence.remember([Source(B, "../b")])
        store.presence.remember_corrections_files([A / "c.txt", A / "c.txt"])
        store.commit()
    with FactsStore(path) as store:
        assert store.presence.sources() == (source, Source(B, "../b"))
        assert store.presence.corrections_files() == (A / "c.txt",)


def test_inputs_are_found_by_each_of_their_names_under_every_source(store, read, one):
    read(A, one("old/x.txt"), one("y"))
    store.presence.settle()
    read(B, one("z"), one("y"))
    (raw, _) = one("old/x.txt")
    key = ["base of old/x.txt"]
    asked = {"old/x.txt", raw.id, "y", "nowhere"}
    assert store.presence.inputs_named(asked) == {
        "old/x.txt": key,
        raw.id: key,
        "y": ["base of y", "base of y"],
    }
