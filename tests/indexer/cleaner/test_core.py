from indexer.cleaner.core import core
from indexer.cleaner.features import form_of

PROSE = "The goat boarded the tram at the market on Monday, and the driver said nothing."


def stretch(*lines, signed=()):
    return core([form_of(line) for line in lines], [line in signed for line in range(len(lines))])


def test_the_article_is_where_most_running_text_is():
    assert stretch("Home", "News", PROSE, PROSE, "Sport", "Weather") == range(2, 4)


def test_a_heading_between_two_paragraphs_does_not_end_it():
    assert stretch(PROSE, "The sea", PROSE) == range(3)


def test_debris_in_its_middle_does_not_end_it():
    assert stretch(PROSE, PROSE, "a", "b", "c", PROSE, PROSE, signed={2, 3, 4}) == range(7)


def test_a_sentence_far_away_is_no_part_of_it():
    assert stretch(PROSE, PROSE, *["News"] * 9, "We print what is new.") == range(2)


def test_without_running_text_there_is_none():
    assert stretch("Home", "News") == range(0)
