import pytest

from indexer.cleaner.html_blocks import html_blocks
from indexer.cleaner.mojibake import repaired


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The goat\xe2\x80\x99s tram", "The goat’s tram"),
        ("a tram\xe2\x80\x94and caf\xc3\xa9 \xf0\x9f\x9a\x80", "a tram—and café 🚀"),
        ("the goat\x92s \x93tram\x94", "the goat’s “tram”"),
        ("\xe0\x80\x80 stays", "à€€ stays"),
    ],
)
def test_what_was_read_byte_by_byte_is_put_together(text, expected):
    assert repaired(text) == expected


@pytest.mark.parametrize("text", ["A goat.", "Ã© is printed here", "Ein Käse – für €3", "大桥"])
def test_a_text_without_controls_is_as_it_was(text):
    assert repaired(text) == text


def test_references_to_controls_are_what_browsers_print():
    (block,) = html_blocks("<p>The goat&#146;s tram").blocks
    assert block.text == "The goat’s tram"
