"""The register: names become persons, under the reader's rules and in any order of the articles."""

import random
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.archive import (
    Entry,
    NamedHere,
    PersonRules,
    Register,
    Split,
    Unmatched,
    build_register,
    register_entry,
)
from indexer.identity import name_key
from indexer.model import DateOrigin, Document, Form, Mention, Name, Passage, Person, Published

NO_RULES = PersonRules()


def entry(document: str, *names: str, source: str = "Gull", published: str | None = None) -> Entry:
    here = tuple(NamedHere(name_key(name), name, 1, (name, name.split()[-1])) for name in names)
    return Entry(document, source, published, here)


def register(*entries: Entry, **rules: object) -> Register:
    return build_register(entries, PersonRules(**rules))  # type: ignore[arg-type]


def person(found: Register, person_id: str) -> Person:
    return next(person for person in found.persons if person.id == person_id)


def test_a_name_in_two_articles_is_one_person_with_counts_and_forms():
    found = register(entry("a", "Ilka Torvald"), entry("b", "Ilka Torvald", "Jon Arn"))
    assert [(p.id, p.name, p.documents, p.mentions, p.aliases) for p in found.persons] == [
        ("ilka-torvald", "Ilka Torvald", 2, 2, ("Torvald",)),
        ("jon-arn", "Jon Arn", 1, 1, ("Arn",)),
    ]
    assert found.person_of == {"ilka torvald": "ilka-torvald", "jon arn": "jon-arn"}
    assert found.person_here == {}


def test_forms_that_normalise_alike_are_one_person_and_their_ids_redirect():
    found = register(
        entry("a", "Zoë T. K. Arn"),
        entry("b", "ZOE TK ARN"),
        entry("c", "Zoë T. K. Arn"),
        entry("d", "Dr Zoe T. K. Arn"),
    )
    (zoe,) = found.persons
    assert (zoe.id, zoe.name, zoe.documents) == ("zoe-tk-arn", "Zoë T. K. Arn", 4)
    assert zoe.aliases[:3] == ("Arn", "ARN", "Dr Zoe T. K. Arn")
    assert set(found.person_of.values()) == {"zoe-tk-arn"}
    assert found.person_redirects == {
        "zoe-t-k-arn": "zoe-tk-arn",
        "dr-zoe-t-k-arn": "zoe-tk-arn",
    }


def test_a_form_has_the_number_of_articles_in_which_it_stands_for_the_person():
    (arn,) = register(entry("a", "Jon Arn"), entry("b", "Jon Arn", "JON ARN")).persons
    assert arn.forms == (Form("Arn", 2), Form("Jon Arn", 2), Form("ARN", 1), Form("JON ARN", 1))


# --- accents


def test_one_that_bears_accents_is_the_one_that_bears_none():
    found = register(entry("a", "Ivan Kovač"), entry("b", "Ivan Kovac"), entry("c", "IVAN KOVAČ"))
    assert [(p.id, p.name, p.documents) for p in found.persons] == [("ivan-kovac", "Ivan Kovac", 3)]
    assert found.person_here == {}


def test_names_that_unlike_accents_tell_apart_are_two_and_the_bare_form_is_neither():
    entries = entry("a", "Ivan Kovač"), entry("b", "Ivan Kovać"), entry("c", "Ivan Kovac")
    found = register(*entries)
    assert {p.name: p.documents for p in found.persons} == dict.fromkeys(
        ("Ivan Kovač", "Ivan Kovać", "Ivan Kovac"), 1
    )
    assert found.person_of == {"ivan kovac": "ivan-kovac"}
    assert set(found.person_here) == {("a", "ivan kovac"), ("b", "ivan kovac")}
    assert {(s.line, s.evidence) for s in person(found, "ivan-kovac").suggestions} == {
        ("same: Ivan Kovac = Ivan Kovač", "alike but for accents"),
        ("same: Ivan Kovac = Ivan Kovać", "alike but for accents"),
    }


