import pytest

from indexer.analyzer import exact_forms, stop_words


def test_the_small_words_of_several_languages_are_joined():
    assert {"the", "of", "dont"} <= stop_words(["en"])
    assert {"the", "les", "apres"} <= stop_words(["en", "fr"])
    assert "les" not in stop_words(["en"])


def test_a_language_without_a_list_has_none():
    assert stop_words(["xx"]) == frozenset()
    assert stop_words([]) == frozenset()


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "it", "nl", "pt", "ru", "ar"])
def test_stop_words_are_folded_as_the_analyzer_folds(language):
    words = stop_words([language])
    assert len(words) > 60
    assert all(exact_forms(word) == (word,) for word in words)


@pytest.mark.parametrize(
    "telling", ["war", "die", "us", "mine", "may", "ill", "door", "van", "sue", "car"]
)
def test_what_says_something_in_one_language_is_a_small_word_in_none(telling):
    assert telling not in stop_words(["en", "fr", "de", "es", "it", "nl", "pt", "ru", "ar"])
