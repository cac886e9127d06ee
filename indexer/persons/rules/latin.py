"""Languages with capitals: full names that the lexicon knows, and names behind titles.

A tagger trained on English without its words (shapes, classes, lexicon, what the document says) was
tried besides: on the texts in tests/evaluation/persons it added 2 points in Spanish and lost 1 in
German and French, for half of the time.
"""

from collections.abc import Iterator, Sequence

from indexer.persons.evidence import Evidence, gather
from indexer.persons.lines import Line, Tagged
from indexer.persons.rules.known import bearing, english_words
from indexer.persons.rules.points import ENOUGH, GIVEN, capitals, is_titled, points
from indexer.persons.rules.reach import end_of_name
from indexer.persons.rules.repeated import repeated
from indexer.persons.words import Words

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
    found = [
        (number, start, end)
        for number, line in enumerate(lines)
        for start, end in _by_rule(line, evidence, words)
        if not _holds_thing(line, start, end, things, words)
    ]
    return repeated(lines, found, words)


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
    english = len(folds) > 1 and folds[-1] in english_words()
    return not things.isdisjoint(folds) or (english and bearing(folds[0]) <= GIVEN)
