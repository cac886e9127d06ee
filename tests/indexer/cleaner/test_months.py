import pytest

from indexer.cleaner.months import month_number, weekday_number


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ("January Jänner janv ene gennaio يناير جانفي", 1),
        ("Şubat Feb Februar février fevr شباط فيفري", 2),
        ("März Mär mars MARZO آذار أذار مارس", 3),
        ("août agosto Aug آب أغسطس أوت غشت", 8),
        ("sept Setiembre أيلول سبتمبر شتنبر", 9),
        ("Dez déc dic ديسمبر دجنبر grudnia декабря Aralık", 12),
    ],
)
def test_a_month_has_its_names_in_many_countries(names, number):
    assert {month_number(name) for name in names.split()} == {number}


@pytest.mark.parametrize(
    ("name", "number"),
    [("كانون الثاني", 1), ("تشرين الأول", 10), ("تشرين الاول", 10), ("كانون الأول", 12)],
)
def test_levantine_names_have_two_words(name, number):
    assert month_number(name) == number


def test_months_of_the_hijra_are_none_of_ours():
    assert [month_number(name) for name in ("رمضان", "محرم", "شوال", "Ramadan")] == [None] * 4


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ("Monday Mon Montag lundi lunes الاثنين الإثنين", 0),
        ("Wed Mittwoch mercredi miércoles الأربعاء", 2),
        ("Sunday Sonntag dimanche domingo الأحد", 6),
    ],
)
def test_a_day_of_the_week_has_its_names(names, number):
    assert {weekday_number(name) for name in names.split()} == {number}


def test_another_word_is_no_day():
    assert weekday_number("yesterday") is None
