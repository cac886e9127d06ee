"""Bytes to text: what a page says of its encoding, checked against what its bytes are."""

import logging
import re

from bs4.dammit import EncodingDetector, UnicodeDammit

from indexer.cleaner.mojibake import repaired

# An encoding declared further down than this is not looked for (HTML asks for the first 1024).
_DECLARATION_BYTES = 8192

# It warns of bytes that fit no encoding; in a build of many pages that is noise on the terminal.
logging.getLogger("bs4.dammit").setLevel(logging.ERROR)

# Half of a pair, as JSON can spell it alone; no parser takes it and no file can store it.
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def decode(content: str | bytes, is_html: bool) -> str:
    """The content as text; bytes that fit no encoding, and lone surrogates, become U+FFFD.

    What was decoded by the wrong table before it came here is made good (`mojibake`).
    """
    if isinstance(content, str):
        return content if content.isascii() else repaired(_paired(content))
    try:
        return repaired(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return repaired(_decode_by_declaration(content, is_html))


def _paired(text: str) -> str:
    """The text with U+FFFD for each lone surrogate; that there is one its encoder says soonest."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("\ufffd", text)
    return text


def _decode_by_declaration(content: bytes, is_html: bool) -> str:
    declared = EncodingDetector.find_declared_encoding(content[:_DECLARATION_BYTES], is_html, False)
    known = [declared] if declared else []
    decoded = UnicodeDammit(content, known_definite_encodings=known, is_html=is_html)
    if decoded.unicode_markup and not decoded.contains_replacement_characters:
        return decoded.unicode_markup
    return content.decode(decoded.original_encoding or "utf-8", "replace")