def test_the_reader_joins_names_that_only_accents_tell_apart_and_titles_do_not_matter():
    entries = entry("a", "Dr. Ivan Kovač"), entry("b", "Ivan Kovać"), entry("c", "Ivan Kovac")
    assert len(register(*entries).persons) == 3
    found = register(*entries, same=[("Ivan Kovac", "Ivan Kovać")])
    assert sorted((p.name, p.documents) for p in found.persons) == [
        ("Dr. Ivan Kovač", 1),
        ("Ivan Kovać", 2),
    ]
    assert register(*entries, dropped=["Ivan Kovač"]).person_here["a", "dr ivan kovac"] == ""


def test_accents_of_other_alphabets_tell_nobody_apart():
    (darwish,) = register(entry("a", "مَحمود درويش"), entry("b", "مُحمود درويش")).persons
    assert darwish.documents == 2


def test_a_name_all_in_capitals_is_shown_only_where_there_is_no_other():
    shouted = [entry(str(n), "JON ARN") for n in range(3)]
    assert register(*shouted).persons[0].name == "JON ARN"
    assert register(*shouted, entry("x", "Jon Arn")).persons[0].name == "Jon Arn"


def test_two_names_of_one_person_in_one_article_count_it_once():
    (arn,) = register(entry("a", "Jon Arn", "Dr Jon Arn")).persons
    assert (arn.documents, arn.mentions) == (1, 2)


def test_a_bare_surname_is_suggested_and_never_joined():
    found = register(entry("a", "Ilka Torvald"), entry("b", "Torvald"))
    assert person(found, "torvald").suggestions[0].line == "same: Torvald = Ilka Torvald"
    assert person(found, "ilka-torvald").suggestions[0].person == "torvald"


# --- the reader's rules


def test_same_joins_the_left_to_the_right_and_its_id_redirects():
    found = register(
        entry("a", "Ilka Thorwald"),
        entry("b", "Ilka Torvald"),
        same=[("Ilka Thorwald", "Ilka Torvald")],
    )
    (ilka,) = found.persons
    assert (ilka.id, ilka.documents) == ("ilka-torvald", 2)
    assert "Ilka Thorwald" in {ilka.name, *ilka.aliases}
    assert found.person_redirects["ilka-thorwald"] == "ilka-torvald"


def test_a_chain_of_same_leads_to_its_end_and_a_circle_to_one_of_it():
    rules = [("A Arn", "B Arn"), ("B Arn", "C Arn")]
    assert {p.id for p in register(entry("a", "A Arn", "B Arn", "C Arn"), same=rules).persons} == {
        "c-arn"
    }
    circle = [*rules, ("C Arn", "A Arn")]
    assert len(register(entry("a", "A Arn", "B Arn", "C Arn"), same=circle).persons) == 1


def test_the_name_shown_is_the_right_of_same_however_often_the_left_is_printed():
    entries = [entry(str(n), "Oscar Brandt") for n in range(3)] + [entry("x", "Oskar Brandt")]
    (oskar,) = register(*entries, same=[("Oscar Brandt", "Oskar Brandt")]).persons
    assert (oskar.id, oskar.name) == ("oskar-brandt", "Oskar Brandt")
    assert "Oscar Brandt" in oskar.aliases


@pytest.mark.parametrize(
    ("rules", "shown"),
    [
        ({"same": [("A Arn", "B Arn"), ("B Arn", "Zoë C. Arn")]}, "Zoë C. Arn"),
        ({"same": [("A Arn", "B Arn")], "renamed": [("B Arn", "C Arn")]}, "C Arn"),
        ({"renamed": [("A Arn", "B Arn")], "same": [("B Arn", "C Arn")]}, "C Arn"),
        ({"same": [("A Arn", "Zoe Arn")], "renamed": [("Zoe Arn", "Zoë Arn")]}, "Zoë Arn"),
        ({"same": [("A Arn", "ZOE ARN"), ("B Arn", "Zoe Arn")]}, "Zoe Arn"),
    ],
)
def test_the_name_shown_is_the_end_of_the_chain_as_typed(rules: dict[str, object], shown: str):
    (arn,) = register(entry("a", "A Arn"), **rules).persons
    assert arn.name == shown


def test_not_same_keeps_two_apart_that_normalise_alike():
    entries = entry("a", "George Holm"), entry("b", "Judge George Holm")
    assert len(register(*entries).persons) == 1
    found = register(*entries, not_same=[("George Holm", "Judge George Holm")])
    assert {p.id for p in found.persons} == {"george-holm", "judge-george-holm"}
    assert not any(p.suggestions for p in found.persons)


