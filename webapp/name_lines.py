"""Lines for corrections.txt about a person, ready to be copied from the person's page."""

import re
from dataclasses import dataclass

from indexer.identity import name_key
from indexer.model import Document, Person, Suggestion
from indexer.search import Profile

MOST_DOCUMENTS = 10  # articles of the page that have a line each
_LONGEST_NAME = 200  # characters that the grammar reads
_LONGEST_PLACE = 300
# What a name, a path or an outlet in a line cannot hold: the grammar's own signs, and controls.
_UNUSABLE = re.compile("[=|#\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class NameLine:
    """A line, and what it does, in words."""

    does: str
    line: str


def lines_about(person: Person) -> tuple[NameLine, ...]:
    """What can be said of the name as a whole; () where no line could hold the name."""
    name = person.name
    if not _is_usable(name):
        return ()
    said = (
        (not person.confirmed, "One person bears this name; you have looked", f"confirm: {name}"),
        (True, "Not a person", f"drop: {name}"),
        (not person.hidden, "Keep it out of the facet", f"hide: {name}"),
        # Nothing stands after the sign: copied as it is, the line is named as an error.
        (True, "Show another name; write it after the sign", f"rename: {name} ="),
    )
    return tuple(NameLine(does, line) for holds, does, line in said if holds)


def lines_of_suggestion(
    person: Person, suggestion: Suggestion, other: Person | None
) -> tuple[NameLine, ...]:
    """Both answers to a suggestion: they are one, they are two; () where no line holds a name."""
    if other is None or not (_is_usable(person.name) and _is_usable(other.name)):
        return ()
    two = f"not-same: {person.name} | {other.name}"
    return (
        NameLine("They are one person", suggestion.line),
        NameLine("They are two; do not ask again", two),
    )


def lines_of_split(person: Person, profile: Profile) -> tuple[NameLine, ...]:
    """Where another person bears the name: in an outlet, in a year, in one of these articles."""
    if not _is_usable(person.name):
        return ()
    sources = [one.value for one in profile.sources if _is_usable(one.value, _LONGEST_PLACE)]
    years = [one.value for one in profile.years]
    documents = [hit.document for hit in profile.results.hits[:MOST_DOCUMENTS]]
    said = [
        *((f"In {one}", f"source {one}") for one in sources if len(sources) > 1),
        *((f"In {one}", f"in {one}") for one in years if 1 < len(years) <= MOST_DOCUMENTS),
        *((f"In “{one.title or one.id}”", f"document {_place(one)}") for one in documents),
    ]
    return tuple(NameLine(does, f"split: {person.name} | {where}") for does, where in said)


def _place(document: Document) -> str:
    """The article's name in its source, which outlives a rebuild elsewhere, else its id."""
    names = (document.source_id, document.place, document.id)
    return next(name for name in names if name == names[-1] or _is_usable(name, _LONGEST_PLACE))


def _is_usable(name: str, longest: int = _LONGEST_NAME) -> bool:
    """Whether the grammar reads the name as it stands."""
    usable = len(name) <= longest and not _UNUSABLE.search(name) and bool(name_key(name))
    return usable and " ".join(name.split()) == name
