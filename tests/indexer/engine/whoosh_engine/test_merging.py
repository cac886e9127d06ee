from dataclasses import replace

import pytest

from indexer.engine.whoosh_engine import buffer, merging
from indexer.engine.whoosh_engine.buffer import FULL_DOCUMENTS, FULL_WORDS
from indexer.engine.whoosh_engine.internals import SegmentEntry
from indexer.engine.whoosh_engine.merging import FACTOR, SMALLEST, Candidate, plan_merges
from indexer.model import MatchRequest


def candidates(*sizes, deleted=0, words=0):
    return [
        Candidate(SegmentEntry(f"s{place}", size, frozenset(range(deleted))), words)
        for place, size in enumerate(sizes)
    ]


def entries_of(group):
    return tuple(candidate.entry for candidate in group)


def test_few_segments_stay_as_they_are():
    assert plan_merges(candidates(*[1] * (FACTOR - 1))) == ()
    assert plan_merges([]) == ()


def test_as_many_segments_of_one_size_as_the_factor_become_one():
    small = candidates(*[1] * FACTOR)
    assert plan_merges(small) == (entries_of(small),)
    assert plan_merges(candidates(*[1] * (FACTOR - 1), 10 * SMALLEST)) == ()


def test_a_worn_segment_is_written_anew():
    worn = candidates(100, deleted=26)
    assert plan_merges(worn) == (entries_of(worn),)
    assert plan_merges(candidates(100, deleted=25)) == ()


def test_a_segment_without_live_documents_is_not_written_anew():
    assert plan_merges(candidates(100, deleted=100)) == ()


def test_a_forced_segment_is_written_anew():
    one, other = candidates(100, FULL_DOCUMENTS)
    assert plan_merges([one, replace(other, is_forced=True)]) == ((other.entry,),)


def test_large_segments_stay_as_they_are():
    # Else segments that fill the buffer would be written anew, as many as before, every time.
    assert plan_merges(candidates(*[FULL_DOCUMENTS] * 2 * FACTOR)) == ()
    assert plan_merges(candidates(*[100] * 2 * FACTOR, words=FULL_WORDS)) == ()
    large, *small = candidates(*[5_000] * (FACTOR + 1))
    large = replace(large, words=FULL_WORDS)
    assert plan_merges([large, *small]) == (entries_of(small),)
    assert plan_merges([large, *small[1:]]) == ()


@pytest.mark.parametrize("documents", [1, 10, 200, 700])
def test_the_number_of_segments_stays_small(documents):
    # As if each document were published by itself.
    segments: list[SegmentEntry] = []
    rewritten = 0
    for number in range(documents):
        segments.append(SegmentEntry(f"n{number}", 1))
        for group in plan_merges([Candidate(entry, 200) for entry in segments]):
            rewritten += sum(entry.documents for entry in group)
            segments = [entry for entry in segments if entry not in group]
            segments.append(SegmentEntry(f"m{number}", sum(e.documents for e in group)))
    assert len(segments) <= 2 * FACTOR
    assert sum(entry.documents for entry in segments) == documents
    assert rewritten <= 12 * documents


def test_a_run_that_fills_the_buffer_makes_several_segments(engine, article, leaf, monkeypatch):
    monkeypatch.setattr(buffer, "FULL_DOCUMENTS", 3)
    monkeypatch.setattr(merging, "FACTOR", 4)
    with engine.writer() as writer:
        for n in range(11):
            writer.put(article(f"d{n}", "rain", "snow"), f"original {n}", "print")
        writer.put(article("d1", "changed"), "changed", "print")
        writer.put(article("d10", "changed"), "changed", "print")
        writer.delete("d4")
        writer.publish()
    searcher = engine.searcher()
    assert searcher.match(MatchRequest(tree=leaf.stem("rain"))).total == 8
    assert searcher.original("d8") == "original 8"
    assert searcher.original("d1") == searcher.original("d10") == "changed"
    assert {count.word: count.documents for count in searcher.vocabulary()} == {
        "rain": 8,
        "snow": 8,
        "changed": 2,
    }
    assert engine.check(deep=True) == ()


def test_many_words_fill_the_buffer_too(engine, article, monkeypatch):
    monkeypatch.setattr(buffer, "FULL_WORDS", 50)
    with engine.writer() as writer:
        for n in range(6):
            writer.put(article(f"d{n}", "rain", "snow " * 20), "", "print")
        writer.publish()
    assert len(list(engine.folder.glob("g000001/*.trm"))) == 2
    assert engine.searcher().summary().documents == 6


def test_a_forgotten_documents_text_is_nowhere_on_the_disk(engine, article, folder):
    ids = [f"d{n}" for n in range(12)]
    with engine.writer() as writer:
        for id_ in ids:
            writer.put(article(id_, f"unmistakable{id_} common"), "", "print")
        writer.publish()
    with engine.writer() as writer:
        writer.delete("d3")
        writer.put(article("d5", "another"), "", "print")
        writer.publish()

    def lexicons():
        return b"".join(path.read_bytes() for path in folder.rglob("*.trm"))

    assert b"unmistakabled3" in lexicons()
    engine.forget(["d3", "d5"])
    assert b"unmistakabled3" not in lexicons()
    assert b"unmistakabled5" not in lexicons()
    assert b"unmistakabled4" in lexicons()
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1
    assert engine.check(deep=True) == ()
