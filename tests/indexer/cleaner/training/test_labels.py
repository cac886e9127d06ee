import pytest

from indexer.cleaner.training.labels import align, labels, runs_of, words_of

FIRST = "The goat boarded the tram at the market, and the driver said nothing."
SECOND = "It left the tram at the sea, where the milk is cheap and the wind is cold."
THIRD = "Nobody has asked it for a ticket since the spring of that year."
GOLD = "\n\n".join((FIRST, SECOND, THIRD))


def test_what_the_article_holds_is_kept_and_the_rest_is_not():
    page = ["Home", FIRST, "Read more about the goats of our town and its trams", SECOND, THIRD]
    assert labels(page, [GOLD]) == [0, 1, 0, 1, 1]


def test_a_short_block_is_kept_where_the_article_has_it_between_the_same_neighbours():
    page = ["The sea", FIRST, "The sea", SECOND, "The sea", THIRD]
    gold = f"{FIRST}\nThe sea\n{SECOND}\n{THIRD}"
    assert labels(page, [gold]) == [0, 1, 1, 1, 0, 1]


def test_the_items_of_a_list_are_served_in_their_order():
    page = [FIRST, "Goat", "Tram", "Share", "Milk", SECOND]
    gold = f"{FIRST}\nGoat\nTram\nMilk\n{SECOND}"
    assert labels(page, [gold]) == [1, 1, 1, 0, 1, 1]


def test_words_of_the_article_are_given_away_once():
    teaser = "It left the tram at the sea, where the milk is cheap"
    assert labels([teaser, FIRST, SECOND, THIRD], [GOLD]) == [0, 1, 1, 1]
    assert labels([FIRST, SECOND, THIRD, teaser], [GOLD]) == [1, 1, 1, 0]


def test_of_two_chains_the_closer_one_is_the_article():
    page = [FIRST, "Home", FIRST, SECOND, THIRD]
    assert align(page, GOLD).shares == (0, 0, 1, 1, 1)


def test_of_a_copy_of_what_is_kept_nothing_is_said():
    page = [FIRST, SECOND, THIRD, FIRST, SECOND, THIRD]
    assert labels(page, [GOLD]) == [1, 1, 1, None, None, None]


def test_of_a_block_that_is_article_and_debris_nothing_is_said():
    page = [FIRST, f"{SECOND} Subscribe to our letter and read every week how all of them are"]
    assert labels(page, [GOLD]) == [1, None]


def test_of_a_block_without_words_nothing_is_said():
    assert labels([FIRST, "* * *"], [GOLD]) == [1, None]


def test_where_two_golds_disagree_nothing_is_said():
    assert labels([FIRST, SECOND, THIRD], [GOLD, f"{SECOND}\n{THIRD}"]) == [None, 1, 1]


def test_a_gold_that_fits_worse_has_no_say():
    assert labels([FIRST, SECOND, THIRD], [f"{FIRST} {FIRST} {FIRST}", GOLD]) == [1, 1, 1]


def test_a_block_out_of_its_order_is_the_article_s_nevertheless():
    assert labels([THIRD, FIRST, SECOND], [GOLD]) == [1, 1, 1]


def test_without_a_gold_nothing_is_said():
    assert labels([FIRST, SECOND], []) == [None, None]
    assert labels([], [GOLD]) == []


def test_the_f1_is_that_of_the_blocks_that_are_kept():
    assert align([FIRST, SECOND, THIRD, "Home"], GOLD).f1 == 1
    words = words_of(GOLD)
    kept, gold = runs_of(words_of(f"{FIRST} {SECOND}")), runs_of(words)
    expected = 2 * (kept & gold).total() / (kept.total() + gold.total())
    assert align([FIRST, SECOND], GOLD).f1 == pytest.approx(expected)


def test_signs_of_a_script_without_spaces_are_words():
    assert words_of("大桥 is Closed_now") == ("大", "桥", "is", "closed", "now")
    assert runs_of(words_of("One two")) == {("one", "two"): 1}
    assert not runs_of(())
    assert labels(["大桥在星期一早上", "首页"], ["大桥在星期一早上因为洪水"]) == [1, 0]
