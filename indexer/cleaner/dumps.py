"""Dumps: JSON, PHP arrays, scripts and style sheets that were printed into an article."""

import re

from indexer.cleaner.traces import CODE_SIGNS

_STRUCTURE = "{}[]<>\\=;|_"
# Where a key meets its value, or a statement its end, in the notations that leak into pages.
_JOINTS = ('":', "':", "=>", '="', "='", '",', '{"', "});", "();", ":{", "]}", "){", "&&", "/*")
_JOINT_WORDS = (
    *("function(", "function (", "window.", "document.", "var ", "const ", "stdClass", "Array ("),
    *("@media", "!important", "console.", "undefined", "return ", "</", "/>"),
)
_ONLY_BRACKETS = re.compile(r"[\s{}\[\]();,<>]+")
_DUMPED_TYPE = re.compile(r'(string|array|object|int|bool|float)\([^)]{1,40}\)\s*(["{#]|$)')
_PRETTY_LINE = re.compile(r'["\'][\w $@.-]{1,60}["\']\s*(:|=>)\s*\S.{0,200}')
_SAMPLE = 20_000  # characters that are looked at; a dump shows itself sooner

_SHORT = 24


def is_dump(text: str) -> bool:
    """Whether this line is a dump of something that a machine was to read.

    By the density of brackets, quotation marks and joints between keys and values; a sentence that
    quotes a bracket or two is none.
    """
    sample = text[:_SAMPLE]
    if _ONLY_BRACKETS.fullmatch(sample) or _DUMPED_TYPE.match(sample):
        return True
    if _PRETTY_LINE.fullmatch(sample) and sample[-1] in ",{[\"'}]0123456789el":
        return True
    if len(sample) < _SHORT or not any(sign in sample for sign in CODE_SIGNS):
        return False
    joints = sum(map(sample.count, _JOINTS))
    code = sum(map(sample.count, _JOINT_WORDS))
    structure = sum(map(sample.count, _STRUCTURE))
    return _is_dense(len(sample), structure, joints, code)


def _is_dense(length: int, structure: int, joints: int, code: int) -> bool:
    # Prose has well under one such character in a hundred; the dumps that were seen have 6 to 25.
    density = (structure + joints) / length
    return (joints >= 2 and density >= 0.06) or (
        code >= 2 and joints + code >= 3 and density >= 0.04
    )
