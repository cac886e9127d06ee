"""The rules: what has to speak for a name in a language without a trained tagger."""

import pytest

from indexer.persons.lines import read_line
from indexer.persons.rules import tag
from indexer.persons.words import BY_LANGUAGE


def tagged(language: str, *texts: str) -> list[str]:
    words = BY_LANGUAGE[language]
    lines = [read_line(text, words) for text in texts]
    return [
        " ".join(token.text for token in lines[m.line].tokens[m.start : m.end])
        for m in tag(lines, words)
    ]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "La ministre Odile Vaurois arrive.", ["Odile Vaurois"]),
        ("fr", "Odile Vaurois a annoncé un départ, dit-on.", []),
        ("fr", "Un départ, affirme Odile Vaurois.", ["Odile Vaurois"]),
        ("fr", "Odile Vaurois, 45, arrive.", ["Odile Vaurois"]),
        ("fr", "La maire, Odile Vaurois, arrive.", ["Odile Vaurois"]),
        ("fr", "La maire de la ville, Odile Vaurois, explique tout.", ["Odile Vaurois"]),
        ("fr", "Alors Odile Vaurois arrive.", []),
        ("fr", "Alors M. Vaurois arrive.", ["Vaurois"]),
        ("fr", "Le ministre de l'Intérieur Odile Vaurois a dit.", []),
        ("fr", "À Port Vaurois, déclare Port Vaurois.", []),
        ("fr", "Banque Vaurois, explique Banque Vaurois.", []),
        ("fr", "affirme ODILE VAUROIS", []),
        ("fr", "affirme Odile Vaurois2", []),
        ("fr", "affirme Odile B.", []),
        ("de", "Außenminister Emil Aue kam.", ["Emil Aue"]),
        ("de", "Das Neue Gesetz kam.", []),
        ("es", "El señor Encina llegó.", ["Encina"]),
        ("ar", "قال الدكتور سالم", []),
    ],
)
def test_something_besides_its_capitals_speaks_for_a_name(
    language: str, text: str, names: list[str]
):
    assert tagged(language, text) == names


def test_who_is_sure_in_one_place_is_named_in_every_place():
    assert tagged("fr", "Alors Odile Vaurois arrive.", "Non, affirme Odile Vaurois.") == [
        "Odile Vaurois",
        "Odile Vaurois",
    ]


def test_a_word_that_the_text_also_has_in_lower_case_speaks_against_a_name():
    assert tagged("fr", "Non, affirme Grande Marée.", "Une grande marée, la grande marée.") == []
