from indexer.cleaner.features import form_of
from indexer.cleaner.text_blocks import text_blocks
from indexer.cleaner.title import choose_title, find_given_title

BODY = """
The goat boarded the tram at the market on Monday, the driver said.

The tram went on to the sea, where the goat left without paying.
"""


def choose(text, **known):
    blocks = text_blocks(text + BODY)
    return choose_title(blocks, [form_of(block.text) for block in blocks], **known)


def test_the_first_line_is_the_title():
    found = choose("Goat Takes the Tram to the Sea\n")
    assert (found.text, found.lines) == ("Goat Takes the Tram to the Sea", frozenset({0}))


def test_a_title_given_twice_is_one():
    found = choose("Goat Takes the Tram\n\nGoat Takes the Tram\n")
    assert (found.text, found.lines) == ("Goat Takes the Tram", frozenset({0, 1}))


def test_a_masthead_above_the_title_is_told_from_it():
    found = choose(
        "Gulf News and Views | Daily Wave\n\nGoat Takes the Tram | DAILY WAVE Archive\nSelect Page\n"
    )
    assert found.text == "Goat Takes the Tram"
    assert found.mastheads == {0}
    assert found.site == "Daily Wave"


def test_the_heading_goes_before_the_page_s_title():
    found = choose("Goat on a tram to the sea | Wave\nHome\nHow a goat took the tram to the sea\n")
    assert found.text == "How a goat took the tram to the sea"


def test_a_caption_with_a_credit_is_never_a_title():
    found = choose("Wave\n\nThe goat on the tram by the sea at the market. WIRE/Ann Lee\n")
    assert found.text == "Wave"


def test_a_text_that_begins_with_a_sentence_has_no_title():
    assert choose("").text == ""


def test_a_title_may_end_with_an_abbreviation():
    assert choose("New rules for goats in the U.S.\n").text == "New rules for goats in the U.S."


def test_a_question_may_be_a_title():
    assert choose("Why did the goat take the tram?\n").text == "Why did the goat take the tram?"


def test_a_known_site_s_name_is_cut_off():
    assert (
        choose("Goat Takes the Tram - Daily Wave\n", known_site="Daily Wave").text
        == "Goat Takes the Tram"
    )


def test_a_given_title_is_looked_for_in_the_lines():
    blocks = text_blocks("Goat Takes the Tram | Wave\nGoat takes the tram\n" + BODY)
    forms = [form_of(block.text) for block in blocks]
    assert find_given_title(blocks, forms, "Goat Takes the Tram", "Wave").lines == {0, 1}
    assert find_given_title(blocks, forms, "…", None).lines == frozenset()


def test_a_line_in_words_like_the_page_s_title_above_a_date_is_the_printed_one():
    head = "Tram and goat: how a goat took the tram\nHome\nSport\nGoat boards a tram and rides to the sea\n3 March 2016\n"
    found = choose(head)
    assert found.text == "Goat boards a tram and rides to the sea"
    assert found.lines == {0, 3}


def test_a_lone_notice_above_the_text_does_not_end_the_head():
    head = "Goat and tram | Wave\nWe use cookies to make this site better for you.\nHome\nNews\nSport\nGoat boards the tram to the sea\nBy Ann Lee\n"
    assert choose(head).text == "Goat boards the tram to the sea"


def test_a_title_that_is_a_sentence_is_known_by_its_second_printing():
    title = "Goats are boarding our trams. Here is how they do it."
    assert choose(f"{title}\nMenu\nNews\n{title}\n").text == title


def test_a_name_that_stands_on_a_line_of_its_own_is_cut_off():
    head = "Goat Takes the Tram - Times of the Sea\n\nTimes of the Sea\n"
    assert choose(head).text == "Goat Takes the Tram"


def test_no_more_lines_are_compared_than_a_head_has():
    lines = "\n".join(f"Goat number {number} of the tram" for number in range(2000))
    assert choose(lines).text
