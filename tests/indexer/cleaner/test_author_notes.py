import pytest

from indexer.cleaner.author_notes import is_author_note

ARTICLE = ("The goat of Mr Tullivan took the tram.",)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee is a reporter who covers the harbour.",
        "Ann Lee writes about goats and lives with two.",
        "Karl Möll ist Redakteur in Ostrel.",
        "Follow Ann Lee on Twitter.",
        "The writer is a retired tram driver.",
        "About the author",
    ],
)
def test_a_note_says_who_the_author_is(text):
    assert is_author_note(text, ARTICLE)


@pytest.mark.parametrize(
    "text",
    [
        "Marek Tullivan is a writer of some renown.",
        "He is a reporter.",
        "The goat is a good climber.",
        "Ann Lee is a reporter " + "and more " * 60,
    ],
)
def test_who_was_named_before_is_the_subject(text):
    assert not is_author_note(text, ARTICLE)
