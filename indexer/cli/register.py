"""`pressmark persons`: the register of everybody, and why somebody is or is not one person."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import click

from indexer.cli.building import facts_of
from indexer.cli.options import index_option, searcher_at, settings_with
from indexer.cli.output import json_line
from indexer.corrections import Corrections, PersonLine
from indexer.engine.protocol import Searcher
from indexer.errors import UnknownPersonError
from indexer.identity import name_key
from indexer.model import Person
from indexer.pipeline import corrections_of
from indexer.search.explained import Explanation, explain, near

_MOST_EXPLAINED = 20  # persons; of a surname that hundreds bear the most important
_MOST_NAMES = 20  # joined names, and short forms, that are listed of one person


@click.command("persons")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--explain", "asked", metavar="NAME", help="Why this is, or is not, one person.")
@index_option
def persons_command(as_json: bool, asked: str | None, location: str | None) -> None:
    """The register: every person, the articles that name them, other forms, suggestions."""
    searcher = searcher_at(location)
    if asked is None:
        for person in searcher.persons():
            if as_json:
                json_line(asdict(person))
            else:
                click.echo(_line(person))
        return
    for one in _explained(searcher, asked, location):
        if as_json:
            json_line(_record(one))
        else:
            # Files below the folder one stands in are called as one would type them.
            click.echo("\n".join(_told(one, searcher)).replace(f"{Path.cwd()}/", ""))


def _line(person: Person) -> str:
    also = f" (also: {', '.join(person.aliases)})" if person.aliases else ""
    hidden = " [hidden]" if person.hidden else ""
    return f"{person.documents:6d}  {person.name}{hidden}{also}"


def _explained(searcher: Searcher, name: str, location: str | None) -> Iterator[Explanation]:
    facts = facts_of(settings_with(index=location).index)
    corrections, current = corrections_of(facts) if facts.exists() else (Corrections(), True)
    if not facts.exists():
        click.echo("note: no facts beside the index: whose lines apply is not known", err=True)
    elif not current:
        said = "corrections.txt has changed since; apply it with: pressmark correct"
        click.echo(f"note: {said}", err=True)
    found = explain(searcher, name, corrections)
    if not found:
        alike = ", ".join(person.name for person in near(searcher, name))
        known = f"; near: {alike}" if alike else "; pressmark persons lists everybody"
        raise UnknownPersonError(f"no person {name!r} in the register{known}")
    if len(found) > _MOST_EXPLAINED:
        click.echo(f"note: {len(found)} persons; the first {_MOST_EXPLAINED} follow", err=True)
    return islice(found, _MOST_EXPLAINED)


def _record(one: Explanation) -> dict[str, object]:
    """An explanation in JSON: the person's own fields, and what made them."""
    record = asdict(one.person) if one.person else {"id": None, "name": one.name}
    lines = {"lines": one.lines, "idle": one.idle}
    return {
        **record,
        "joined": [asdict(joined) for joined in one.joined],
        "short_forms": [asdict(form) for form in one.short_forms],
        "parts": [asdict(part) for part in one.parts],
        **{key: [{"place": x.place, "text": x.text} for x in said] for key, said in lines.items()},
        "conflicts": one.conflicts,
    }


def _told(one: Explanation, searcher: Searcher) -> Iterator[str]:
    if one.person is None:
        yield f"{one.name}: nobody of the register"
    else:
        yield from _told_person(one, one.person)
    yield from _listed("  lines about them", map(_said, one.lines))
    yield from _listed("  lines that do nothing: no article names them", map(_said, one.idle))
    yield from _listed("  lines that do not apply", one.conflicts)
    if one.person is not None:
        yield from _told_suggestions(one.person, searcher)


def _told_person(one: Explanation, person: Person) -> Iterator[str]:
    yield f"{person.name} [{person.id}]: {_state(person)}"
    yield f"  {_articles(person.documents)}, {_counted(person.mentions, 'mention')}"
    if person.hidden:
        yield "  kept out of the facet"
    names = (f"{joined.name}: {joined.why}" for joined in one.joined)
    yield from _listed("  names joined", names)
    forms = (f"{form.text}: {_articles(form.documents)}" for form in person.forms)
    yield from _listed("  printed as", forms)
    short = (f"{form.text}: short for the full name in its article" for form in one.short_forms)
    yield from _listed("  joined inside an article only", short)
    parts = (f"{p.name} [{p.person}]: in {_articles(p.documents)}" for p in one.parts)
    yield from _listed("  others of this name, told apart", parts)


def _state(person: Person) -> str:
    if person.confirmed:
        return "one person, as corrections.txt says"
    if " " not in name_key(person.name):
        return "a name of one word: everybody who is printed so, where no full name stands"
    return "a name; two people may bear it"


def _told_suggestions(person: Person, searcher: Searcher) -> Iterator[str]:
    if not person.suggestions:
        return
    yield "  not joined, though alike; copy the line that is true into corrections.txt"
    for suggestion in person.suggestions:
        other = searcher.person(suggestion.person)
        if other is None:
            continue
        why = "; ".join((suggestion.evidence, *suggestion.signs))
        yield f"    {other.name} [{other.id}], {_articles(other.documents)}: {why}"
        yield f"      {suggestion.line}"
        yield f"      not-same: {person.name} | {other.name}"


def _listed(head: str, lines: Iterable[str]) -> Iterator[str]:
    every = tuple(lines)
    if every:
        yield head
        yield from (f"    {line}" for line in every[:_MOST_NAMES])
    if len(every) > _MOST_NAMES:
        yield f"    and {len(every) - _MOST_NAMES} more"


def _said(line: PersonLine) -> str:
    return f"{line.place} {line.text}"


def _articles(number: int) -> str:
    return _counted(number, "article")


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
