"""Forms: what of a printed name is compared."""

import pytest

from indexer.persons.forms import Form, belongs, read_name
from indexer.persons.normal import ALL_TITLES


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("Dr. Zoë Arn", ("zoe", "arn"), ""),
        ("Jon Arn, Jr.", ("jon", "arn"), "jr"),
        ("Jon Arn the Elder", ("jon", "arn"), "sr"),
        ("Pius XI", ("pius",), "xi"),
        ("Chen Xi", ("chen", "xi"), ""),
        ("CHEN XI", ("chen", "xi"), ""),
        ("Queen Osmunda II", ("osmunda",), "ii"),
        ("Jon Arn OBE MC", ("jon", "arn"), ""),
        ("Jon Arn Ph.D.", ("jon", "arn"), ""),
        ("Jon Arn PhD", ("jon", "arn"), ""),
        ("Jon Arn III, MP", ("jon", "arn"), "iii"),
        ("JON ARN MP", ("jon", "arn", "mp"), ""),
        ("Kim Jong-un", ("kim", "jong", "un"), ""),
        ("O’Brien", ("obrien",), ""),
        ("Jon O’Brien’s", ("jon", "obrien"), ""),
        ("the Arns’", ("the", "arns"), ""),
        ("Jon\nTor-\nvald", ("jon", "tor", "vald"), ""),
        ("II", ("ii",), ""),
        ("", ("",), ""),
        ("…", ("…",), ""),
    ],
)
def test_a_form_is_folded_words_and_a_number(text: str, words: tuple[str, ...], number: str):
    assert read_name(text, ALL_TITLES).form == Form(words, number)


def test_titles_are_set_apart_but_a_name_of_titles_alone_stays():
    assert read_name("Vice-President  Dr Arn", ALL_TITLES).titles == ("vice-president", "dr")
    assert read_name("Vice-President  Dr Arn", ALL_TITLES).name == "Arn"
    assert read_name("Dr Prince", ALL_TITLES).name == "Prince"
    assert read_name("Prince", ALL_TITLES).titles == ()


def test_a_king_in_short_belongs_to_his_whole_name():
    whole = Form(("osmund", "i", "bin", "tamri"))
    assert belongs(Form(("osmund",), "i"), whole, at_end=False)
    assert not belongs(Form(("osmund",), "ii"), whole, at_end=False)


@pytest.mark.parametrize(
    ("form", "full", "joined"),
    [
        ("Jon W. Arn", "Jon H.W. Arn", False),
        ("J. A. Arn", "J. A. B. Arn", False),
        ("Jon W. Arn", "Jon Willem Arn", True),
        ("Jon Arn", "Jon H.W. Arn", True),
        ("J. Arn", "Jon H. W. Arn", True),
    ],
)
def test_unlike_middle_initials_are_two_people(form, full, joined):
    short, long = (read_name(name, ALL_TITLES).form for name in (form, full))
    assert belongs(short, long, at_end=True) is joined