def test_not_same_ends_a_suggestion():
    found = register(
        entry("a", "Jon Marsden"),
        entry("b", "Jon Marsten"),
        not_same=[("Jon Marsden", "Jon Marsten")],
    )
    assert not any(p.suggestions for p in found.persons)


def test_a_split_makes_another_person_of_the_articles_it_names():
    found = register(
        entry("a", "Jon Arn"),
        entry("b", "Jon Arn", source="The Herald"),
        entry("c", "Jon Arn", source=None),
        splits=[Split("Jon Arn", source="the herald")],
    )
    assert {(p.id, p.name, p.documents) for p in found.persons} == {
        ("jon-arn", "Jon Arn", 2),
        ("jon-arn-the-herald", "Jon Arn (the herald)", 1),
    }
    assert found.person_here == {("b", "jon arn"): "jon-arn-the-herald"}
    assert not any(p.suggestions for p in found.persons)


@pytest.mark.parametrize(
    ("split", "there"),
    [
        (Split("Jon Arn", document="b"), {"b"}),
        (Split("Jon Arn", document="b", source="Wren"), set()),
        (Split("Jon Arn", first="2016"), {"b", "c"}),
        (Split("Jon Arn", last="2016-05"), {"a", "b"}),
        (Split("Jon Arn", first="2016-05", last="2016-05-02"), {"b"}),
        (Split("Jon Arn", first="2016-05-03"), {"c"}),
    ],
)
def test_a_split_holds_where_all_its_conditions_do(split: Split, there: set[str]):
    found = register(
        entry("a", "Jon Arn", published="2015"),
        entry("b", "Jon Arn", published="2016-05-02"),
        entry("c", "Jon Arn", published="2017-01"),
        entry("d", "Jon Arn"),
        splits=[split],
    )
    assert {document for document, _ in found.person_here} == there


@pytest.mark.parametrize(
    ("split", "label"),
    [
        (Split("Jon Arn", source="Wren"), "Jon Arn (Wren)"),
        (Split("Jon Arn", source="Wren"), "JON ARN (wren)"),
        (Split("Dr. Jon Arn", source="Wren Jr."), "Dr. Jon Arn (Wren Jr.)"),
        (Split("King Arn", source="Wren"), "King Arn (Wren)"),
        (Split("King Arn", source="A = B | C #1"), "King Arn (A B C 1)"),
        (Split("Zoë Arn", document="b"), "Zoë Arn (b)"),
        (Split("Jo Arn", source="Wren"), "Jo Arn (Wren)"),
        (Split("Jon Arn", first="2016", last="2016"), "Jon Arn (2016–2016)"),
    ],
)
def test_every_line_may_speak_of_who_was_split_off(split: Split, label: str):
    entries = [
        entry("a", split.name, published="2015"),
        entry("b", split.name, source=split.source or "Gull", published="2016"),
    ]
    rules: dict[str, object] = {"splits": [split], "same": [("Jo Arn", "Jon Arn")]}
    found = register(*entries, **rules, hidden=[label], confirmed=[label])
    hidden = {p.documents: p.hidden and p.confirmed for p in found.persons if p.hidden}
    assert hidden == {1: True}
    assert len(found.persons) == 2
    assert found.unmatched == (() if split.name == "Jo Arn" else (Unmatched("same", "Jo Arn"),))
    assert len(register(*entries, **rules, dropped=[label]).persons) == 1
    renamed = register(*entries, **rules, renamed=[(label, "Otto Arn")], hidden=["Otto Arn"])
    assert person(renamed, "otto-arn").hidden
    assert person(renamed, "otto-arn").documents == 1


def test_accents_tell_apart_who_was_split_from_whom():
    entries = [entry(f"{s}{n}", n, source=s) for n in ("Ivan Kovač", "Ivan Kovać") for s in "xy"]
    splits = [Split("Ivan Kovač", source="x"), Split("Ivan Kovać", source="x")]
    found = register(*entries, splits=splits, hidden=["Ivan Kovać (x)"])
    assert {p.name: p.hidden for p in found.persons} == {
        "Ivan Kovač": False,
        "Ivan Kovać": False,
        "Ivan Kovač (x)": False,
        "Ivan Kovać (x)": True,
    }


