"""What the model sees of each line of a text: a row of numbers, computed for all lines at once.

How a line looks, what it shares with the title and with the running text elsewhere, what stands
around it, where it stands, and what the rules say of it. No column depends on a language; the
words of a line are weighed apart (`words`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from indexer.cleaner.block import Verdict
from indexer.cleaner.features import Form, form_of
from indexer.cleaner.lexicon import Words, hash_of, read_words
from indexer.cleaner.limits import MOST_BLOCKS
from indexer.cleaner.lines.characters import CharacterClass, Characters, Column, read_characters
from indexer.cleaner.lines.words import MOST_WORDS
from indexer.cleaner.own_verdicts import Reading
from indexer.model import PassageKind, Reason

Columns = dict[str, Column]
Rows = NDArray[np.float32]  # (lines,) or (columns, lines)

_SENTENCE_WORDS = 4
_LONG_WORDS = 14
_CONTENT_LETTERS = 4
_CONTENT_SIGNS = 2  # of a script without spaces
_TITLE_LETTERS = 3
_WIDE = 0.3  # share of the letters from which a text is of a script without spaces
_FAR = 60  # lines
_LINE_BITS = MOST_BLOCKS.bit_length()
_REACHES = (2, 5, 12)  # lines around one
_NEAR = ("chars", "words", "lower_share", "capital_share", "ends", "prose", "shared")
_AROUND = 3  # lines above and below that are seen; the third only in short
_NEXT = (*_NEAR, "bars", "digits", "begins_lower", "colon", "in_title", "gap")
_REASONS = tuple(Reason)
_COUNTED_REASONS = (
    *(Reason.DATE_LINE, Reason.COMMENTS, Reason.RELATED, Reason.SHARING, Reason.NAVIGATION),
    *(Reason.BYLINE, Reason.CREDIT, Reason.PROMOTION),
)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text as numbers."""

    columns: Columns
    words: Words
    weight: Column  # what a line weighs among its neighbours: its words, at most 40


def read_lines(reading: Reading, verdicts: Sequence[Verdict | None], dense: range) -> Lines:
    """The columns of every line, of which there is at least one.

    Args:
        reading: the lines.
        verdicts: what the rules say of each.
        dense: where the running text is the densest (`core`).

    """
    texts = [block.text for block in reading.blocks]
    characters = read_characters(texts)
    wide_share = _wide_share(characters)
    is_wide = wide_share > _WIDE
    words = read_words(_in_pairs(reading.forms)) if is_wide else reading.marks.words
    words = words.first(MOST_WORDS)
    looks = _looks(characters)
    looks["gap"] = np.array([min(block.gap, 4) for block in reading.blocks], np.float32)
    prose = looks["prose"]
    running = np.where(prose > 0, characters.words, 0).astype(np.float32)
    looks |= _company(words, prose, wide_share)
    looks |= _titles(words, reading.title.text)
    keys = [form.key for form in reading.forms]
    looks["copies"] = _copies(keys)
    columns = looks | _around(looks) | _place(running, prose, characters.words)
    columns |= _signs(verdicts) | _core(dense, running)
    return Lines(columns, words, np.minimum(characters.words, 40))


def shifted(values: Rows, by: int, fill: float = 0.0) -> Rows:
    """What stands so many lines below (above, if negative); fill beyond the ends.

    values are of one column, or of several, a column a row.
    """
    out = np.full_like(values, fill)
    if abs(by) < values.shape[-1]:
        if by > 0:
            out[..., :-by] = values[..., by:]
        else:
            out[..., -by:] = values[..., :by]
    return out


def window(values: Rows, reach: int) -> Rows:
    """The sum over so many lines above and below, the line itself included."""
    return windows(values, (reach,))[0]


def windows(values: Rows, reaches: Sequence[int]) -> list[Rows]:
    """The same for several numbers of lines, whose sums are summed up once."""
    lines = values.shape[-1]
    most = min(max(reaches), lines)
    # A sum up to each line, the first and the last also beyond the ends.
    sums = np.zeros((*values.shape[:-1], lines + 2 * most + 1))
    np.cumsum(values, axis=-1, dtype=np.float64, out=sums[..., most + 1 : most + 1 + lines])
    sums[..., most + 1 + lines :] = sums[..., most + lines, None]
    found = []
    for reach in reaches:
        by = min(reach, most)
        high = sums[..., most + by + 1 : most + by + 1 + lines]
        low = sums[..., most - by : most - by + lines]
        found.append((high - low).astype(np.float32))
    return found


def _in_pairs(forms: Sequence[Form]) -> list[list[str]]:
    """The words of a script without spaces, which are whole clauses, as overlapping pairs."""
    return [
        [
            pair
            for word in form.folded
            for pair in (map("".join, pairwise(word)) if word[1:] else (word,))
        ]
        for form in forms
    ]


