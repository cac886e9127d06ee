"""Web addresses in one spelling, so that two spellings of one address are one document."""

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, quote, urlsplit

from indexer.reader.limits import MAXIMUM_FIELD

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_.-]{1,253}|[0-9a-f:.]{2,45}")
# What RFC 3986 lets stand in a path or a query; the rest is spelled %XX, a stray % too.
_TO_SPELL = re.compile(r"%[0-9A-Fa-f]{2}|[^A-Za-z0-9\-._~:/?@!$&'()*+,;=]")
_UNRESERVED = re.compile(r"[A-Za-z0-9\-._~]")


def normal_url(url: str) -> str | None:
    """The address as RFC 3986 (6.2.2 and 6.2.3) normalises it, without fragment and password.

    None for what is no address of http or https that can be used.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = _normal_host(parts), parts.port
    except ValueError:  # "http://[", a port of letters
        return None
    if parts.scheme not in _PORTS or not _HOST.fullmatch(host) or len(url) > MAXIMUM_FIELD:
        return None
    shown_host = f"[{host}]" if ":" in host else host
    shown_port = f":{port}" if port not in (None, _PORTS[parts.scheme]) else ""
    path = "/".join(_without_dots(_spelled(parts.path).split("/")))
    query = f"?{_spelled(parts.query)}" if parts.query else ""
    return f"{parts.scheme}://{shown_host}{shown_port}/{path}{query}"


def _normal_host(parts: SplitResult) -> str:
    """The host in lower case and in ASCII. Raises: ValueError."""
    host = (parts.hostname or "").rstrip(".")
    # Longer ones are no names; the codec takes long for them (CVE-2022-45061).
    return host if host.isascii() or len(host) > 253 else host.encode("idna").decode("ascii")


def _spelled(text: str) -> str:
    return _TO_SPELL.sub(_spelled_character, text)


def _spelled_character(found: re.Match[str]) -> str:
    text = found.group()
    if len(text) == 1:
        return quote(text, safe="", errors="replace")
    character = chr(int(text[1:], 16))
    return character if _UNRESERVED.match(character) else text.upper()


def _without_dots(segments: Iterable[str]) -> list[str]:
    """The segments behind the first slash, "." and ".." resolved (RFC 3986, 5.2.4)."""
    kept: list[str] = []
    segment = ""
    for segment in list(segments)[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return [*kept, ""] if segment in (".", "..") else kept