def test_from_who_was_split_off_another_may_be_split():
    found = register(
        entry("a", "Jon Arn"),
        entry("b", "Jon Arn", source="Wren", published="2016"),
        entry("c", "Jon Arn", source="Wren", published="2017"),
        splits=[Split("Jon Arn (Wren)", first="2017"), Split("Jon Arn", source="Wren")],
        hidden=["Jon Arn (Wren) (2017–)"],
    )
    assert {p.name: (p.documents, p.hidden) for p in found.persons} == {
        "Jon Arn": (1, False),
        "Jon Arn (Wren)": (1, False),
        "Jon Arn (Wren) (2017–)": (1, True),
    }
    assert not any(p.suggestions for p in found.persons)
    assert found.unmatched == ()


@pytest.mark.parametrize("pair", [("Jon Arn (Wren)", "Jon Arn"), ("Jon Arn", "Jon Arn (Wren)")])
def test_who_was_split_off_may_be_joined_again(pair: tuple[str, str]):
    entries = entry("a", "Jon Arn"), entry("b", "Jon Arn", source="Wren")
    (arn,) = register(*entries, splits=[Split("Jon Arn", source="Wren")], same=[pair]).persons
    assert (arn.name, arn.documents) == (pair[1], 2)


def test_those_who_are_left_may_be_dropped():
    entries = entry("a", "Jon Arn"), entry("b", "Jon Arn", source="Wren")
    rules = {"splits": [Split("Jon Arn", source="Wren")], "dropped": ["Jon Arn"]}
    found = register(*entries, **rules)
    assert [(p.name, p.documents) for p in found.persons] == [("Jon Arn (Wren)", 1)]
    assert found.unmatched == ()


def test_a_split_that_makes_nobody_is_reported_with_its_conditions():
    found = register(
        entry("a", "Jon Arn"),
        entry("b", "Jon Arn", source="Wren"),
        splits=[
            Split("Jon Arn", source="Nowhere"),
            Split("Jon Arn", source="wren"),
            Split("Jon Arn", document="b"),
            Split("Jon Arn", first="2001", last="2002-03"),
        ],
    )
    assert [(one.verb, one.name) for one in found.unmatched] == [
        ("split", "Jon Arn | document b"),
        ("split", "Jon Arn | from 2001 | to 2002-03"),
        ("split", "Jon Arn | source Nowhere"),
    ]
    assert all("the line does nothing" in one.why for one in found.unmatched)


@pytest.mark.parametrize(
    "renamed",
    [
        [("Jon Arn", "Ilka Arn")],
        [("Jon Arn", "Dr. Ilka Arn")],
        [("Jon Arn", "Otto Arn"), ("Ilka Arn", "Otto Arn")],
        [("Jon Arn", "Siv Arn (Wren)")],
    ],
)
def test_a_rename_joins_nobody(renamed: list[tuple[str, str]]):
    entries = [entry("a", "Jon Arn"), entry("b", "Ilka Arn"), entry("c", "Siv Arn", source="Wren")]
    splits = [Split("Siv Arn", source="Wren")]
    found = register(*entries, renamed=renamed, splits=splits)
    assert {p.id for p in found.persons} == {"jon-arn", "ilka-arn", "siv-arn-wren"}
    assert {(one.verb, one.name) for one in found.unmatched} == {
        ("rename", left) for left, _ in renamed
    }
    assert all("somebody else's name" in one.why for one in found.unmatched)


def test_two_names_of_one_person_may_be_given_one_name_to_show():
    rules = {
        "same": [("Jo Arn", "Jon Arn")],
        "renamed": [("Jo Arn", "O Arn"), ("Jon Arn", "O Arn")],
    }
    found = register(entry("a", "Jon Arn"), entry("b", "Jo Arn"), **rules)
    assert [(p.name, p.documents) for p in found.persons] == [("O Arn", 2)]
    assert found.unmatched == ()


def test_who_is_dropped_is_nobody():
    found = register(entry("a", "Port Arn", "Jon Arn"), dropped=["Port Arn"])
    assert [p.id for p in found.persons] == ["jon-arn"]
    assert found.person_of["port arn"] == ""
    assert "port-arn" not in found.person_redirects


