"""Markup made safe and small before it is parsed: in one pass, whatever it holds.

Measured on libxml2 2.14: 50,000 attributes of one element take 2.6 s (quadratic), elements nested
deeper than 2,048 end the document silently, a comment that is never closed swallows the rest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_MARKUP = 10_000_000  # characters; a longer page is cut
_LONGEST_TAG = 4_000  # characters; what is longer carries a picture or a program in an attribute
_LONGEST_NAME = 40  # characters; the name of a tag is shorter
_MOST_ATTRIBUTES = 60
_FEW_EQUALS = 20_000  # a page with fewer equals signs cannot hold an element that takes long

_JSON_LD_SCRIPTS = 20
_JSON_LD_LENGTH = 1_000_000

# Elements that print nothing, or nothing of the article; their content is cut out unparsed.
_UNSEEN = "script|style|noscript|template|svg|iframe|object|canvas|video|audio|select|textarea"
_OPENING = re.compile(rf"<!--|<\?|<!\[CDATA\[|<(?P<name>{_UNSEEN})(?=[\s/>])", re.IGNORECASE)
_CLOSING = {
    name: re.compile(rf"</{name}(?=[\s/>])[^<>]{{0,200}}>", re.IGNORECASE)
    for name in _UNSEEN.split("|")
}
_COMMENT_END = re.compile(r"--!?>")
_CDATA_END = re.compile(r"\]\]>")
_INSTRUCTION_END = re.compile(r">")
_TAG_START = re.compile(r"<[a-zA-Z][^\s<>/]{0,40}")
_TAG_SIGNS = re.compile(r"<[a-zA-Z]|>|=\s{0,3}[\"']|[\"']|=")
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*>")
_KEPT_FLAT = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "title", "time"])
_INLINE = frozenset(
    # A list would be half a page of one word a line.
    "a abbr b big cite code em font i ins mark q s small span strong sub sup time tt u".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Stripped:
    """Markup without what is not printed, and the JSON-LD that was among it."""

    markup: str
    json_ld: tuple[str, ...]


def strip_markup(markup: str) -> Stripped:
    """The markup without comments, scripts, styles and monstrous tags; linear in its length."""
    parts: list[str] = []
    json_ld: list[str] = []
    position = 0
    markup = markup[:MOST_MARKUP].replace("\x00", "")
    for start, inner, inner_end, end in _unseen_spans(markup):
        parts.append(markup[position:start])
        # Programs put comments amid words, where they print nothing; a picture leaves a gap.
        if not (markup.startswith("<!--", start) and _is_amid_text(markup, start)):
            parts.append(" ")
        position = end
        if len(json_ld) < _JSON_LD_SCRIPTS and "ld+json" in markup[start:inner].casefold():
            json_ld.append(markup[inner:inner_end][:_JSON_LD_LENGTH])
    parts.append(markup[position:])
    return Stripped(_without_monsters("".join(parts)), tuple(json_ld))


def flatten(markup: str) -> str:
    """The markup without any nesting: for a page that is nested deeper than a parser follows."""
    return _ANY_TAG.sub(_flat_tag, markup)


def _flat_tag(match: re.Match[str]) -> str:
    name = match[2].casefold()
    if name in _KEPT_FLAT:
        return match[0]
    return "" if name in _INLINE else "<p>"


def _unseen_spans(markup: str) -> Iterator[tuple[int, int, int, int]]:
    """Start, start and end of the content, and end of everything that is to be cut out.

    What is never closed is cut at its opening only: a text must not vanish for want of a tag.
    """
    never_closed: set[str] = set()
    position = 0
    while opening := _OPENING.search(markup, position):
        kind = (opening["name"] or opening.group()).casefold()
        inner = opening.end() if opening["name"] is None else _tag_end(markup, opening.end())
        closing = None if kind in never_closed else _closing(kind).search(markup, inner)
        if closing is None:
            never_closed.add(kind)
        inner_end, position = closing.span() if closing else (inner, inner)
        yield opening.start(), inner, inner_end, position


def _is_amid_text(markup: str, position: int) -> bool:
    """Whether no tag is open there: what stands on both sides would make another tag."""
    before = markup[max(0, position - _LONGEST_NAME) : position]
    return before.rfind("<") <= before.rfind(">")


def _closing(kind: str) -> re.Pattern[str]:
    if kind == "<!--":
        return _COMMENT_END
    if kind == "<?":
        return _INSTRUCTION_END
    return _CDATA_END if kind.startswith("<!") else _CLOSING[kind]


def _tag_end(markup: str, position: int) -> int:
    end = markup.find(">", position, position + _LONGEST_TAG)
    return end + 1 if end >= 0 else position


def _without_monsters(markup: str) -> str:
    parts = markup.split(">")
    if any(len(part) > _LONGEST_TAG for part in parts):
        markup = ">".join(_without_long_tag(part) for part in parts)
    if markup.count("=") > _FEW_EQUALS:
        markup = _without_many_attributes(markup)
    return markup


def _without_long_tag(part: str) -> str:
    if len(part) <= _LONGEST_TAG:
        return part
    tag = _TAG_START.search(part)
    if tag is None or len(part) - tag.start() <= _LONGEST_TAG:
        return part
    return part[: tag.end()]


def _without_many_attributes(markup: str) -> str:
    """Tags with more attributes than a person writes lose them all; quoted values may hold ">"."""
    parts: list[str] = []
    position = 0
    for start, end in _crowded_tags(markup):
        name = _TAG_START.match(markup, start)
        parts.append(markup[position : name.end() if name else start])
        position = end
    parts.append(markup[position:])
    return "".join(parts)


def _crowded_tags(markup: str) -> Iterator[tuple[int, int]]:
    """Start of every tag with too many attributes, and where its ">" stands."""
    start, equals, quote = -1, 0, ""
    for sign in _TAG_SIGNS.finditer(markup):
        token = sign.group()
        if quote:
            quote = "" if token[-1] == quote else quote
        elif token == ">":
            if start >= 0 and equals > _MOST_ATTRIBUTES:
                yield start, sign.start()
            start = -1
        elif start < 0:
            if token[0] == "<":
                start, equals = sign.start(), 0
        elif token[0] == "=":
            equals += 1
            quote = token[-1] if token[-1] in "\"'" else ""
    if start >= 0 and equals > _MOST_ATTRIBUTES:
        yield start, len(markup)
