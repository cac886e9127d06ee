"""Which of the old Latin code pages: the one in which the letters are those of one language.

charset-normalizer tells scripts apart well, and these pages badly: it takes a Polish sentence in
cp1250 for cp1257 and a French one in cp1252 for cp1250, since all of them give letters everywhere.
Where two languages fit, the more usual page wins: Latvian may come out as if it were French.
"""

# The letters beyond a to z of each page's languages, the most usual page first.
_ALPHABETS = {
    "cp1252": (
        "àâæçéèêëîïôœùûüÿ",  # French
        "áéíñóúü¡¿ªº",  # Spanish
        "áâãàçéêíóôõúüªº",  # Portuguese
        "àèéìíîòóù",  # Italian
        "àçèéíïòóúü·",  # Catalan
        "äöüßé",  # German
        "áèéëíïóöüç",  # Dutch
        "åäöéü",  # Swedish, Finnish
        "æøåéòôó",  # Danish, Norwegian
        "áæðéíóöúýþ",  # Icelandic
    ),
    "cp1250": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "ăâîşţ",  # Romanian
        "čćđšž",  # Croatian, Slovene
    ),
    "cp1254": ("çğıİöşüâîû",),  # Turkish
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"),  # Lithuanian, Latvian, Estonian
}
_ALPHABETS["iso8859_2"] = _ALPHABETS["cp1250"]
_IN_ANY_LANGUAGE = frozenset("“”„‘’‚–—…«»€§°•©®™´\xa0\xad")

LATIN_PAGES = tuple(_ALPHABETS)


def latin_page(data: bytes) -> str:
    """The code page under which most of the bytes above 127 are of one language."""
    return max(LATIN_PAGES, key=lambda page: _share_of_one_language(data, page))


def _share_of_one_language(data: bytes, page: str) -> float:
    beyond = [letter for letter in data.decode(page, "replace") if not letter.isascii()]
    counts = (
        sum(it in alphabet or it.lower() in alphabet or it in _IN_ANY_LANGUAGE for it in beyond)
        for alphabet in _ALPHABETS[page]
    )
    return max(counts) / max(1, len(beyond))
