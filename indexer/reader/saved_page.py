"""A page that a browser saved in one file: its pictures dropped, the address that it came from."""

import re

from indexer.reader.web_address import normal_url

# Pictures and fonts inside a page, most of its bytes. A run of so many characters is no text.
_PICTURE = re.compile(r";base64,[A-Za-z0-9+/=%]{1000,}")
_PICTURE_BYTES = re.compile(_PICTURE.pattern.encode("ascii"))
_BEGIN = ";base64,"

_HEAD = 16_000  # characters of a page in which its saver stands; all write it near the top
_SAVED_FROM = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"<!--\s{0,20}saved from url=\(\d{1,6}\)\s{0,9}([^\s<>]+)",  # Chrome, Edge, IE
        r"<!--\s{0,20}Page saved with SingleFile\s{1,20}url:\s{0,9}([^\s<>]+)",
        r"<!--\s{0,20}Saved from ([^\s<>]+) at ",  # monolith
        r"<!--\s{0,20}Mirrored from ([^\s<>]+) by HTTrack",
        r"<meta name=[\"']?savepage-url[\"']? content=[\"']([^\s<>\"']+)",  # Save Page WE
    )
)


def without_pictures(page: str | bytes) -> str | bytes:
    """The page without the data of its pictures, fonts and films, of which no word is printed."""
    if isinstance(page, str):
        return _PICTURE.sub(_BEGIN, page) if _BEGIN in page else page
    begin = _BEGIN.encode("ascii")
    return _PICTURE_BYTES.sub(begin, page) if begin in page else page


def saved_from(page: str | bytes) -> str | None:
    """The address that a browser wrote into a page as it saved it."""
    head = page[:_HEAD]
    text = head if isinstance(head, str) else head.decode("utf-8", "replace")
    for pattern in _SAVED_FROM:
        if found := pattern.search(text):
            url = found[1] if "://" in found[1][:10] else f"http://{found[1]}"
            return normal_url(url)
    return None
