"""What every engine does, in sentences: what can be read of an archive beside matches."""

from dataclasses import replace

import pytest

from indexer.engine.protocol import WordCount
from indexer.model import (
    AnyTerm,
    ArchiveSummary,
    ArchiveTables,
    GoneDocument,
    Mention,
    MentionKind,
    Name,
    PassageKind,
    Person,
    RetiredPassage,
    Suggestion,
    TermPhrase,
)

# --- documents ----------------------------------------------------------------------------------


def test_a_document_comes_back_as_it_was_put(fill, article):
    name = Name("ida holm", "Ida Holm", (Mention("title", (0, 3)),))
    document = replace(
        article("a", "Tïtle \ud800", "One.", "Two.", date="2016-05", removed=("Share this",)),
        byline="By Ida",
        credits=("Agency",),
        source="Gazette",
        url="http://a.example/",
        names=(name,),
    )
    searcher = fill(document)
    assert searcher.document("a") == document
    assert searcher.original("a") == "original of a"


def test_what_is_not_there_is_none(fill, article):
    searcher = fill(article("a", "x"))
    for absent in ("b", "", "a\0", "a" * 5000, "\ud800"):
        assert searcher.document(absent) is None
        assert searcher.original(absent) is None
        assert searcher.redirect(absent) is None
        assert searcher.gone(absent) is None
        assert searcher.retired(absent) == ()
        assert searcher.person(absent) is None


def test_documents_come_in_the_order_asked_and_absent_ones_are_left_out(fill, article):
    searcher = fill(*(article(id_, "x") for id_ in "abc"))
    found = searcher.documents(["c", "z", "a", "c"])
    assert [document.id for document in found] == ["c", "a", "c"]


def test_an_empty_archive_answers(fill):
    searcher = fill()
    assert searcher.vocabulary() == searcher.expand_prefix("a") == ()
    assert searcher.passage_statistics([AnyTerm("text", ("x",))]).holding == (0,)
    assert searcher.summary().documents == searcher.summary().passages == 0
    assert searcher.summary().first is searcher.summary().last is None
    assert searcher.persons() == searcher.languages() == ()


def test_the_summary_says_what_the_archive_holds(fill, article):
    searcher = fill(
        article("a", "x", "One.", "Two.", source="Gazette", date="2016", persons=("Ida Holm",)),
        article("b", "x", "One.", source="Courier", date="2016-02-03", language="fr"),
        article("c", "x", source="Gazette", date="2016-02", language="fr"),
        article("d", language=None),
    )
    assert searcher.summary() == ArchiveSummary(
        generation=searcher.generation,
        documents=4,
        passages=3,
        persons=1,
        sources=2,
        languages=("fr", "en"),
        first="2016",
        last="2016",
    )


def test_languages_come_most_documents_first(fill, article):
    codes = ("fr", "en", "de", "en", "de", None, None, None)
    searcher = fill(*(article(f"{n}", "x", language=code) for n, code in enumerate(codes)))
    assert searcher.languages() == ("de", "en", "fr")


# --- persons ------------------------------------------------------------------------------------


def test_the_register_comes_most_documents_first_then_by_name(fill):
    persons = (Person("c", "Cy", documents=1), Person("b", "Bo", documents=2))
    others = (Person("a", "Al", documents=1, suggestions=(Suggestion("b", "alike", "same: x"),)),)
    searcher = fill(persons=persons + others)
    assert [person.id for person in searcher.persons()] == ["b", "a", "c"]
    assert searcher.person("a") == others[0]


def test_a_person_is_found_by_id_by_an_id_that_was_theirs_and_by_name(fill):
    ida = Person("ida-holm", "Ida Holm", aliases=("I. Holm", "Idà Holm-Berg"), documents=3)
    namesake = Person("ida-holm-2", "Ida Holm", documents=1)
    redirects = {"old": "older", "older": "ida-holm", "round": "trip", "trip": "round"}
    searcher = fill(persons=(namesake, ida), person_redirects=redirects)
    assert searcher.person("ida-holm") == searcher.person("old") == ida
    assert searcher.person("round") is None
    assert searcher.persons_named("IDA  HOLM") == (ida, namesake)
    assert searcher.persons_named("ida holm berg") == (ida,)
    assert searcher.persons_named("Holm") == ()


def test_the_persons_of_a_document_come_in_the_order_of_its_names(fill, article):
    document = article("a", "x", persons=("Bo Berg", "Ida Holm", "B. Berg", "Nobody"))
    bo, ida = Person("bo-berg", "Bo Berg"), Person("ida-holm", "Ida Holm", hidden=True)
    searcher = fill(
        document,
        persons=(ida, bo),
        person_of={"bo berg": "bo-berg", "b berg": "bo-berg", "ida holm": "ida-holm"},
    )
    assert searcher.persons_in(document) == (bo, ida)
    assert searcher.persons_in(article("b", "x")) == ()


