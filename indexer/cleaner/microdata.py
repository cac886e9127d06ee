"""The day of publication that tags in a page's body carry (schema.org microdata)."""

import re

_MARK = re.compile(r"datepublished", re.IGNORECASE)
_SPELLINGS = ("datePublished", "datepublished", "DatePublished", "DATEPUBLISHED")
_MOST_MARKS = 40  # a page with more is a list of other articles
_LONGEST_TAG = 500  # characters
_STAMP = re.compile(
    r"\b(?:content|datetime)\s{0,2}=\s{0,2}[\"']?(?P<stamp>[^\"'<>]{4,80})", re.IGNORECASE
)
_ITEMPROP = re.compile(r"\bitemprop\s{0,2}=\s{0,2}[\"'][^\"'<>]{0,60}$", re.IGNORECASE)


def dates_of_tags(markup: str) -> tuple[str, ...]:
    """What tags with itemprop="datePublished" carry, each once, in their order."""
    stamps: dict[str, None] = {}
    if not any(spelling in markup for spelling in _SPELLINGS):
        return ()  # as of most pages; ten times as fast as to look for every mark
    for number, mark in enumerate(_MARK.finditer(markup)):
        if number == _MOST_MARKS:
            return ()
        start = markup.rfind("<", max(0, mark.start() - _LONGEST_TAG), mark.start())
        if start < 0 or not _ITEMPROP.search(markup, start, mark.start()):
            continue
        end = markup.find(">", mark.end(), mark.end() + _LONGEST_TAG)
        if end >= 0 and (found := _STAMP.search(markup, start, end)):
            stamps.setdefault(found["stamp"].strip())
    return tuple(stamps)
