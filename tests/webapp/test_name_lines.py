"""The lines that a person's page offers are lines that corrections.txt understands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.archive import Entry, NamedHere, build_register
from indexer.corrections import parse_corrections
from indexer.corrections.grammar import parse_line
from indexer.identity import document_id, name_key
from indexer.model import (
    Document,
    FacetValue,
    Hit,
    Person,
    Query,
    Results,
    Suggestion,
)
from indexer.pipeline.corrected import corrected
from indexer.search import Profile
from webapp.name_lines import lines_about, lines_of_split, lines_of_suggestion

IDA = Person("ida-lund", "Ida Lund")


def texts(lines):
    return [one.line for one in lines]


def profile(person, *documents, sources=(), years=()):
    hits = tuple(Hit(one, 0.0, (), (), (), 0) for one in documents)
    results = Results(Query(), "", (), "all", len(hits), len(hits), 0, 0, hits, {}, None, 1, 0.0)
    return Profile(
        person,
        Query(),
        results,
        (),
        0,
        (),
        (),
        tuple(FacetValue(one, one, 1, False) for one in sources),
        tuple(FacetValue(one, one, 1, False) for one in years),
        (),
    )


def document(id, place="a.txt", title="T"):
    return Document(id, place, place, title, ())


def test_a_name_can_be_confirmed_dropped_hidden_and_renamed():
    assert texts(lines_about(IDA)) == [
        "confirm: Ida Lund",
        "drop: Ida Lund",
        "hide: Ida Lund",
        "rename: Ida Lund =",
    ]


@pytest.mark.parametrize(
    "before",
    [
        ["split: Ida Lund | source Wren"],
        ["split: Ida Lund | source A = B #1"],
        ["split: Ida Lund | in 2016", "rename: Ida Lund (2016–2016) = Ada Lund"],
        ["split: Ida Lund | document news/x y.txt"],
        ["rename: Ida Lund = Ada Lund"],
    ],
)
def test_every_line_offered_about_a_person_of_the_register_does_something(before):
    def register(*lines):
        found = corrected(parse_corrections("\n".join(lines), "c.txt"))
        # Who is to be called so is a person: the reader has to take one of the lines out.
        return None if found.errors else build_register(entries, found.persons)

    here = tuple(NamedHere(name_key(name), name, 1) for name in ("Ida Lund", "Siv Holm"))
    entries = [
        Entry("a", "Gull", "2015", here),
        Entry("b", "Wren", "2016", here),
        Entry("c", "A = B #1", "2017", here),
        Entry(document_id("news/x y.txt"), None, None, here),
    ]
    found = register(*before)
    for person in found.persons:
        split = profile(person, document(entries[1].document), sources=("Gull", "Wren"))
        for line in texts((*lines_about(person), *lines_of_split(person, split))):
            after = register(*before, line + " Otto Lund" if line.endswith("=") else line)
            if line == "drop: Ada Lund":
                assert after is None
            elif line.startswith("split:"):  # the part may be in none of these
                assert all(one.why for one in after.unmatched)
            else:
                assert after.unmatched == found.unmatched
                assert after.persons != found.persons


def test_what_is_so_already_is_not_offered():
    looked_at = Person("ida-lund", "Ida Lund", confirmed=True, hidden=True)
    assert texts(lines_about(looked_at)) == ["drop: Ida Lund", "rename: Ida Lund ="]


def test_a_line_that_still_wants_a_name_is_an_error_until_it_has_one():
    line = texts(lines_about(IDA))[-1]
    with pytest.raises(ValueError, match="NAME = NAME"):
        parse_line(line, "f:1")
    assert parse_line(f"{line} Ida Lund-Holm", "f:1").rule.right == "Ida Lund-Holm"


def test_a_suggestion_has_both_answers():
    suggestion = Suggestion("ida-lunde", "one letter", "same: Ida Lund = Ida Lunde")
    other = Person("ida-lunde", "Ida Lunde")
    assert texts(lines_of_suggestion(IDA, suggestion, other)) == [
        "same: Ida Lund = Ida Lunde",
        "not-same: Ida Lund | Ida Lunde",
    ]
    assert lines_of_suggestion(IDA, suggestion, None) == ()
    assert lines_of_suggestion(IDA, suggestion, Person("x", "Ida = Lunde")) == ()


def test_a_name_is_split_by_outlet_by_year_and_by_article():
    lines = lines_of_split(
        IDA,
        profile(
            IDA,
            document("a", "quay/a b.txt"),
            document("b", "quay/b|c.txt", title=""),
            sources=("The Quay", "A | B", "The Wave"),
            years=("2016", "2017"),
        ),
    )
    assert texts(lines) == [
        "split: Ida Lund | source The Quay",
        "split: Ida Lund | source The Wave",
        "split: Ida Lund | in 2016",
        "split: Ida Lund | in 2017",
        "split: Ida Lund | document quay/a b.txt",
        "split: Ida Lund | document b",
    ]
    assert all(parse_line(line, "f:1").verb == "split" for line in texts(lines))


def test_one_outlet_and_one_year_tell_nobody_apart():
    one = profile(IDA, document("a"), sources=("The Quay",), years=("2016",))
    assert texts(lines_of_split(IDA, one)) == ["split: Ida Lund | document a.txt"]


@given(st.text(max_size=30), st.text(max_size=20), st.text(max_size=20))
def test_whatever_somebody_is_called_the_lines_are_understood(name, source, place):
    person = Person("x", name)
    shown = profile(person, document("an-id", place), sources=(source, "The Quay"))
    for line in (*texts(lines_about(person))[:-1], *texts(lines_of_split(person, shown))):
        assert parse_line(line, "f:1").verb in ("confirm", "drop", "hide", "split")


@pytest.mark.parametrize("name", ["A = B", "A | B", "#A", "", "..", "x" * 201, "a\x00b", "a\nb"])
def test_a_name_that_no_line_can_hold_has_none(name):
    person = Person("x", name)
    assert lines_about(person) == ()
    assert lines_of_split(person, profile(person, document("a"))) == ()
