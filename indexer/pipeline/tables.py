"""What a generation holds beside its documents: the register, where ids lead now, what once was."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from indexer.archive import Register
from indexer.facts import History
from indexer.identity import document_id
from indexer.model import ArchiveTables


def archive_tables(
    register: Register,
    history: History,
    moved: Sequence[tuple[str, str]],
    present: Collection[str],
    aliases: Mapping[str, tuple[str, ...]],
) -> ArchiveTables:
    """The tables; moved are the pairs of the moved: lines, present the ids of all documents."""
    redirects = document_redirects(moved, present)
    retired = dict(history.retired())
    for old, new in sorted(redirects.items()):
        # The old links still carry passage ids: what they meant is looked up where they lead.
        if old in retired:
            known = {passage.id for passage in retired.get(new, ())}
            more = tuple(passage for passage in retired[old] if passage.id not in known)
            retired[new] = (*retired.get(new, ()), *more)
    gone = {
        id_: replace(buried, passages=retired.get(id_, ()))
        for id_, buried in history.gone().items()
        if id_ not in present and id_ not in redirects
    }
    return ArchiveTables(
        persons=register.persons,
        person_of=register.person_of,
        person_here=register.person_here,
        person_redirects=register.person_redirects,
        document_redirects=redirects,
        retired={id_: passages for id_, passages in retired.items() if id_ in present},
        gone=gone,
        aliases=aliases,
    )


def document_redirects(
    moved: Sequence[tuple[str, str]], present: Collection[str]
) -> Mapping[str, str]:
    """Old id → id of the document, each chain followed to its end; what leads nowhere is left out.

    An id that is present leads nowhere else: the file came back.
    """
    steps = {document_id(old): document_id(new) for old, new in sorted(moved)}
    ends = {}
    for old in steps:
        place, seen = old, {old}
        while place not in present and steps.get(place, old) not in seen:
            place = steps[place]
            seen.add(place)
        if place != old and place in present:
            ends[old] = place
    return ends
