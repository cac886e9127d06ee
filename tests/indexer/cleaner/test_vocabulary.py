import pytest

from indexer.cleaner.features import form_of
from indexer.cleaner.vocabulary import (
    PROMOTION_BEGINNINGS,
    PROMOTION_START,
    RELATED_BEGINNINGS,
    RELATED_PREFIX,
    beginnings,
)


def test_a_pattern_begins_with_what_its_alternatives_begin_with():
    assert beginnings(r"to (read|go (on|off))|un(lock)?|t[éi]l|été (a|b)|don['’]t|by") == {
        *("to", "un", "t", "été", "don", "by"),
    }


@pytest.mark.parametrize("known", [PROMOTION_BEGINNINGS, RELATED_BEGINNINGS])
def test_a_beginning_is_of_three_letters_or_a_whole_word(known):
    short = {each for each in known if len(each) < 3}
    assert short <= {"a", "à", "te", "by", "do", "if", "il", "si", "to", "we"}


@pytest.mark.parametrize(
    ("line", "pattern", "known"),
    [
        ("[► Don’t miss: the goat", RELATED_PREFIX, RELATED_BEGINNINGS),
        ("À lire aussi : la chèvre", RELATED_PREFIX, RELATED_BEGINNINGS),
        ("إقرأ أيضا: النهر", RELATED_PREFIX, RELATED_BEGINNINGS),
        ("» To read the paper, pay", PROMOTION_START, PROMOTION_BEGINNINGS),
        ("Suscríbete", PROMOTION_START, PROMOTION_BEGINNINGS),
        ("This post may contain affiliate links", PROMOTION_START, PROMOTION_BEGINNINGS),
        ("Articles contain affiliate links", PROMOTION_START, PROMOTION_BEGINNINGS),
        ("اشتركوا", PROMOTION_START, PROMOTION_BEGINNINGS),
    ],
)
def test_a_line_that_fits_begins_as_is_known(line, pattern, known):
    assert pattern.match(line)
    assert form_of(line).folded[0][:3] in known
