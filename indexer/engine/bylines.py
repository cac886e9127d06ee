"""Who is named in a byline: the values of the facet of bylines, as printed.

A byline is one line that names one person or several, and often an office or an agency beside
them. Photographers stand in the credits, which are another matter.
"""

import re

from indexer.identity import name_key

MOST_AUTHORS = 10  # of one article
LONGEST_AUTHOR = 80  # characters; what is longer is a sentence
_LONGEST_BYLINE = 1_000

_BY = re.compile(r"(?:(?:written |reported )?by|von|par|por|di)[\s:]+(?=\S)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;/|•·&\n،؛]\s*|\s+(?:and|und|et|y|with)\s+|\s+[-–—]\s+", re.IGNORECASE)
# "Jan Falk in Port Vessin": where they wrote is not who they are.
_WHERE = re.compile(r"\s(?:in|at|for|à|aus|en|special to)\s(?=[^\Wa-z]).*", re.DOTALL)
# Beside a name these say what somebody does there.
_OFFICES = frozenset(
    (
        *("reporter", "correspondent", "editor", "writer", "staff", "columnist", "contributor"),
        *("bureau", "redakteur", "redakteurin", "korrespondent", "korrespondentin"),
        *("correspondant", "journalist"),
    )
)


def authors(byline: str | None) -> tuple[str, ...]:
    """The names of a byline as printed, in order, each once; () where it holds no letter."""
    text = " ".join((byline or "")[:_LONGEST_BYLINE].split())
    pieces = [_WHERE.sub("", piece) for piece in _BETWEEN.split(_BY.sub("", text, count=1))]
    named = {name_key(piece): piece for piece in reversed(pieces) if len(piece) <= LONGEST_AUTHOR}
    named.pop("", None)
    names = {key: piece for key, piece in named.items() if not _is_office(key)}
    found = tuple(reversed((names or named).values()))
    return found[:MOST_AUTHORS]


def _is_office(key: str) -> bool:
    return not _OFFICES.isdisjoint(key.split())
