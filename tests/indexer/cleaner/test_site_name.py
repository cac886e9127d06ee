import pytest

from indexer.cleaner.site_name import (
    begins_as_page_title,
    carries_site,
    cut_names,
    find_site,
    is_of_host,
    is_same_site,
    likeness,
    longest_front,
    strip_site,
    title_key,
    title_parts,
)


@pytest.mark.parametrize(
    ("title", "site", "stripped"),
    [
        (
            "Goat Takes the Tram | DAILY WAVE Archive 2005 -2017",
            "Daily Wave",
            "Goat Takes the Tram",
        ),
        ("Goat Takes the Tram | Anything", None, "Goat Takes the Tram"),
        ("Goat Takes the Tram - Daily Wave", "Daily Wave", "Goat Takes the Tram"),
        ("Daily Wave - Goat Takes the Tram", "Daily Wave", "Goat Takes the Tram"),
        ("Goat Takes the Tram - Again", "Daily Wave", "Goat Takes the Tram - Again"),
        ("Goat Takes the Tram - Daily Wave", None, "Goat Takes the Tram - Daily Wave"),
        ("Opinion | Why the goat is right", None, "Why the goat is right"),
        ("Daily Wave | Goat Takes the Tram", "Daily Wave", "Goat Takes the Tram"),
        ("Goat", None, "Goat"),
    ],
)
def test_the_site_s_name_is_no_part_of_a_title(title, site, stripped):
    assert strip_site(title, site) == stripped


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Hafen Post", "HAFEN POST English Archive", True),
        ("The Gulf Ledger", "Two Ports Agree to Patrol the Gulf Together", False),
        ("Evening Post", "eveningpost", True),
        ("Goat", "Tram", False),
        ("", "Tram", False),
    ],
)
def test_two_names_of_a_site_share_nearly_all_words_of_the_shorter(left, right, same):
    assert is_same_site(left, right) is same


def test_a_site_is_found_by_two_lines_that_end_with_it():
    heads = ["Gulf News and Views | Daily Wave", "Goat Takes the Tram | DAILY WAVE Archive"]
    assert find_site(heads, set()) == "Daily Wave"


def test_a_site_is_found_by_what_the_second_printing_of_a_title_lacks():
    keys = {title_key("Goat Takes the Tram")}
    assert find_site(["Goat Takes the Tram - Wave"], keys) == "Wave"


def test_a_site_is_found_by_its_host():
    assert (
        find_site(["Goat Takes the Tram - The Daily Wave"], set(), "www.dailywave.example")
        == "The Daily Wave"
    )
    assert find_site(["Goat Takes the Tram - A Report"], set(), "www.dailywave.example") is None


def test_a_menu_or_a_rubric_names_no_site():
    assert find_site(["Home | News | Sport | Gulf | Culture"], set()) is None
    assert find_site(["Opinion | Why the goat is right"], set()) is None


def test_a_name_is_compared_with_a_host_letter_by_letter():
    assert is_of_host("Wave", "wave.example")
    assert is_of_host("The Daily Wave", "dailywave.example")
    assert is_of_host("The Daily Wave", "daily-wave")
    assert not is_of_host("Wave Report on Goats and Trams", "wave.example")


def test_a_page_s_title_begins_with_the_article_s():
    assert begins_as_page_title("Goat Takes the Tram | Wave", "Goat Takes the Tram")
    assert not begins_as_page_title("Goat Takes the Tram Again", "Goat Takes the Tram")
    assert not begins_as_page_title("Anything", "")


def test_a_line_carries_a_site_in_one_of_its_parts():
    assert carries_site("News and Views | Daily Wave", "Daily Wave")
    assert not carries_site("News and Views", "Daily Wave")


def test_what_is_left_of_a_title_is_tidy():
    assert strip_site("Goat takes the tram \u200f|\u200f Daily Wave", None) == "Goat takes the tram"


def test_names_are_cut_off_both_ends_of_a_title():
    assert cut_names("Wave | Goat - Tram - Wave", "Wave".__eq__) == "Goat - Tram"
    assert cut_names("Wave", "Wave".__eq__) == "Wave"
    assert cut_names("Goat | Tram", "Wave".__eq__) == "Goat | Tram"


def test_separators_part_a_title():
    assert title_parts("Goat - Tram | Wave") == ["Goat", "Tram", "Wave"]
    assert longest_front("Goat takes tram | Wave") == "Goat takes tram"
    assert longest_front("Goat takes tram - Wave") == "Goat takes tram - Wave"


def test_titles_are_alike_by_their_words():
    assert likeness("The goat", ["A goat", "The goat!"]) == 1
    assert likeness("The goat", ["the tram"]) == 0.5
    assert likeness("", [""]) == likeness("Goat", []) == 0


def test_an_end_that_stands_on_its_own_line_is_a_name():
    keys = {"the sea times"}
    assert find_site(["Goat Takes Tram - The Sea Times"], keys) == "The Sea Times"
    assert find_site(["Goat - The Sea Times"], keys) is None
