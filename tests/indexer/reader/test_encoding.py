import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import InputError
from indexer.reader.encoding import charset_text, decode, decode_page, tidy, without_surrogates

FRENCH = "Le maire a déclaré à la presse que l’été serait très chaud, et peut-être long."
SENTENCES = [
    ("cp1252", FRENCH),
    ("cp1252", "El niño español volvió mañana a la ciudad, ¿verdad?"),
    ("cp1252", "Die Straße führt über die Brücke nach Süden, sagte der Bürgermeister."),
    ("cp1252", "“The council met” – and decided nothing"),
    ("cp1252", "Borgmesteren sagde, at broen først åbner på lørdag."),
    ("cp1250", "Wczoraj wieczorem burmistrz powiedział, że drużyna wróci jutro. Źródło: gazeta"),
    ("cp1250", "Na zasedání se řeklo, že most zůstane zavřený až do jara."),
    ("iso8859_2", "Wczoraj wieczorem burmistrz powiedział, że drużyna wróci jutro. Źródło: gazeta"),
    ("cp1251", "Мэр сообщил журналистам, что заседание состоится в понедельник."),
    ("cp1253", "Ο δήμαρχος δήλωσε στους δημοσιογράφους ότι το συμβούλιο θα συνεδριάσει."),
    ("cp1254", "Belediye başkanı dün akşam İzmir'de gazetecilere açıklama yaptı, işçiler şaşırdı."),
    ("cp1255", "ראש העיר אמר לעיתונאים כי המועצה תתכנס ביום ראשון"),
    ("cp1256", "قال رئيس البلدية إن المجلس سيجتمع يوم الأحد في المدينة"),
    ("cp1257", "Meras pasakė, kad tiltas uždarytas, o taryba posėdžiaus dar kartą šįvakar."),
    ("koi8_r", "Мэр сообщил журналистам, что заседание состоится в понедельник."),
    ("gb18030", "市长对记者表示，议会将于星期日举行会议，讨论新的法律。"),
    ("big5", "市長對記者表示，議會將於星期日舉行會議，討論新的法律。"),
    ("shift_jis", "市長は記者団に対し、議会が日曜日に会合を開くと述べた。"),
    ("euc_kr", "시장은 기자들에게 의회가 일요일에 회의를 열 것이라고 말했다."),
]


@pytest.mark.parametrize(("encoding", "text"), SENTENCES)
def test_one_sentence_in_an_old_encoding_is_enough(encoding, text):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(("encoding", "text"), SENTENCES)
def test_long_english_around_it_does_not_hide_an_encoding(encoding, text):
    long = "The council met on Tuesday.\n" * 10_000
    assert decode((long + text + "\n" + long).encode(encoding)) == long + text + "\n" + long


@pytest.mark.parametrize("text", [text for _, text in SENTENCES])
def test_utf8_is_utf8(text):
    assert decode(text.encode()) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed_and_taken_off(encoding):
    assert decode(FRENCH.encode(encoding)) == FRENCH
    assert decode(b"\xfe\xff" + FRENCH.encode("utf-16-be")) == FRENCH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_seen_by_its_nuls(encoding):
    assert decode(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"\0", 0), (b"a\0", 1), (b"good\0bad!", 4), (b"abc\0\0\0\0def", 3), (b"a\0b\0c", 1)],
)
def test_a_nul_is_no_text(data, place):
    if data == b"a\0":  # the shortest UTF-16 there is
        assert decode(data) == "a"
        return
    with pytest.raises(InputError, match=rf"^not text \(NUL byte at {place}\)$"):
        decode(data)


def test_a_nul_in_utf16_is_no_text_either():
    with pytest.raises(InputError, match=r"^not text \(NUL character at 2\)$"):
        decode("ab\0cd".encode("utf-16"))


PAGE = f"<meta charset=windows-1252><p>{FRENCH}</p>"


@pytest.mark.parametrize(
    "data",
    [PAGE.encode("cp1252"), PAGE.encode("cp1252").replace(b"<p>", b"<p>\0")],
)
def test_a_page_keeps_its_bytes_for_its_own_charset_and_loses_a_nul(data):
    assert decode_page(data) == PAGE.encode("cp1252")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_page_whose_bytes_say_their_encoding_is_text(encoding):
    assert decode_page(PAGE.replace("<p>", "<p>\0").encode(encoding)) == PAGE


@pytest.mark.parametrize(
    "data", [b"\0", b"\0\1\2", b"\x7fELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3e\0\1\0"]
)
def test_what_is_full_of_nuls_is_no_page(data):
    with pytest.raises(InputError, match=r"^not text \(\d+ NUL characters\)$"):
        decode_page(data)


def test_a_little_damage_does_not_change_the_encoding():
    data = (FRENCH * 5).encode()
    assert decode(data[:-30] + b"\xff" + data[-30:]).count("\ufffd") == 1


def test_what_fits_no_encoding_is_read_all_the_same():
    text = decode(bytes(range(1, 256)))
    assert text.startswith("\x01\x02")


def test_utf7_is_not_decoded():
    assert decode(b"+ADw-script+AD4-") == "+ADw-script+AD4-"


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_said_to_be_none(data):
    try:
        text = decode(data)
    except InputError:
        assert b"\0" in data
    else:
        text.encode()
        assert "\0" not in text


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_every_text_comes_back_from_utf8(text):
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text


def test_all_line_ends_are_one_and_control_characters_go():
    assert tidy("a\r\nb\rc\u2028d\x85e\x0cf") == "a\nb\nc\nd\ne\nf"
    assert tidy("a\x00\x07\x1b\x7f\tb") == "a\tb"


def test_halves_of_characters_are_replaced():
    assert without_surrogates("a\ud83db") == "a\ufffdb"


@pytest.mark.parametrize(
    ("charset", "encoding", "text"),
    [
        ("windows-1251", "cp1251", "Чайка"),
        (" ISO-8859-1 ", "cp1252", "“Möwe”"),
        ("us-ascii", "cp1252", "Möwe"),
        ("gb2312", "gb18030", "海鸥偷了钥匙"),
        ("Big5", "big5hkscs", "海鷗偷了鑰匙"),
        ("x-sjis", "cp932", "カモメ"),
        ("euc-kr", "cp949", "갈매기"),
        ("iso-2022-jp", "iso2022_jp", "カモメ"),
        ("utf-16", "utf-16-le", "Möwe"),
    ],
)
def test_a_named_encoding_means_what_browsers_take_it_for(charset, encoding, text):
    assert charset_text(text.encode(encoding), charset) == text


@pytest.mark.parametrize(
    "charset",
    [
        *("", "utf-7", "rot13", "base64", "idna", "unicode_escape", "punycode", "mbcs", "x" * 99),
        "a\0",
    ],
)
def test_what_is_no_encoding_of_the_web_says_nothing(charset):
    assert charset_text("Möwe".encode("cp1252"), charset) is None


@pytest.mark.parametrize("charset", ["latin1", "windows-1251", "gb2312"])
def test_bytes_that_are_utf8_or_marked_know_better_than_a_head(charset):
    assert charset_text("Möwe".encode(), charset) is None
    assert charset_text("Möwe".encode("utf-16"), charset) is None


def test_a_named_encoding_may_have_a_broken_character_and_not_only_such():
    text = "海鸥偷了钥匙，港务长没有钥匙。"
    assert charset_text(text.encode("gb18030") + b"\xff", "gbk") == text + "\ufffd"
    assert charset_text("Чайка украла".encode("cp1251"), "euc-jp") is None
