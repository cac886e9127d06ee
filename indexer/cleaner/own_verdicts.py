"""What every line says of itself: title, dump, caption, date line, byline, button, notice."""

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeAlias

from indexer.cleaner.block import Block, Verdict
from indexer.cleaner.byline import byline_in
from indexer.cleaner.captions import caption_of
from indexer.cleaner.date_lines import is_date_line
from indexer.cleaner.dumps import is_dump
from indexer.cleaner.features import Form, script_of, script_share
from indexer.cleaner.lexicon import Words, read_words
from indexer.cleaner.line_signs import (
    MOST_LABELLED_WORDS,
    begins_as_sign,
    key_value_sign,
    line_sign,
    slug_sign,
)
from indexer.cleaner.text_blocks import is_caption_mark
from indexer.cleaner.title import TitleChoice
from indexer.cleaner.traces import (
    ADDRESS,
    BARS,
    BUTTONS,
    BYLINE,
    CODE,
    DIGIT,
    NOTICES,
    PICTURE,
    SIGN,
    WORDLESS,
    find_traces,
)
from indexer.model import PassageKind, Reason

_CAPTION_WORDS = 3  # fewer beside a credit belong to it
_MARKED_WORDS = 60  # a line below "Caption:" that is no longer is the caption
_LINKS = 0.8  # a block with a greater share of its letters in links points elsewhere
_SENTENCE_WORDS = 12
_END_WORDS = 8  # of a key and its value; a slug has fewer
_SCRIPT_LINES = 40  # of running text, by which a document's script is known

# Traces that a line has by its place or its looks; bits beside those of traces.py.
_TITLED = 1 << 16
_MARKED = 1 << 17  # the mark of a caption, and the line below it
_AT_ENDS = 1 << 18  # a short line above or below the running text
_FOREIGN = 1 << 19  # not all of its letters need be of the text's script
_NUMBERED = 1 << 20  # nothing but numbers

_Rule: TypeAlias = Callable[[int, "Reading"], Verdict | None]


OUTSIDE = "outside of the element that holds the article"


class Marks(NamedTuple):
    """The words of a text's lines, and what each line has of what rules cannot do without."""

    words: Words
    traces: Sequence[int]


def mark(texts: Sequence[str], forms: Sequence[Form]) -> Marks:
    """The marks of tidy lines."""
    words = read_words([form.folded for form in forms])
    return Marks(words, find_traces(texts, words.traces_of_lines()))


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as the rules read it: its blocks, how they look, and its title."""

    blocks: Sequence[Block]
    forms: Sequence[Form]
    title: TitleChoice
    marks: Marks
    script: str | None  # of most of its running text
    first_prose: int
    last_prose: int
    shown_title: int  # the line that is shown as the title, -1 for none
    is_page: bool = False  # are its blocks a page's elements, or the lines of a text?


def read(
    blocks: Sequence[Block], forms: Sequence[Form], title: TitleChoice, marks: Marks
) -> Reading:
    """A reading of a text's lines, with its script and its first and last running text."""
    texts = [block.text for block in blocks]
    prose = [
        line
        for line, form in enumerate(forms)
        if form.prose
        and line not in title.lines
        and not (marks.traces[line] & CODE and is_dump(texts[line]))
    ]
    script = script_of(texts[line] for line in prose[:_SCRIPT_LINES])
    ends = (prose[0], prose[-1]) if prose else (len(blocks), len(blocks))
    return Reading(blocks, forms, title, marks, script, *ends, _shown_title(blocks, title))


def _shown_title(blocks: Sequence[Block], title: TitleChoice) -> int:
    """The main heading among the lines of a title, or one that says nothing else, or the first."""
    lines = sorted(title.lines)
    headings = [line for line in lines if blocks[line].level == 1]
    same = [line for line in lines if blocks[line].text == title.text]
    return next(iter(headings or same or lines), -1)


def own_verdicts(reading: Reading) -> list[Verdict | None]:
    """For every block the first verdict that one of the rules has on it, None where none has."""
    return [
        _first_verdict(line, reading, rules)
        if (rules := _rules_for(asked, reading.is_page))
        else None
        for line, asked in enumerate(_asked_for(reading))
    ]


def _asked_for(reading: Reading) -> list[int]:
    """The traces of every line, with those that only the whole text can tell."""
    asked = list(map(operator.or_, reading.marks.traces, _by_looks(reading)))
    for line in reading.title.lines | reading.title.mastheads:
        asked[line] |= _TITLED
    for line, block in enumerate(reading.blocks):
        if is_caption_mark(block.text):
            asked[line] |= _MARKED
            if line + 1 < len(asked):
                asked[line + 1] |= _MARKED
    return asked


def _by_looks(reading: Reading) -> list[int]:
    looks = [
        _NUMBERED if form.numbers and form.numbers == len(form.folded) else 0
        for form in reading.forms
    ]
    for line in (
        *range(min(reading.first_prose + 1, len(looks))),
        *range(reading.last_prose, len(looks)),
    ):
        if reading.forms[line].size <= _END_WORDS:
            looks[line] |= _AT_ENDS
    if reading.script is not None:
        is_latin = reading.script == "latin"
        for line, form in enumerate(reading.forms):
            if form.folded and not (is_latin and form.text.isascii()):
                looks[line] |= _FOREIGN
    return looks


@cache
def _rules_for(asked: int, is_page: bool) -> tuple[_Rule, ...]:
    """The rules that can have a verdict on a line of these traces, in their order."""
    return tuple(
        rule for rule, traces in _RULES if asked & traces or (is_page and rule in _PAGE_RULES)
    )