def test_who_is_joined_to_somebody_dropped_is_nobody_too():
    found = register(entry("a", "Arn Port"), same=[("Arn Port", "Port Arn")], dropped=["Port Arn"])
    assert found.persons == ()


def test_rename_says_what_a_person_is_called():
    found = register(entry("a", "Abu Arn"), renamed=[("Abu Arn", "Abu Arn al-Vessi")])
    assert [(p.id, p.name) for p in found.persons] == [("abu-arn-al-vessi", "Abu Arn al-Vessi")]
    assert found.person_redirects["abu-arn"] == "abu-arn-al-vessi"
    assert found.person_of["abu arn"] == "abu-arn-al-vessi"


def test_the_same_person_may_be_renamed_in_spelling_only():
    found = register(entry("a", "ZOE ARN"), renamed=[("Zoe Arn", "Zoë Arn")])
    assert [(p.id, p.name) for p in found.persons] == [("zoe-arn", "Zoë Arn")]


def test_hidden_and_confirmed_are_marked_and_who_is_hidden_is_not_suggested():
    found = register(
        entry("a", "Jon Marsden", "Jon Marsten"), hidden=["Jon Marsden"], confirmed=["Jon Marsten"]
    )
    assert (person(found, "jon-marsden").hidden, person(found, "jon-marsten").hidden) == (
        True,
        False,
    )
    assert person(found, "jon-marsten").confirmed
    assert not any(p.suggestions for p in found.persons)


def test_a_rule_about_somebody_whom_no_article_names_is_reported():
    found = register(
        entry("a", "Jon Arn"),
        same=[("Nobody One", "Jon Arn"), ("Jon Arn", "Jon Arne")],
        not_same=[("Jon Arn", "Nobody Two")],
        splits=[Split("Nobody Three", source="Gull")],
        dropped=["Nobody Four"],
        renamed=[("Nobody Five", "Jon Arn")],
        hidden=["Nobody Six"],
        confirmed=["Nobody Seven"],
        added=["Nobody Eight", "Jon Arn"],
    )
    assert found.unmatched == (
        Unmatched("add", "Nobody Eight"),
        Unmatched("confirm", "Nobody Seven"),
        Unmatched("drop", "Nobody Four"),
        Unmatched("hide", "Nobody Six"),
        Unmatched("not-same", "Nobody Two"),
        Unmatched("rename", "Nobody Five"),
        Unmatched("same", "Nobody One"),
        Unmatched("split", "Nobody Three"),
    )


def test_a_rule_about_a_name_that_a_chain_leads_to_or_that_is_another_form_is_not():
    found = register(
        entry("a", "Dr Jon Arn", "Port Arn", "Kari Holm"),
        same=[("Jon Arn", "Johan Arn"), ("Johan Arn", "John Arn"), ("Kari Holm", "Karen Holm")],
        renamed=[("John Arn", "Jon Arne")],
        dropped=["PORT ARN"],
        hidden=["Johan Arn"],
        confirmed=["Kari Holm"],
        splits=[Split("Karen Holm", source="Gull")],
        not_same=[("Jon Arne", "Karen Holm")],
    )
    assert found.unmatched == ()


def test_an_entry_has_the_printed_forms_of_the_mentions():
    document = Document(
        "d",
        "d",
        "d.txt",
        "Arn quits",
        (Passage("p", "Jon Arn quit. Arn left."),),
        source="Gull",
        published=Published("2016", DateOrigin.META, sure=True),
        names=(
            Name(
                "jon arn",
                "Jon Arn",
                (Mention("title", (0, 3)), Mention("p", (0, 7)), Mention("p", (14, 17))),
            ),
            Name("siv vance", "Siv Vance"),
        ),
    )
    assert register_entry(document) == Entry(
        "d",
        "Gull",
        "2016",
        (
            NamedHere("jon arn", "Jon Arn", 3, ("Arn", "Jon Arn")),
            NamedHere("siv vance", "Siv Vance", 0, ()),
        ),
    )


# --- what the articles say for a suggestion


