"""What only the whole archive can tell: pure functions over the facts of all its documents.

    register_entry(document) · build_register(entries, rules)    everybody whom the archive names
    repeated_lines(documents) · without_repeated_lines(document, repeated)   an outlet's debris
    clean_sites(cleaned)    the same for the sites of a batch that is no archive
    story(document) · find_copies(stories) · is_copy(story, story)           copies of one story

The order of the documents never matters.
"""

from indexer.archive.alike import is_one_edit_apart
from indexer.archive.copies import Copies, Story, find_copies, is_copy, story
from indexer.archive.decisions import PersonRules, Split, Unmatched
from indexer.archive.entries import Entry, NamedHere, register_entry
from indexer.archive.register import Register, build_register
from indexer.archive.repeated_lines import (
    RepeatedLines,
    outlet_of,
    repeated_lines,
    with_passages_of,
    without_repeated_lines,
)
from indexer.archive.sites import clean_sites
from indexer.archive.skeleton import skeletons

__all__ = [
    "Copies",
    "Entry",
    "NamedHere",
    "PersonRules",
    "Register",
    "RepeatedLines",
    "Split",
    "Story",
    "Unmatched",
    "build_register",
    "clean_sites",
    "find_copies",
    "is_copy",
    "is_one_edit_apart",
    "outlet_of",
    "register_entry",
    "repeated_lines",
    "skeletons",
    "story",
    "with_passages_of",
    "without_repeated_lines",
]