def test_places_and_organisations_are_no_persons(fill, article, found):
    place = Name("oslo", "Oslo", kind=MentionKind.PLACE)
    document = replace(article("a", "x"), names=(place,))
    searcher = fill(document, person_of={"oslo": "oslo"}, persons=(Person("oslo", "Oslo"),))
    assert found(searcher, persons=("oslo",)) == []
    assert searcher.persons_in(document) == ()


# --- where documents went -----------------------------------------------------------------------


def test_redirects_retired_passages_and_gone_documents_are_kept(fill, article):
    retired = (RetiredPassage("p1", "It was so.", "2020-01-02"),)
    gone = GoneDocument("lost", "Title", "its source is gone", "2020-01-02", retired)
    searcher = fill(
        article("new", "x"),
        document_redirects={"first": "second", "second": "new"},
        retired={"new": retired},
        gone={"lost": gone},
    )
    assert searcher.redirect("first") == searcher.redirect("second") == "new"
    assert searcher.redirect("new") is None
    assert searcher.retired("new") == retired
    assert searcher.gone("lost") == gone


def test_tables_come_back_as_they_were_set(engine):
    tables = ArchiveTables(
        persons=(Person("ida-holm", "Ida Holm"),),
        person_of={"ida holm": "ida-holm"},
        person_here={("a", "ida holm"): ""},
        person_redirects={"ida": "ida-holm"},
        document_redirects={"old": "new"},
        gone={"lost": GoneDocument("lost", "Title", "removed", "2020-01-02")},
        aliases={"FRL": ("River League", "League")},
    )
    with engine.writer() as writer:
        writer.set_tables(tables)
        writer.publish()
    assert engine.searcher().tables() == tables


# --- words --------------------------------------------------------------------------------------


def test_prefixes_expand_to_exact_words_in_code_point_order(fill, article):
    searcher = fill(
        article("a", "Harbours", "harbour harness"),
        article("b", "Harbour", "hat", removed=("harsh",), byline="Harald"),
    )
    assert searcher.expand_prefix("har") == (
        WordCount("harbour", 2),
        WordCount("harbours", 1),
        WordCount("harness", 1),
    )
    assert searcher.expand_prefix("har", 2) == searcher.expand_prefix("har")[:2]
    assert searcher.expand_prefix("harbours") == (WordCount("harbours", 1),)
    assert searcher.expand_prefix("x") == ()


def test_the_vocabulary_counts_live_documents(engine, article):
    with engine.writer() as writer:
        for id_, text in (("a", "rain snow"), ("b", "rain rain"), ("c", "hail éclair 日本")):
            writer.put(article(id_, text), "", "print")
        writer.publish()
    with engine.writer() as writer:
        writer.delete("a")
        writer.put(article("c", "hail"), "", "print")
        writer.publish()
    searcher = engine.searcher()
    assert searcher.vocabulary() == (WordCount("hail", 1), WordCount("rain", 1))
    assert searcher.expand_prefix("s") == ()


# --- passages -----------------------------------------------------------------------------------


@pytest.fixture
def passages(fill, article):
    first = article("a", "rain", "Rain and more rain.", "Old harbour.", "", removed=("rain",))
    caption = article("b", "snow", "Snow.", "Rain at the old harbour.", byline="rain")
    one, other = caption.passages
    caption = replace(caption, passages=(one, replace(other, kind=PassageKind.CAPTION)))
    return fill(first, caption)


def test_passages_are_counted_with_captions_and_without_title_byline_and_removed(passages, leaf):
    leaves = (
        leaf.stem("rain"),
        leaf.exact("rain"),
        leaf.exact("snow"),
        leaf.phrase("old harbour"),
        leaf.phrase("old harbours", field="text"),
        leaf.phrase("harbour old"),
        AnyTerm("exact", ("rain", "harbour")),
        leaf.exact("rain", "byline"),
        leaf.stem("rain", "removed"),
        leaf.stem("rain", "title"),
        AnyTerm("text", ()),
        TermPhrase("text", ()),
    )
    statistics = passages.passage_statistics(leaves)
    assert statistics.passages == 5
    assert statistics.holding == (2, 2, 1, 2, 2, 0, 3, 0, 0, 0, 0, 0)


def test_passages_of_deleted_documents_do_not_count(engine, article, leaf):
    with engine.writer() as writer:
        for id_ in "abc":
            writer.put(article(id_, "x", "Rain.", "Snow."), "", "print")
        writer.publish()
    with engine.writer() as writer:
        writer.delete("b")
        writer.publish()
    statistics = engine.searcher().passage_statistics([leaf.stem("rain")])
    assert (statistics.passages, statistics.holding) == (4, (2,))