def test_a_suggestion_says_who_is_named_beside_both_and_where_and_when():
    found = register(
        entry("a", "Jon Marsden", "Kari Holm", "Siv Vance", published="2014-05"),
        entry("b", "Jon Marsten", "Kari Holm", published="2016"),
        entry("c", "Jon Marsten", "Siv Vance", "Kari Holm", source="Wren", published="2017-01-02"),
    )
    (suggestion,) = person(found, "jon-marsten").suggestions
    assert suggestion.signs == (
        "named beside both: Kari Holm, Siv Vance",
        "both in Gull",
        "in 2016–2017 and in 2014",
    )


def test_a_suggestion_says_that_an_article_names_them_as_two():
    found = register(entry("a", "Jon Marsden", "Jon Marsten", source=None))
    assert person(found, "jon-marsden").suggestions[0].signs == ("named as two in 1 article",)


def test_who_has_more_company_in_common_is_suggested_first():
    found = register(
        entry("a", "Torvald", "Kari Holm"),
        *(entry(f"b{n}", "Ilka Torvald") for n in range(3)),
        entry("c", "Jon Torvald", "Kari Holm"),
    )
    assert [s.person for s in person(found, "torvald").suggestions] == [
        "jon-torvald",
        "ilka-torvald",
    ]


# --- the order of the articles

NAMES = st.sampled_from(
    [
        "Jon Arn",
        "Jon P. Arn",
        "JON ARN",
        "Jon Arm",
        "Arn",
        "J. Arn",
        "Ilka Arn",
        "Dr Ilka Arn",
        "Ilka Åm",
        "Ilka Äm",
        "Ilka Am",
        "Jon Arn Jr",
    ]
)
PARTS = st.sampled_from(["Jon Arn (Gull)", "Dr Ilka Arn (Wren)", "Jon Arn (Gull) (Wren)"])
TYPED = st.one_of(NAMES, PARTS)
ENTRIES = st.lists(
    st.tuples(
        st.lists(NAMES, max_size=4, unique_by=name_key), st.sampled_from(["Gull", "Wren", None])
    ),
    max_size=8,
).map(
    lambda drawn: [entry(f"d{n}", *names, source=source) for n, (names, source) in enumerate(drawn)]
)
PAIRS = st.lists(st.tuples(TYPED, TYPED), max_size=2)
RULES = st.builds(
    PersonRules,
    same=PAIRS,
    not_same=PAIRS,
    renamed=PAIRS,
    splits=st.lists(st.builds(Split, TYPED, st.sampled_from(["Gull", "Wren"])), max_size=3),
    dropped=st.lists(TYPED, max_size=1),
    hidden=st.lists(TYPED, max_size=1),
)


@given(ENTRIES, RULES, st.randoms(use_true_random=False))
def test_the_register_does_not_depend_on_the_order_of_the_articles(
    entries: list[Entry], rules: PersonRules, chance: random.Random
):
    shuffled = entries.copy()
    chance.shuffle(shuffled)
    assert build_register(shuffled, rules) == build_register(entries, rules)


@given(ENTRIES, PAIRS)
def test_renames_join_nobody_and_part_nobody(entries: list[Entry], renamed: list[tuple[str, str]]):
    found = build_register(entries, PersonRules(renamed=renamed))
    before = build_register(entries, NO_RULES)
    assert Counter(p.forms for p in found.persons) == Counter(p.forms for p in before.persons)


@given(ENTRIES, RULES)
def test_every_name_leads_to_a_person_of_the_register_or_to_nobody(
    entries: list[Entry], rules: PersonRules
):
    found = build_register(entries, rules)
    ids = [person.id for person in found.persons]
    assert len(set(ids)) == len(ids)
    assert set(found.person_redirects.values()) <= set(ids)
    assert not set(found.person_redirects) & set(ids)
    led = {
        found.person_here.get((e.document, name.key), found.person_of[name.key])
        for e in entries
        for name in e.names
    }
    assert led - {""} == set(ids)


def test_twenty_thousand_names_cost_seconds():
    chance = random.Random(1)
    syllables = ["ba", "ko", "mir", "an", "el", "tas", "dor", "ri"]
    words = ["".join(chance.choices(syllables, k=3)).title() for _ in range(400)]
    names = [" ".join(chance.choices(words, k=2)) for _ in range(20_000)]
    began = time.process_time()
    build_register((entry(str(n), name) for n, name in enumerate(names)), NO_RULES)
    assert time.process_time() - began < 20
