"""What a page tells machines of its article, laid beside its blocks: its body and its description.

Neither is the last word: a body may be the beginning only, or hold advertisements, and a list of
articles may repeat a description. So both are told as facts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from indexer.cleaner.block import Block

_NO_LETTER = re.compile(r"[\W_]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>")
_PROBE = 40  # letters
_LONGEST = 200_000  # characters that are looked at
_SHORTEST_BODY = 250
_SHORTEST_DESCRIPTION = 40
_NAMES = ("description", "og:description", "twitter:description")

NOTHING = -1.0


@dataclass(frozen=True, slots=True)
class Told:
    """The letters of what is told; empty where nothing is."""

    body: str = ""
    description: str = ""


def read_told(tree: etree._Element, body: str | None) -> Told:
    """What a page tells: the body from its JSON-LD, the description from its head."""
    text = _TAG.sub(" ", (body or "")[:_LONGEST])
    return Told(_letters(text) if len(text) >= _SHORTEST_BODY else "", _description(tree))


def in_body(blocks: Sequence[Block], told: Told) -> list[float]:
    """For every block whether it stands in the body: 0 to 1, NOTHING where no body is told."""
    if not told.body:
        return [NOTHING] * len(blocks)
    return [_share(_letters(block.text), told.body) for block in blocks]


def in_description(blocks: Sequence[Block], told: Told) -> list[float]:
    """For every block whether the description begins like it; NOTHING where none is told."""
    if not told.description:
        return [NOTHING] * len(blocks)
    start = told.description[:_PROBE]
    return [float(_letters(block.text[: 4 * _PROBE]).startswith(start)) for block in blocks]


def _share(letters: str, body: str) -> float:
    """The share of three places of a text, its beginning, middle and end, that the body has."""
    if len(letters) <= _PROBE:
        return float(bool(letters) and letters in body)
    middle = (len(letters) - _PROBE) // 2
    probes = (letters[:_PROBE], letters[middle : middle + _PROBE], letters[-_PROBE:])
    return sum(probe in body for probe in probes) / len(probes)


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()


def _description(tree: etree._Element) -> str:
    head = tree.find("head")
    for meta in () if head is None else head.iter("meta"):
        name = str(meta.get("name") or meta.get("property") or "").casefold()
        letters = _letters(str(meta.get("content") or "")[:1000]) if name in _NAMES else ""
        if len(letters) >= _SHORTEST_DESCRIPTION:
            return letters
    return ""
