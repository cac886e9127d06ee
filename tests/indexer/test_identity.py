"""Ids are the same on every machine, safe in a URL, and different for different things."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.identity import (
    MAXIMUM_ID_LENGTH,
    document_id,
    fold,
    name_key,
    passage_ids,
    person_id,
)

URL_SAFE = re.compile(r"[A-Za-z0-9._-]{1,64}")


@given(st.text())
def test_a_document_id_is_url_safe_and_short_whatever_the_source_says(source_id):
    made = document_id(source_id)
    assert URL_SAFE.fullmatch(made)
    assert len(made) <= MAXIMUM_ID_LENGTH
    assert not made.startswith(".")


@given(st.lists(st.text(min_size=1), unique=True, min_size=2, max_size=20))
def test_different_source_ids_get_different_document_ids(source_ids):
    assert len({document_id(one) for one in source_ids}) == len(source_ids)


@pytest.mark.parametrize("own", ["184", "000_f5.txt", "a-b.html", "X"])
def test_a_source_id_that_is_safe_is_kept_as_it_is(own):
    assert document_id(own) == own


@pytest.mark.parametrize("own", ["../etc/passwd", ".hidden", "a/b", "ä", "a b", "x" * 65, "\ud800"])
def test_a_source_id_that_is_not_safe_is_made_so(own):
    assert document_id(own) != own
    assert ".." not in document_id(own)


def test_a_path_and_its_look_alike_stay_two():
    assert document_id("a/b-c.txt") != document_id("a-b/c.txt")


def test_a_passage_id_does_not_depend_on_its_place():
    first = passage_ids(["One.", "Two."])
    assert set(first) == set(passage_ids(["Two.", "One."]))


def test_twins_in_one_article_get_numbers():
    one, two, three = passage_ids(["Same.", "same. ", "Same."])
    assert (two, three) == (f"{one}-2", f"{one}-3")


@pytest.mark.parametrize(
    ("printed", "retyped"),
    [
        ("“No,” he said.", '"No," he said.'),
        ("It’s over", "IT'S  over"),
        ("caf\u00e9", "cafe\u0301"),
        ("one two", "one\u00a0\n two"),
    ],
)
def test_a_passage_keeps_its_id_when_it_is_retyped(printed, retyped):
    assert passage_ids([printed]) == passage_ids([retyped])


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Éloïse d’Arvan", "eloise darvan"),
        ("VAN DER HOLM, Piet", "van der holm piet"),
        ("Ro Jin-su", "ro jin su"),
        ("Wiesława Grønvold-Strauß", "wieslawa gronvold strauss"),
        ("ليلى حسن", "ليلى حسن"),
    ],
)
def test_a_name_is_keyed_without_accents_case_and_punctuation(name, key):
    assert name_key(name) == key


def test_a_person_id_can_be_read():
    assert person_id("Éloïse d’Arvan") == "eloise-darvan"


@given(st.text(), st.text())
def test_persons_have_one_id_only_if_their_keys_are_one(one, other):
    assert URL_SAFE.fullmatch(person_id(one))
    if name_key(one) != name_key(other):
        assert person_id(one) != person_id(other)
