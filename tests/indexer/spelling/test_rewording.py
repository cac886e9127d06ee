"""A query with one of its words replaced: its syntax, its capitals, and other words stay."""

import pytest

from indexer.spelling import corrected


@pytest.mark.parametrize(
    ("text", "word", "replacement", "expected"),
    [
        ("harbor", "harbor", "harbour", "harbour"),
        ("Harbor strike", "Harbor", "harbour", "Harbour strike"),
        ("HARBOR STRIKE", "HARBOR", "harbour", "HARBOUR STRIKE"),
        ('(harbor OR "old town") -x', "harbor", "harbour", '(harbour OR "old town") -x'),
        ("title:harbor*", "harbor", "harbour", "title:harbour*"),
        ("title:titl", "titl", "title", "title:title"),
        ("title:x title", "title", "tithe", "title:x tithe"),
        ("harbor-side harbor", "harbor", "harbour", "harbor-side harbour"),
        ("al-harbor harbor", "harbor", "harbour", "al-harbor harbour"),
        ("harbormaster harbor", "harbor", "harbour", "harbormaster harbour"),
        ("harbor harbor", "harbor", "harbour", "harbour harbour"),
        ("-harbor", "harbor", "harbour", "-harbour"),
        ("cafe\u0301s open", "cafés", "cafe", "cafe open"),
        ("a.b", "a.b", r"\1", r"\1"),
        ("Mcdonal", "Mcdonal", "mcDonald", "McDonald"),
        ("nothing", "harbor", "harbour", "nothing"),
    ],
)
def test_a_word_is_replaced_and_the_querys_syntax_stays(text, word, replacement, expected):
    assert corrected(text, word, replacement) == expected