def _first_verdict(line: int, reading: Reading, rules: Sequence[_Rule]) -> Verdict | None:
    for rule in rules:
        verdict = rule(line, reading)
        if verdict is not None:
            return verdict
    return None


def _title(line: int, reading: Reading) -> Verdict | None:
    title = reading.title
    if line in title.lines:
        if line == reading.shown_title:
            return Verdict(Reason.TITLE, "the title")
        return Verdict(Reason.REPEATED_TITLE, "the title once more")
    if line in title.mastheads:
        return Verdict(Reason.MASTHEAD, "carries the site's name, above the title")
    return None


def _dump(line: int, reading: Reading) -> Verdict | None:
    if is_dump(reading.blocks[line].text):
        return Verdict(Reason.DUMP, "dense with brackets, quotation marks and keys")
    return None


def _hint(line: int, reading: Reading) -> Verdict | None:
    block = reading.blocks[line]
    if block.hint is None:
        return None
    credit = block.text if block.hint is Reason.CREDIT else None
    return Verdict(block.hint, block.hint_rule, credit=credit)


def _caption(line: int, reading: Reading) -> Verdict | None:
    block = reading.blocks[line]
    if is_caption_mark(block.text):
        return Verdict(Reason.OTHER, "announces a caption")
    found = caption_of(block.text)
    if found is None:
        return _marked_caption(line, reading)
    if not found.text or (found.credit and len(found.text.split()) < _CAPTION_WORDS):
        return Verdict(Reason.CREDIT, "the form of a credit", credit=block.text)
    if found.is_sign_off and line >= reading.last_prose and block.kind is not PassageKind.CAPTION:
        return Verdict(
            None, "the last paragraph, signed by an agency", text=found.text, credit=found.credit
        )
    rule = "ends with a credit" if found.credit else "says that it is of a picture"
    return Verdict(None, rule, PassageKind.CAPTION, found.text, found.credit)


def _marked_caption(line: int, reading: Reading) -> Verdict | None:
    block = reading.blocks[line]
    if block.kind is PassageKind.CAPTION:
        return Verdict(None, "the page marks it as a caption", PassageKind.CAPTION)
    after_mark = line > 0 and is_caption_mark(reading.blocks[line - 1].text)
    if after_mark and not block.gap and reading.forms[line].size <= _MARKED_WORDS:
        return Verdict(None, "stands below the mark of a caption", PassageKind.CAPTION)
    return None


def _date_line(line: int, reading: Reading) -> Verdict | None:
    text = reading.blocks[line].text
    if is_date_line(text):
        return Verdict(Reason.DATE_LINE, "a date with little beside it")
    return None


def _byline(line: int, reading: Reading) -> Verdict | None:
    # In the middle of an article "By …" is a heading or the beginning of a sentence.
    if reading.first_prose + 1 < line <= reading.last_prose:
        return None
    form = reading.forms[line]
    if form.size > MOST_LABELLED_WORDS and not begins_as_sign(form):
        return None
    if byline_in(reading.blocks[line].text, form):
        return Verdict(Reason.BYLINE, "begins as a byline, and names follow")
    return None


def _sign(line: int, reading: Reading) -> Verdict | None:
    return line_sign(reading.blocks[line].text, reading.forms[line], reading.marks.traces[line])


def _end_signs(line: int, reading: Reading) -> Verdict | None:
    """Signs that count above and below the running text only."""
    text, form = reading.blocks[line].text, reading.forms[line]
    if reading.first_prose < line < reading.last_prose:
        return None
    below = line > reading.last_prose
    pair = key_value_sign(text, form) if reading.marks.traces[line] & DIGIT else None
    return pair or (slug_sign(text, form) if below else None)


def _script(line: int, reading: Reading) -> Verdict | None:
    form = reading.forms[line]
    if reading.script is None or (form.prose and form.size >= _SENTENCE_WORDS):
        return None
    if script_share(reading.blocks[line].text, reading.script) < 0.5:
        return Verdict(Reason.NAVIGATION, "a short line in another script than the article's")
    return None


def _outside(line: int, reading: Reading) -> Verdict | None:
    if reading.blocks[line].inside:
        return None
    above = line < reading.first_prose or any(
        block.inside for block in reading.blocks[line : line + 400]
    )
    reason = Reason.NAVIGATION if above else Reason.RELATED
    return Verdict(reason, OUTSIDE)


def _links(line: int, reading: Reading) -> Verdict | None:
    block, form = reading.blocks[line], reading.forms[line]
    if block.links < _LINKS or (form.prose and form.size > _SENTENCE_WORDS * 2):
        return None
    reason = Reason.RELATED if form.size > 3 else Reason.NAVIGATION
    return Verdict(reason, "nothing but links")


# In the order in which they are asked, each with the traces of which a line needs one.
_RULES: tuple[tuple[_Rule, int], ...] = (
    (_title, _TITLED),
    (_dump, CODE | WORDLESS),
    (_hint, 0),
    (_caption, PICTURE | _MARKED),
    (_date_line, DIGIT),
    (_byline, BYLINE),
    (_sign, WORDLESS | _NUMBERED | BARS | ADDRESS | SIGN | BUTTONS | NOTICES),
    (_end_signs, _AT_ENDS),
    (_outside, 0),
    (_script, _FOREIGN),
    (_links, 0),
)
_PAGE_RULES = (_hint, _caption, _outside, _links)  # what markup says needs no trace
