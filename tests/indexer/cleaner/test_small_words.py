import pytest

from indexer.cleaner.small_words import language_by_small_words

ENGLISH = "the goat took the tram to the sea and the miller was with it on that day by the river"
GERMAN = (
    "die ziege fuhr mit der bahn an das meer und der müller war mit ihr an dem tag auf dem deich"
)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (GERMAN, "de")])
def test_running_text_tells_its_language_by_its_small_words(text, language):
    assert language_by_small_words((text + " ").split() * 2) == language


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,  # too short
        f"{ENGLISH} {GERMAN}",
        "goat tram sea miller river " * 8,
        "the goat tram sea miller river bank mill wheel water stone bridge " * 4,
        "",
    ],
)
def test_a_text_that_is_short_or_mixed_or_no_sentence_is_left_open(text):
    assert language_by_small_words(text.split()) is None