def _looks(characters: Characters) -> Columns:
    counts, words = characters.counts, characters.words
    length = np.maximum(characters.length, 1)
    least = np.maximum(words, 1)
    lower = np.maximum(words - characters.capitalised - characters.numbers, 0)
    ends = counts[:, CharacterClass.END]
    letters = counts[:, CharacterClass.UPPER : CharacterClass.DIGIT].sum(1)
    letters += counts[:, CharacterClass.WIDE]
    share = counts / length[:, None]
    first = characters.first
    columns = {
        "chars": np.log1p(characters.length),
        "words": np.log1p(words),
        "word_length": letters / least,
        "capitals": share[:, CharacterClass.UPPER],
        "digits": share[:, CharacterClass.DIGIT],
        "comma_share": share[:, CharacterClass.COMMA],
        "quotes": share[:, CharacterClass.QUOTE],
        "marks": share[:, CharacterClass.MARK],
        "bars": share[:, CharacterClass.BAR],
        "others": share[:, CharacterClass.OTHER],
        "letters_without_case": share[:, CharacterClass.LETTER],
        "wide": share[:, CharacterClass.WIDE],
        "commas": counts[:, CharacterClass.COMMA],
        "sentences": ends,
        "sentence_length": words / np.maximum(ends, 1),
        "capital_share": characters.capitalised / least,
        "number_share": characters.numbers / least,
        "lower_share": lower / least,
        "lower": np.log1p(lower),
        "ends": characters.ends,
        "colon": characters.colon,
        "cut": characters.cut,
        "begins_lower": first == CharacterClass.LOWER,
        "begins_digit": first == CharacterClass.DIGIT,
        "begins_quote": first == CharacterClass.QUOTE,
        "begins_sign": first >= CharacterClass.MARK,
        "prose": _is_prose(characters, lower / least),
    }
    return {name: np.asarray(column, np.float32) for name, column in columns.items()}


def _is_prose(characters: Characters, lower_share: Column) -> NDArray[np.bool_]:
    is_sentence = characters.ends & (characters.words >= _SENTENCE_WORDS) & (lower_share >= 0.3)
    return is_sentence | ((characters.words >= _LONG_WORDS) & (lower_share >= 0.5))


def _wide_share(characters: Characters) -> float:
    counts = characters.counts.sum(0)
    return float(counts[CharacterClass.WIDE] / max(counts[: CharacterClass.SPACE].sum(), 1))


def _company(words: Words, prose: Column, wide_share: float) -> Columns:
    """Which of a line's words the running text of other lines has: a link's words stand alone."""
    lines = len(words.counts)
    least = _CONTENT_SIGNS if wide_share > _WIDE else _CONTENT_LETTERS
    content = words.lengths >= least
    if not content.any():
        none = np.zeros(lines, np.float32)
        return dict.fromkeys(("shared", "alone", "density", "content"), none)
    # Each word of each line once, the lines of a word together: as one sorted number of both.
    pairs = np.sort(words.hashes[content] << _LINE_BITS | words.line[content])
    pairs = pairs[np.diff(pairs, prepend=-1) != 0]
    line = pairs & ((1 << _LINE_BITS) - 1)
    word = np.cumsum(np.diff(pairs >> _LINE_BITS, prepend=-1) != 0) - 1
    in_prose = np.bincount(word, weights=prose[line])
    anywhere = np.bincount(word)
    elsewhere = in_prose[word] - prose[line]
    total = np.bincount(line, minlength=lines)
    least_total = np.maximum(total, 1)
    sums = {
        "shared": np.bincount(line, weights=elsewhere > 0, minlength=lines) / least_total,
        "alone": np.bincount(line, weights=anywhere[word] == 1, minlength=lines) / least_total,
        "density": np.bincount(line, weights=np.minimum(elsewhere, 8), minlength=lines)
        / least_total,
        "content": np.log1p(total),
    }
    return {name: column.astype(np.float32) for name, column in sums.items()}


def _titles(words: Words, title: str) -> Columns:
    title_words = form_of(title).folded
    wanted = [hash_of(word) for word in title_words if len(word) >= _TITLE_LETTERS]
    known = np.sort(np.array(wanted or [-1], np.int64))
    # np.isin does the same in four times the time.
    shared = known[np.searchsorted(known[1:], words.hashes, "right")] == words.hashes
    counts = np.bincount(words.line, weights=shared, minlength=len(words.counts))
    return {
        "in_title": (counts / np.maximum(words.counts, 1)).astype(np.float32),
        "of_title": (counts / max(len(wanted), 1)).astype(np.float32),
    }


def _copies(keys: Sequence[str]) -> Column:
    seen: dict[str, int] = {}
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
    return np.array([min(seen[key], 6) for key in keys], np.float32)


