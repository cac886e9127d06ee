"""How values are put in words on a page: dates, languages, numbers, and text without controls."""

import re

from indexer.model import DateOrigin, Published, Reason

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
# English names of the codes of ISO 639-1 that newspapers are likely to be written in.
_LANGUAGES = {
    **{"ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan"},
    **{"cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English"},
    **{"es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish"},
    **{"fr": "French", "ga": "Irish", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian"},
    **{"hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic"},
    **{"it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "ku": "Kurdish"},
    **{"lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "nl": "Dutch"},
    **{"no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian"},
    **{"ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian"},
    **{"sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai"},
    **{"tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese"},
}
_ORIGINS = {
    DateOrigin.GIVEN: "given with the source",
    DateOrigin.META: "from the page's head",
    DateOrigin.JSON_LD: "from the page's data",
    DateOrigin.URL: "from the address",
    DateOrigin.DATE_LINE: "from the date line",
    DateOrigin.TEXT: "from the text",
}
# C0 and C1 but tab and line ends, lone surrogates, and what is no character: they break markup.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printed_date(date: str) -> str:
    """2016-05-11 → 11 May 2016; a year or a month alone stays one."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{month} {year}" if len(rest) == 1 else f"{int(rest[1])} {month} {year}"


def date_origin(published: Published) -> str:
    """Where a date was found, in words."""
    return _ORIGINS[published.origin]


def language_name(code: str | None) -> str:
    """The English name of a language; its code where it has none here."""
    return _LANGUAGES.get(code, code) if code else "language not known"


def reason_words(reason: Reason) -> str:
    """Why a block was removed, as a heading."""
    return reason.value[0].upper() + reason.value[1:]


def plural(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 article, 1,204 articles."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def printable(value: object) -> object:
    """What a template prints: text loses what would break markup; all else is as it was."""
    # type(): a Markup is a str too, and must stay one.
    return _UNPRINTABLE.sub("\ufffd", value) if type(value) is str else value
