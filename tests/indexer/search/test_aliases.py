"""Aliases: what a line of corrections.txt adds to a query, what it does not, and how it is said."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.corrections import parse_corrections
from indexer.engine import open_engine
from indexer.identity import passage_ids
from indexer.model import Aliases, ArchiveTables, Document, Passage, Query, Reason, Removed
from indexer.search import list_facet, names_in, read_query, search, stream_hits
from indexer.search.aliases import MOST_LOOKED_FOR, MOST_OTHERS
from indexer.snippets import highlights

LINES = """
alias: FRL = IT, Free River League, Rivermen
alias: Garn = Garna, Gaarn
alias: Gaarn = Quay Town
alias: harbour = port
alias: RATS = River Action Team
"""
TEXTS = {
    "frl": ("News of the week", "The FRL met at the quay of Vessin on Monday."),
    "league": ("News of the week", "The Free River League met at the quay of Vessin."),
    "men": ("News of the week", "The Rivermen met at the quay of Vessin on Monday."),
    "both": ("News of the week", "The FRL met the Rivermen at the quay on Monday."),
    "small": ("News of the week", "It met nobody at the quay of Vessin on Monday."),
    "apart": ("News of the week", "A league of the river is free to meet on Monday."),
    "garna": ("Gaarn in winter", "Snow fell on Garna for a week and a day."),
    "town": ("Quay Town", "Nothing much was heard of the place."),
    "port": ("Ports of the north", "The ports were closed."),
    "rat": ("A rat", "One rat ran along the wall and was gone."),
    "gone": ("Nothing", "Nothing at all."),
}


def _document(id_, title, *texts):
    passages = tuple(map(Passage, passage_ids(texts), texts))
    removed = (Removed("Read more of the Rivermen", Reason.RELATED, 1),) if id_ == "gone" else ()
    return Document(id_, id_, id_, title, passages, removed=removed, language="en", source="Gull")


def archive(folder, lines):
    engine = open_engine(str(folder / "index"))
    with engine.writer() as writer:
        for id_, texts in TEXTS.items():
            writer.put(_document(id_, *texts), "original", id_)
        aliases = parse_corrections(lines, "c.txt").aliases
        writer.set_tables(ArchiveTables(aliases=aliases))
        writer.publish()
    return engine.searcher()


@pytest.fixture(scope="module")
def aliased(tmp_path_factory):
    return archive(tmp_path_factory.mktemp("aliases"), LINES)


def ids(searcher, text, **fields):
    results = search(searcher, Query(text, aliases=True, size=50, **fields))
    return {hit.document.id for hit in results.hits}


def test_aliases_are_off_until_they_are_asked_for_and_then_on_offer(aliased):
    results = search(aliased, Query("FRL"))
    assert {hit.document.id for hit in results.hits} == {"frl", "both"}
    assert results.aliases == (Aliases("FRL", ("Free River League", "Rivermen")),)
    assert (results.total, results.total_aliases) == (2, 4)
    assert results.read_as == "articles with “FRL”"
    asked = search(aliased, Query("FRL", aliases=True))
    assert (asked.total, asked.total_aliases, asked.aliases) == (4, None, results.aliases)
    assert asked.read_as == "articles with “FRL” (also Free River League, Rivermen)"


def test_nothing_is_an_alias_that_no_line_says(aliased, searcher):
    for text in ("Vessin", "league", "river", "free river", "Quay", "quay of Vessin", ""):
        assert search(aliased, Query(text)).aliases == ()
        assert search(aliased, Query(text)).total_aliases is None
    assert ids(aliased, "Vessin") == {"frl", "league", "men", "small"}
    plain = search(searcher, Query("harbour", aliases=True))  # an archive without such lines
    assert (plain.total, plain.aliases) == (search(searcher, Query("harbour")).total, ())


@pytest.mark.parametrize(
    "text", ["frl", "F.R.L.", "rivermen", '"Free River League"', "free river  league", '"rivermen"']
)
def test_a_line_is_read_from_each_of_its_words_in_any_capitals(aliased, text):
    assert {"frl", "league", "men", "both"} <= ids(aliased, text)
    assert ("apart" in ids(aliased, text)) == (text == "free river  league")


def test_lines_about_one_word_add_up_and_make_no_chains(aliased):
    assert ids(aliased, "Gaarn") == {"garna", "town"}
    assert ids(aliased, "Garn") == ids(aliased, "Garna") == {"garna"}
    assert ids(aliased, '"quay town"') == {"garna", "town"}


def test_a_word_that_is_no_capitals_is_found_in_its_other_forms_and_capitals_are_not(aliased):
    assert ids(aliased, "harbour") == {"port"}
    assert ids(aliased, '"River Action Team"') == set()


def test_capitals_of_a_small_word_are_no_alias_to_look_for_and_it_is_said(aliased):
    results = search(aliased, Query("FRL", aliases=True))
    assert "small" not in {hit.document.id for hit in results.hits}
    assert any("“IT” is not looked for as an alias" in note for note in results.notes)
    assert not any("“IT”" in note for note in search(aliased, Query("FRL")).notes)


def test_a_small_word_has_the_aliases_of_its_capitals_only_where_it_is_typed_in_capitals(aliased):
    assert search(aliased, Query("it")).aliases == ()
    results = search(aliased, Query("IT", aliases=True))
    assert {hit.document.id for hit in results.hits} == {"frl", "league", "men", "both", "small"}
    assert results.hits[-1].document.id == "small"  # what the capitals stand for comes first


def test_fields_phrases_prefixes_and_bylines(aliased):
    assert ids(aliased, "title:Garna") == {"garna"}
    assert ids(aliased, 'title:"Quay Town"') == {"garna", "town"}
    for text in ('"FRL met"', "FRL*", "byline:FRL", 'source:"FRL"', "person:FRL"):
        assert search(aliased, Query(text)).aliases == ()


def test_what_is_excluded_is_excluded_under_its_aliases_too(aliased):
    assert ids(aliased, "Vessin -FRL") == {"small"}
    read = search(aliased, Query("Vessin -FRL", aliases=True)).read_as
    assert read == ("articles with “Vessin”, but not “FRL” (also Free River League, Rivermen)")
    plain = search(aliased, Query("Vessin -FRL"))
    assert (plain.total, plain.total_aliases) == (3, 1)


def test_words_of_a_query_have_their_aliases_each(aliased):
    results = search(aliased, Query("harbour OR Garn", aliases=True))
    assert {hit.document.id for hit in results.hits} == {"port", "garna"}
    assert results.read_as == "articles with “harbour” (also port) or “Garn” (also Garna, Gaarn)"


def test_some_of_the_words_are_enough_with_aliases_too(aliased):
    results = search(aliased, Query("FRL snow", aliases=True))
    assert results.match == "some"
    assert {hit.document.id for hit in results.hits} >= {"frl", "league", "men", "garna"}
    loose = search(aliased, Query("free river league", match="some", aliases=True, size=50))
    assert {hit.document.id for hit in loose.hits} == {"frl", "league", "men", "both", "apart"}
    assert loose.read_as.startswith(
        "articles with (“free”, “river” and “league”, also FRL, Rivermen)"
    )


def test_one_word_weighs_as_much_as_another_and_two_of_them_no_more_than_one_twice(tmp_path):
    texts = {
        "a": ("x", "FRL of the north and the south"),
        "b": ("x", "Rivermen of the north and the south"),
        "c": ("x", "FRL of the north and the FRL"),
        "d": ("x", "FRL of the north and the Rivermen"),
        "e": ("x", "nobody of the north and the south"),
    }
    engine = open_engine(str(tmp_path / "index"))
    with engine.writer() as writer:
        for id_, text in texts.items():
            writer.put(_document(id_, *text), "", id_)
        writer.set_tables(ArchiveTables(aliases={"FRL": ("Rivermen",)}))
        writer.publish()
    results = search(engine.searcher(), Query("FRL", aliases=True))
    scores = {hit.document.id: hit.score for hit in results.hits}
    assert scores["a"] == pytest.approx(scores["b"])
    assert scores["c"] == pytest.approx(scores["d"])
    assert scores["c"] > scores["a"]


def test_what_matched_is_marked_under_whatever_name(aliased):
    for hit in search(aliased, Query("FRL", aliases=True)).hits:
        marked = {
            snippet.text[start:end] for snippet in hit.snippets for start, end in snippet.highlights
        }
        assert marked
        assert marked <= {"FRL", "Free River League", "Rivermen"}
        assert hit.matches == (2 if hit.document.id == "both" else 1)


def test_facets_streams_and_removed_text_count_the_same(aliased):
    query = Query("FRL", aliases=True)
    assert [value.count for value in list_facet(aliased, query, "source")] == [4]
    assert {one.id for one in stream_hits(aliased, query)} == {"frl", "league", "men", "both"}
    assert search(aliased, Query("FRL")).total_removed == 0
    assert search(aliased, query).total_removed == 1
    removed = search(aliased, Query("FRL", within="removed", aliases=True))
    assert [hit.document.id for hit in removed.hits] == ["gone"]
    offered = search(aliased, Query("FRL", within="removed"))
    assert (offered.total, offered.total_aliases) == (0, 1)


def test_a_list_of_names_is_looked_up_with_aliases_on_demand(aliased):
    ((_, off),) = names_in(aliased, ["FRL"], 10)
    ((_, on),) = names_in(aliased, ["FRL"], 10, aliases=True)
    assert (off.total, on.total) == (2, 4)


def test_a_suggestion_is_of_what_was_typed(aliased):
    assert search(aliased, Query("rivermne")).suggestion == "rivermen"
    assert search(aliased, Query("harbour", aliases=True)).suggestion is None


def test_thousands_of_lines_cost_a_search_little_and_are_bounded(tmp_path):
    lines = "\n".join(
        f"alias: word{n} = FRL, thing{n}, thing{n} of the river" for n in range(10_000)
    )
    searcher = archive(tmp_path, lines)
    search(searcher, Query("FRL"))  # reads the table once
    began = time.process_time()
    results = search(searcher, Query("FRL", aliases=True))
    assert time.process_time() - began < 1
    assert len(results.aliases[0].others) == MOST_OTHERS
    assert any("too many aliases" in note for note in results.notes)
    long = search(searcher, Query("FRL " + " ".join(f"word{n}" for n in range(40)), aliases=True))
    assert sum(len(one.others) for one in long.aliases) == MOST_LOOKED_FOR


# --- no line breaks a query -----------------------------------------------------------------------

pieces = st.sampled_from(
    (
        *("FRL", "IT", "it", "Garn", "free", "river", "league", "al-Garn", "東京都", "OR", "NOT"),
        *('"()*:-,=', "~2", "title:", "\u202e", "U.S.", "l'État", "’", "موج", "(", ")", "*", '"'),
    )
)
spoken = st.lists(pieces | st.text(max_size=3), min_size=1, max_size=5).map(" ".join)
alias_lines = st.lists(
    st.tuples(spoken, spoken).map(lambda pair: f"alias: {pair[0]} = {pair[1]}"), max_size=6
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lines=alias_lines, texts=st.lists(spoken, min_size=1, max_size=4))
def test_no_alias_line_breaks_any_query(tmp_path_factory, lines, texts):
    searcher = archive(tmp_path_factory.mktemp("any"), "\n".join(lines))
    for text in texts:
        plain = search(searcher, Query(text, size=50))
        wide = search(searcher, Query(text, size=50, aliases=True))
        assert plain.total_aliases in (None, wide.total)
        assert plain.aliases == wide.aliases
        if not wide.aliases:
            assert (wide.total, wide.read_as) == (plain.total, plain.read_as)
        leaves = read_query(searcher, Query(text, aliases=True)).leaves
        for hit in wide.hits:
            document = hit.document
            assert hit.matches == len(
                highlights(document.title, "en", leaves, place="title")
            ) + sum(len(highlights(one.text, "en", leaves)) for one in document.passages)
        if "NOT" not in text and "-" not in text and plain.match == wide.match == "all":
            assert ids(searcher, text) >= {hit.document.id for hit in plain.hits}
