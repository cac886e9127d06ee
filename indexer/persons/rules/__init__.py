"""The rules: who is named in French, German, Spanish and Arabic, for which no texts are labelled.

What is asked does not depend on the language: titles, roles and verbs of saying, the lexicon of
names, and what the document says elsewhere. Where these are silent nobody is named.
"""

from collections.abc import Sequence

from indexer.persons.lines import Line, Tagged
from indexer.persons.rules import arabic, latin
from indexer.persons.rules.affixes import without_affixes
from indexer.persons.words import Words


def tag(lines: Sequence[Line], words: Words) -> tuple[Tagged, ...]:
    """The mentions of persons in a document, in order."""
    found = latin.tag(lines, words) if words.capitals else arabic.tag(lines, words)
    return tuple(sorted(found, key=lambda mention: (mention.line, mention.start)))


__all__ = ["tag", "without_affixes"]
