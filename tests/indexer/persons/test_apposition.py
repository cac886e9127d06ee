"""Apposition: of which names the text says that they are one person's."""

import re

import pytest

from indexer.persons.apposition import same_persons


def said(marked: str) -> list[tuple[str, str]]:
    """The pairs that the text joins; each mention stands in square brackets."""
    pieces = re.split(r"\[([^\]]*)\]", marked)
    texts = pieces[1::2]
    return [(texts[one], texts[other]) for one, other in same_persons(texts, pieces[::2])]


@pytest.mark.parametrize(
    "text",
    [
        "[Jon Arn], also known as [Zeva], left.",
        "[Jon Arn] (4 May 1970, Halvoort), better known by his stage name [Zeva], left.",
        "[Jon Arn] (born [Zeva]; 4 May 1970) is a smith.",
        "[Jon Arn], whose real name is [Zeva], left.",
        "[Jon Arn] alias [Zeva], 25.",
        "[Jon] A. (born [Zeva]) left.",
        "[Jon Arn], a.k.a. [Zeva], left.",
        "[Jon Arn] (née [Zeva]) left.",
        "[Jon Arn] was born in Halvoort as [Zeva].",
        "[Jon Arn] sings and dances, hence he also is known as [Zeva].",
        "[Jon Arn], nicknamed “[Zeva]”, left.",
        "[Jon Arn] is a smith.\nHe was born [Zeva] in Halvoort.",
        '[Jon Arn] is a smith. His nickname is "[Zeva]".',
        "[Jon Arn] is a smith. Born [Zeva] in Halvoort, he left early.",
        "[Jon Arn] (or [Zeva]) left.",
        "[Jon Arn] (later Pope [Zeva]) left.",
        '[Jon Arn], "[Zeva]", left.',
        "[Jon Arn] ([Zeva]; 1859–1920) was a smith.",
        "[Jon Arn] (Persian: [جان ارن]) left.",
        "[Jon Arn], 1st Baron [Zeva], left.",
        "[Jon Arn] (1648–1723), the [Duke of Zeva], left.",
        "[Jon Arn], dit [Zeva], est parti.",
        "[Jon Arn], connu sous le nom de [Zeva], est parti.",
        "[Jon Arn], bekannt als [Zeva], ging.",
        "[Jon Arn], conocido como [Zeva], se fue.",
        "[J. R.]\n[Arn] left.",
    ],
)
def test_the_text_says_that_two_names_are_one_person(text: str):
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[Jon Arn] and [Zeva] left.",
        "[Jon Arn], who told a man known as [Zeva] to leave.",
        "[Jon Arn] left. His brother, also known as [Zeva], stayed.",
        "[Jon Arn], known as [Zeva]'s friend, left.",
        "[Jon Arn] left on Monday. Police also spelled out why. It was [Zeva].",
        "[Jon Arn] or [Mia Zeva] will win.",
        "Songs: Ferry ([Mia Zeva], 1997) and [Jon Arn].",
        '[Jon Arn], the "[Mia Zeva]" of the north, left.',
        "[Jon Arn] said “[Zeva] left”.",
        "[Jon Arn]\n[Mia Zeva]",
        "[Jon Arn] ([Mia Zeva]) in the main part.",
        "[Jon Arn] asked [Duke of Zeva] to leave.",
        "[Jon Arn]" + " and so on" * 30 + ", also known as [Zeva], left.",
    ],
)
def test_names_side_by_side_are_two_persons(text: str):
    assert said(text) == []


def test_one_more_name_follows_another():
    assert said("[Jon Arn], also known as [Zeva] or [Zevo], left.") == [
        ("Jon Arn", "Zeva"),
        ("Jon Arn", "Zevo"),
    ]
    assert said("[Jon Arn], known as [Zeva], and [Mia Lund] left.") == [("Jon Arn", "Zeva")]


def test_announced_names_are_a_list():
    assert said(
        "[Jon Arn] wrote.\nHe used the pseudonyms [Zeva] (a river), [Zevo] and [Zevi]."
    ) == [
        ("Jon Arn", "Zeva"),
        ("Jon Arn", "Zevo"),
        ("Jon Arn", "Zevi"),
    ]


def test_spellings_with_or_between_them_are_one_name():
    assert said("[Kornel] or [Kornelius Arn] left.") == [("Kornel", "Kornelius Arn")]
    assert said("[Pyotr Arnov] or [Petr Arnow] left.") == [("Pyotr Arnov", "Petr Arnow")]


def test_a_pronoun_speaks_of_whom_a_sentence_began_with():
    text = "[Jon Arn] married the daughter of [Bo Lund]. He is also known as [Zeva]."
    assert said(text) == [("Jon Arn", "Zeva")]
