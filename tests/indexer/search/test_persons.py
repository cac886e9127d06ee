"""Whom a reader means by a name, or by a part of one."""

import pytest

from indexer.search import find_persons


class Counted:
    """The same searcher; counts how often its whole register is read."""

    def __init__(self, searcher):
        self._searcher = searcher
        self.readings = 0

    def __getattr__(self, name):
        return getattr(self._searcher, name)

    def persons(self):
        self.readings += 1
        return self._searcher.persons()


@pytest.mark.parametrize("part", ["garn", "Vosk-Garn", "vosk garn", "garn Vosk", "Abu  GARN"])
def test_words_of_another_form_of_the_name_will_do_and_a_hyphen_parts_words(searcher, part):
    assert find_persons(searcher, part) == ("omar-vosk",)


def test_a_surname_stands_for_all_who_bear_it_in_the_order_of_the_register(searcher):
    assert find_persons(searcher, "vosk") == ("marten-vosk", "omar-vosk")


@pytest.mark.parametrize("nobody", ["Ilka Vosk", "vos", "", ".", "\u200b", " - "])
def test_words_that_no_one_name_holds_stand_for_nobody(searcher, nobody):
    assert find_persons(searcher, nobody) == ()


def test_the_register_is_read_once_however_many_unknown_names_are_asked(searcher):
    # A page with fifty of them took 17 s at 20,000 articles.
    counted = Counted(searcher)
    for number in range(50):
        assert find_persons(counted, f"nobody {number}") == ()
    assert counted.readings == 1
