import pytest

from indexer.cleaner import language
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


NEWS = {
    "ja": "月曜日、港の市場でヤギが路面電車に乗り込んだが、運転手は何も言わなかった。" * 2,
    "zh": "星期一，一只山羊在港口市场登上了有轨电车，司机一路上什么也没说，乘客们也没有抱怨。" * 2,
    "ko": "월요일 항구 시장에서 염소 한 마리가 전차에 올라탔지만 운전사는 아무 말도 하지 않았다. "
    * 2,
    "th": "เมื่อวันจันทร์ แพะตัวหนึ่งขึ้นรถรางที่ตลาดท่าเรือ แต่คนขับไม่ได้พูดอะไรเลย",
    "el": "Η κατσίκα ανέβηκε στο τραμ τη Δευτέρα και ο οδηγός δεν είπε απολύτως τίποτα.",
}
# Of each a neighbour has nearly the same small words.
NEIGHBOURS = {
    "es": "La cabra subió al tranvía el lunes y el conductor no dijo nada. Los vecinos de la plaza "
    "cuentan que una mujer la llevaba con una cuerda y que el guardia del mercado no vio nada.",
    "pt": "A cabra subiu ao bonde na segunda-feira e o condutor não disse nada. Os moradores da "
    "praça contam que uma mulher a levava com uma corda e que o guarda do mercado não viu nada.",
    "hr": "Koza je u ponedjeljak ušla u tramvaj kod tržnice, a vozač nije rekao ništa. Susjedi kažu "
    "da je žena vodila kozu na uzici i da se ni stražar na tržnici nije ni okrenuo za njom.",
}


@pytest.mark.parametrize("code", NEWS)
def test_a_script_of_one_language_tells_it_without_the_model(code, monkeypatch):
    monkeypatch.setattr(language, "_identifier", None)  # to ask it would be an error
    assert language_of(NEWS[code]) == code


@pytest.mark.parametrize("code", NEIGHBOURS)
def test_neighbours_are_told_apart(code):
    assert language_of(NEIGHBOURS[code] * 2) == code


def test_a_beginning_without_sentences_is_looked_beyond(monkeypatch):
    monkeypatch.setattr(language, "_identifier", None)
    table = "Halvoort 12 14 – Saltmouth 9 11 – Pell 7 8\n" * 20
    assert language_of(table + TEXTS["en"] * 12) == "en"
