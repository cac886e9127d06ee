"""Bytes become text: which encoding they are in is found out from themselves."""

import codecs
import re

from charset_normalizer import from_bytes

from indexer.errors import InputError
from indexer.reader.latin import LATIN_PAGES, latin_page

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What newspapers and crawlers wrote before UTF-8. UTF-7 is not among them: nobody writes it but to
# smuggle. A short list also guesses better: of all encodings some exotic one always fits.
_LEGACY = [
    *("cp1251", "cp1253", "cp1255", "cp1256"),
    *("koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
# What a page may say that it is in (encoding.spec.whatwg.org), and what it means by it.
_ON_THE_WEB = frozenset(
    (
        *("utf-8", "utf-16-le", "utf-16-be", "cp866", "koi8-r", "koi8-u", "mac-roman", "cp874"),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *(f"cp{page}" for page in range(1250, 1259)),
        *("mac-cyrillic", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949"),
    )
)
_MEANT = {
    **dict.fromkeys(("iso8859-1", "ascii"), "cp1252"),
    **{"iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874", "big5": "big5hkscs"},
    **dict.fromkeys(("gb2312", "gbk", "hz"), "gb18030"),
    **{"shift_jis": "cp932", "euc_kr": "cp949", "x-sjis": "cp932", "x-gbk": "gb18030"},
    **{"ks_c_5601-1987": "cp949", "windows-874": "cp874", "utf-16": "utf-16-le"},
    **{"macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic"},
}
_ASCII_BYTES = ("iso2022", "utf-16")  # their bytes may pass for UTF-8
_SAMPLE = 1 << 16  # bytes of lines that are not ASCII: guessing takes 0.1 s on so much
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NULS_OF_A_PAGE = 10  # a tenth; a page with a slip has one or two, garbage a quarter and more
_SURROGATES = re.compile("[\ud800-\udfff]")


def decode(data: bytes, *, nuls: bool = False) -> str:
    """The text of these bytes; nuls: with the NULs in it, for the caller to judge.

    Raises: InputError where they are no text.
    """
    encoding = marked_encoding(data)
    if nuls:
        return data.decode(encoding, "replace") if encoding else _decode_unmarked(data)
    if encoding is None and (zero := data.find(b"\0")) >= 0:
        encoding = _unmarked_utf16(data)
        if encoding is None:
            raise InputError(f"not text (NUL byte at {zero})")
    text = data.decode(encoding, "replace") if encoding else _decode_unmarked(data)
    if (zero := text.find("\0")) >= 0:
        raise InputError(f"not text (NUL character at {zero})")
    return text


def decode_page(data: bytes) -> str | bytes:
    """HTML as text where its bytes say in what encoding, else as bytes, for its <meta> to say.

    A few NULs are dropped. Raises: InputError where there are many.
    """
    encoding = marked_encoding(data)
    if encoding is None and data.count(b"\0") * _NULS_OF_A_PAGE > len(data):
        encoding = _unmarked_utf16(data)
    if encoding:
        return without_nuls(data.decode(encoding, "replace"))
    # Latin-1 has a character for every byte, so that what comes back is the bytes.
    return without_nuls(data.decode("latin-1")).encode("latin-1") if b"\0" in data else data


def without_nuls(page: str) -> str:
    """HTML without its NULs: the standard has a browser ignore them in text.

    Raises: InputError if they are so many that it is no HTML.
    """
    if (number := page.count("\0")) * _NULS_OF_A_PAGE > len(page):
        raise InputError(f"not text ({number} NUL characters)")
    return page.replace("\0", "")


def charset_text(data: bytes, charset: str) -> str | None:
    """The text in the encoding that a head (HTTP, MIME) names; None: the bytes know better.

    So they do with a byte order mark, and where they are UTF-8: many servers name one encoding for
    all of their pages. A name means what browsers take it for (encoding.spec.whatwg.org).
    """
    encoding = _encoding_named(charset)
    if encoding is None or marked_encoding(data):
        return None
    if not encoding.startswith(_ASCII_BYTES) and _is_utf8(data):
        return None
    text = data.decode(encoding, "replace")
    others = sum(not character.isascii() for character in text)
    return text if text.count("\ufffd") * 10 <= others else None


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the beginning names."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def tidy(text: str) -> str:
    r"""Text as the cleaner expects it: lines end with \n, no control characters, no surrogates."""
    return _CONTROLS.sub("", _NEWLINES.sub("\n", without_surrogates(text)))


def without_surrogates(text: str) -> str:
    """Text that can be written as UTF-8: halves of characters become U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def _encoding_named(charset: str) -> str | None:
    name = charset.strip().lower()
    try:
        encoding = codecs.lookup(_MEANT.get(name, name)).name
    except (LookupError, ValueError):  # ValueError: a NUL in it
        return None
    encoding = _MEANT.get(encoding, encoding)
    return encoding if encoding in _ON_THE_WEB else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode_unmarked(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _nearly_utf8(data) or data.decode(_legacy_encoding(data), "replace")


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with some damage: of ten characters that are not ASCII at most one is broken.

    Text of another encoding is broken at nearly all of them.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    others = sum(not character.isascii() for character in text)
    return text if broken * 10 <= others else None


def _legacy_encoding(data: bytes) -> str:
    sample = _telling_lines(data)
    encodings = [*LATIN_PAGES, *_LEGACY]
    best = from_bytes(sample, cp_isolation=encodings, enable_fallback=False).best()
    return best.encoding if best and best.encoding in _LEGACY else latin_page(sample)


def _telling_lines(data: bytes) -> bytes:
    """The lines with bytes above 127, which alone tell encodings apart, up to the sample's size."""
    lines, size, position = [], 0, 0
    while size < _SAMPLE and (found := _NOT_ASCII.search(data, position)):
        start = max(data.rfind(b"\n", position, found.start()) + 1, position)
        end = data.find(b"\n", found.end())
        position = len(data) if end < 0 else end + 1
        lines.append(data[start : min(position, start + _SAMPLE)])
        size += len(lines[-1])
    return b"".join(lines)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 of a Latin script without its mark: every other byte is NUL, or nearly."""
    sample = data[:4096]
    half = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or half * 0.05 < min(first, second) or max(first, second) < half * 0.5:
        return None
    return "utf-16-be" if first > second else "utf-16-le"
