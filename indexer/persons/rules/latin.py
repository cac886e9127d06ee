"""Languages with capitals: a tagger trained on English without its words, and rules beside it.

The tagger (training/transfer.py) knows classes of words only: titles, roles, verbs of saying, the
lexicon, the shape. What it finds is believed where nothing bars it; full names that the lexicon
knows, and what stands after a title, are found by rule.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from indexer.persons.evidence import NEVER_SEEN, Evidence, gather, is_beside_saying
from indexer.persons.lines import Line, Tagged
from indexer.persons.model import Weights, load_weights
from indexer.persons.rules.barred import is_barred, may_be_name
from indexer.persons.rules.known import bearing, is_place
from indexer.persons.rules.points import (
    ENOUGH,
    GIVEN,
    capitals,
    is_titled,
    joins_things,
    points,
)
from indexer.persons.rules.reach import end_of_name
from indexer.persons.rules.repeated import Span, repeated
from indexer.persons.tagger import Tagger
from indexer.persons.words import BY_LANGUAGE, Words

WEIGHTS = Path(__file__).parent.parent / "transfer.npz"
# Before what they stand is a noun. Names stand behind der and die too, where somebody is quoted.
_DETERMINERS = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines im am zum zur vom beim jeder jede jedes
    kein keine keinen keiner mein meine meinen sein seine seinen seiner seinem ihr ihre ihren ihrer
    ihrem unser unsere diese dieser dieses diesen diesem
    """.split()  # noqa: SIM905  # a list of words is read as words
)


def tag(lines: Sequence[Line], words: Words) -> list[Tagged]:
    """The mentions of persons in a document."""
    evidence = gather(lines, words)
    things = _things(lines, words)
    found: dict[Span, bool] = {}  # whether we are sure
    for number, line in enumerate(lines):
        for start, end in _by_rule(line, evidence, words):
            if not _holds_thing(line, start, end, things, words):
                found[number, start, end] = True
    for mention in _transferred(words).tag(lines):
        line, start, end = lines[mention.line], mention.start, mention.end
        thing = _holds_thing(line, start, end, things, words)
        if not thing and _is_borne_out(line, mention, evidence, words):
            span = mention.line, mention.start, mention.end
            found[span] = found.get(span, False) or mention.sure
    return repeated(lines, _longest(found), words)


def _by_rule(line: Line, evidence: Evidence, words: Words) -> Iterator[tuple[int, int]]:
    """Full names that the lexicon knows, and names after titles."""
    for first, past in line.runs:
        place = first
        while place < past:
            end = end_of_name(line, place, past, evidence, words)
            if end > place and points(line, place, end, evidence, words) >= ENOUGH:
                yield place, end
                place = end
            else:
                place += 1


def _transferred(words: Words) -> Tagger:
    """The tagger for the words of a language, which is one of ours."""
    return _tagger(next(code for code, known in BY_LANGUAGE.items() if known is words))


@cache
def _tagger(language: str) -> Tagger:
    return Tagger(replace(_weights(), common=frozenset()), BY_LANGUAGE[language])


@cache
def _weights() -> Weights:
    return load_weights(WEIGHTS)


def _things(lines: Sequence[Line], words: Words) -> frozenset[str]:
    """The nouns that a German text shows to be nouns: it has them behind an article as well."""
    if not words.compounds:
        return frozenset()
    return frozenset(
        line.words[place]
        for line in lines
        for place in range(1, len(line.words))
        if line.capitals[place]
        and line.words[place - 1] in _DETERMINERS
        # Behind a comma it is the die of a clause about somebody.
        and not (place > 1 and line.tokens[place - 2].text == ",")
    )


def _holds_thing(line: Line, start: int, end: int, things: frozenset[str], words: Words) -> bool:
    """Whether a word of the mention is a noun of the text, or the last is one of English."""
    if is_titled(line, start, words):
        return False
    folds = [line.words[place] for place in capitals(line, start, end)]
    english = len(folds) > 1 and folds[-1] in _weights().common
    return not things.isdisjoint(folds) or (english and bearing(folds[0]) <= GIVEN)


def _is_borne_out(line: Line, mention: Tagged, evidence: Evidence, words: Words) -> bool:
    """Whether nothing speaks against a mention of the tagger, and for a word alone something."""
    start, end = mention.start, mention.end
    if not all(may_be_name(line, place, words) for place in capitals(line, start, end)):
        return False
    if is_barred(line, start, end, words):
        return False
    if end - start > 1:
        return not joins_things(line, start, end, words)
    fold = line.words[start]
    seen = evidence.get(fold, NEVER_SEEN)
    known = bearing(fold)
    said = is_beside_saying(line, (start, end), words)
    return not is_place(fold) and (
        is_titled(line, start, words)
        or said
        or seen.titled > 0
        or (known >= GIVEN and not line.starts[start])
    )


def _longest(found: Mapping[Span, bool]) -> dict[Span, bool]:
    """The mentions that no longer one covers in part."""
    kept: dict[Span, bool] = {}
    taken: set[tuple[int, int]] = set()
    for span in sorted(found, key=lambda span: (span[1] - span[2], span)):
        places = {(span[0], place) for place in range(span[1], span[2])}
        if taken.isdisjoint(places):
            taken |= places
            kept[span] = found[span]
    return kept
