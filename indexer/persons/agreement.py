"""A document's names agree with each other: what is a name in one place is one in the next.

The tagger decides run by run. Here a lone capital that it passed over becomes a mention when the
document names somebody so elsewhere; a name reaches back over the particle before it, and does not
begin with what the person is.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.persons.evidence import names_role
from indexer.persons.lexicon import lexicon
from indexer.persons.lines import Line, Tagged
from indexer.persons.words import SUFFIXES, Words

_AND = frozenset((",", "and", "&", "et", "und", "y", "e"))
_GIVEN = 3  # class of the lexicon: three names and more are written so
_SHORTEST_GIVEN = 4  # letters
_SHIPS = frozenset({
    "uss", "hms", "hmas", "hmcs", "rms", "mv", "ship", "warship", "ferry", "tanker", "frigate",
    "destroyer", "submarine", "trawler", "vessel", "yacht", "schooner", "freighter", "liner",
})  # fmt: skip
# In lower case before a name, where the language has no such word of its own: bin Salman, van Dijk.
_BEFORE_NAMES = frozenset(("bin", "ibn", "bint", "al", "el", "abu", "abou", "ould", "von", "van"))


def agree(lines: Sequence[Line], tagged: Sequence[Tagged], words: Words) -> tuple[Tagged, ...]:
    """The mentions, with those that the other mentions of the document call for; in order."""
    reached = [
        _of_name_alone(lines[mention.line], mention, words)
        for mention in _borne_out(lines, tagged)
        if not _is_a_ship_s(lines[mention.line], mention, words)
    ]
    covered = {(m.line, place) for m in reached for place in range(m.start, m.end)}
    alone = list(_alone(lines, covered, words))
    named = _names_alone(lines, reached)
    passed_over = Counter(_word(lines, mention) for mention in alone)
    more = [
        mention
        for mention in alone
        if named[_word(lines, mention)] >= passed_over[_word(lines, mention)]
    ]
    more += _enumerated(lines, reached, set(alone).difference(more), words)
    return tuple(sorted((*reached, *more), key=lambda mention: (mention.line, mention.start)))


def _borne_out(lines: Sequence[Line], tagged: Sequence[Tagged]) -> Iterator[Tagged]:
    """The mentions, those of headlines only where the text below names somebody alike.

    In a headline every word has its capital: "Runaway Goat Stops Tram" looks like a person.
    """
    shouts = [line.headline and not _is_list(line) for line in lines]
    told = not all(shout for shout, line in zip(shouts, lines, strict=True) if line.texts)
    known = {_last(lines, mention) for mention in tagged if not shouts[mention.line]}
    for mention in tagged:
        if not (told and shouts[mention.line]) or _last(lines, mention) in known:
            yield mention


def _is_a_ship_s(line: Line, mention: Tagged, words: Words) -> bool:
    """Whether what bears the name is a ship: the ferry Jane Doe, HMS Queen Jane."""
    before = mention.start - 1
    if before > 0 and line.words[before] in words.titles:
        before -= 1
    return line.words[mention.start] in _SHIPS or (before >= 0 and line.words[before] in _SHIPS)


def _is_list(line: Line) -> bool:
    """Whether the line may be a list of names, as the teams of a match: commas or brackets."""
    return any(text in ",;(" for text in line.texts)


def _of_name_alone(line: Line, mention: Tagged, words: Words) -> Tagged:
    """The mention without what a person is before it, and with the particle of the name."""
    before = mention.start - 1
    word = line.texts[before] if mention.start else ""
    if word in _BEFORE_NAMES and word not in words.function:
        return replace(mention, start=before)
    return replace(mention, start=_after_roles(line, mention, words))


def _after_roles(line: Line, mention: Tagged, words: Words) -> int:
    """Past the last role that only roles and common words lead up to: Chief Manager Dr Jane Doe."""
    start = mention.start
    for place in range(mention.start, mention.end - 1):
        word = line.words[place]
        if names_role(word, words) and line.words[place + 1] not in SUFFIXES:
            start = place + 1
        elif word and word not in words.common and word not in words.organisations:
            break
    return start if line.capitals[start] else mention.start


def _names_alone(lines: Sequence[Line], tagged: Iterable[Tagged]) -> Counter[str]:
    """How much speaks for a word as a name alone: a surname counts twice."""
    named: Counter[str] = Counter()
    for mention in tagged:
        folds = lines[mention.line].words[mention.start : mention.end]
        if len(folds) == 1:
            named[folds[0]] += 1
        elif mention.sure:
            named[folds[-1]] += 2
            # France Gall's songs are heard in France.
            named[folds[0]] += not lexicon().is_place(folds[0])
    return named


def _alone(lines: Sequence[Line], covered: set[tuple[int, int]], words: Words) -> Iterator[Tagged]:
    """The runs of one capital that are no mention, and stand where a person may."""
    for number, line in enumerate(lines):
        for start, end in line.runs:
            if end - start > 1 or (number, start) in covered:
                continue
            before = line.words[start - 1] if start else ""
            if before not in words.places_before and before != "the":
                yield Tagged(number, start, end, sure=False)


def _enumerated(
    lines: Sequence[Line], reached: Iterable[Tagged], alone: Collection[Tagged], words: Words
) -> Iterator[Tagged]:
    """The given names alone that a comma or an "and" sets beside a person: Omar, Jane Doe and Ali.

    On unseen news persons gain .1 of F1.
    """
    persons = {(m.line, place) for m in reached for place in (m.start, m.end - 1)}
    for mention in alone:
        line, place = lines[mention.line], mention.start
        beside = (
            (mention.line, other) in persons
            for mark, other in ((place - 1, place - 2), (place + 1, place + 2))
            if 0 <= mark < len(line.texts) and line.texts[mark] in _AND
        )
        if any(beside) and _is_given_name(line, place, words):
            yield replace(mention, sure=True)


def _is_given_name(line: Line, place: int, words: Words) -> bool:
    word = line.words[place]
    if line.headline or line.texts[place].isupper() or len(word) < _SHORTEST_GIVEN:
        return False
    if word in words.kinds or word in words.common or lexicon().is_place(word):
        return False
    return lexicon().bearing(word) >= _GIVEN


def _last(lines: Sequence[Line], mention: Tagged) -> str:
    return lines[mention.line].words[mention.end - 1]


def _word(lines: Sequence[Line], mention: Tagged) -> str:
    return lines[mention.line].words[mention.start]