def _around(looks: Columns) -> Columns:
    lines = len(looks["prose"])
    rows = np.full((len(_NEXT), lines + 2 * _AROUND), -1, np.float32)
    for row, name in enumerate(_NEXT):
        rows[row, _AROUND : _AROUND + lines] = looks[name]
    return {
        f"{name}{by:+}": rows[row, _AROUND + by : _AROUND + by + lines]
        for by in (-3, -2, -1, 1, 2, 3)
        for row, name in enumerate(_NEAR if abs(by) == _AROUND else _NEXT)
    }


def _place(running: Column, prose: Column, words: Column) -> Columns:
    lines = len(running)
    at = np.arange(lines, dtype=np.float32)
    total = max(float(running.sum()), 1.0)
    sums = np.cumsum(running)
    texts = np.flatnonzero(prose)
    first, last = (int(texts[0]), int(texts[-1])) if len(texts) else (lines, lines)
    above = np.where(prose > 0, at, -_FAR * 10)
    below = np.where(prose > 0, at, at[-1] + _FAR * 10)
    above = np.maximum.accumulate(np.concatenate(([-_FAR * 10], above[:-1])))
    below = np.minimum.accumulate(np.concatenate((below[1:], [at[-1] + _FAR * 10]))[::-1])[::-1]
    even = np.ones(lines, np.float32)
    nearby = windows(running, _REACHES)
    columns = {
        "from_text": np.minimum(at - above, _FAR),
        "to_text": np.minimum(below - at, _FAR),
        **{
            f"text_near_{reach}": np.log1p(near)
            for reach, near in zip(_REACHES, nearby, strict=True)
        },
        "texts_near": window(prose, 3) / 7,
        "length_near": window(np.minimum(words, 50), 5) / 11,
        "line": np.log1p(at),
        "lines_left": np.log1p(lines - 1 - at),
        "place": at / lines,
        "lines": even * np.log1p(lines),
        "share_above": sums / total,
        "text_above": np.log1p(np.maximum(sums - running, 0)),
        "text_below": np.log1p(np.maximum(total - sums, 0)),
        "text": even * np.log1p(total),
        "text_share": even * prose.mean(),
        "from_first": np.clip(at - first, -30, _FAR),
        "from_last": np.clip(at - last, -_FAR, 30),
        "from_longest": np.clip(at - int(np.argmax(words)), -_FAR, _FAR),
    }
    return {name: np.asarray(column, np.float32) for name, column in columns.items()}


def _signs(verdicts: Sequence[Verdict | None]) -> Columns:
    """What the rules say of each line, and how much they say around it."""
    codes = np.array([_code(verdict) for verdict in verdicts])
    said = (codes == np.arange(1, len(_SAID) + 1)[:, None]).astype(np.float32)
    columns: Columns = {f"rule_{name}": row for name, row in zip(_SAID, said, strict=True)}
    signed = (codes > 0).astype(np.float32)
    columns["rule"] = signed
    columns["rules_near_3"], columns["rules_near_8"] = windows(signed, (3, 8))
    columns["rules_above"] = _counted_above(signed)
    for by in (-2, -1, 1, 2):
        columns[f"rule{by:+}"] = shifted(signed, by)
    counted = said[_COUNTED]
    near, above, since = window(counted, 6), _counted_above(counted), _lines_since(counted)
    for row, reason in enumerate(_COUNTED_REASONS):
        columns[f"{reason}_near"] = near[row]
        columns[f"{reason}_above"] = above[row]
        columns[f"from_{reason}"] = since[row]
    return columns


def _core(dense: range, running: Column) -> Columns:
    """Where the densest stretch of unsigned running text is, whatever the language."""
    at = np.arange(len(running), dtype=np.float32)
    start, stop = (dense.start, dense.stop) if dense else (len(running), len(running))
    inside = (at >= start) & (at < stop)
    return {
        "in_core": inside.astype(np.float32),
        "from_core": np.clip(at - start, -30, 30),
        "past_core": np.clip(at - stop, -30, 30),
        "core_share": np.full_like(at, running[inside].sum() / max(running.sum(), 1)),
    }


def _code(verdict: Verdict | None) -> int:
    if verdict is None:
        return 0
    if verdict.reason is None:
        return len(_REASONS) + (1 if verdict.kind is PassageKind.CAPTION else 2)
    return _CODES[verdict.reason]


_SAID = (*_REASONS, "caption", "text")
_CODES = {reason: code for code, reason in enumerate(_REASONS, 1)}
_COUNTED = np.array([_CODES[reason] - 1 for reason in _COUNTED_REASONS])


def _counted_above(marks: Rows) -> Rows:
    return np.asarray(np.log1p(np.cumsum(marks, axis=-1) - marks), np.float32)


def _lines_since(marks: Rows) -> Rows:
    at = np.arange(marks.shape[-1], dtype=np.float32)
    last = np.maximum.accumulate(np.where(marks > 0, at, -_FAR), axis=-1)
    return np.minimum(at - last, _FAR).astype(np.float32)
