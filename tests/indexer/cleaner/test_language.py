import pytest

from indexer.cleaner.language import language_code, language_of

TEXTS = {
    "en": "The goat boarded the tram at the market on Monday, and the driver said nothing at all.",
    "de": "Die Ziege stieg am Montag am Markt in die Straßenbahn, und der Fahrer sagte kein Wort.",
    "fr": "La chèvre est montée dans le tram lundi au marché, et le conducteur n'a rien dit du tout.",
    "es": "La cabra subió al tranvía el lunes en el mercado, y el conductor no dijo nada en absoluto.",
    "ar": "صعدت الماعز إلى الترام في السوق يوم الاثنين ولم يقل السائق شيئا على الإطلاق طوال الطريق.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_language_is_known_by_its_words(code):
    assert language_of(TEXTS[code]) == code


def test_enough_text_goes_before_what_the_page_declares():
    assert language_of(TEXTS["de"] * 3, "en") == "de"


def test_a_short_text_is_believed_to_be_what_its_page_declares():
    assert language_of("Gol!", "es-ES") == "es"
    assert language_of("Gol!") is None


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en-GB", "en"), ("de_AT", "de"), ("ger", None), ("", None), (None, None)],
)
def test_a_declaration_has_two_letters(declared, code):
    assert language_code(declared) == code
