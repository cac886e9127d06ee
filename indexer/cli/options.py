"""The options that several commands share, and the settings behind them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ParamSpec, TypeVar

import click

from indexer.dates import calendar_date
from indexer.engine import open_engine
from indexer.engine.protocol import Engine, Searcher
from indexer.model import Dates, Filters, Query, Sort
from indexer.settings import Settings

P = ParamSpec("P")
R = TypeVar("R")

index_option = click.option(
    "--index",
    "location",
    metavar="LOCATION",
    help="A folder, or opensearch+http[s]://host:9200/name. [PRESSMARK_INDEX; default: index]",
)


def settings_with(**given: Any) -> Settings:
    """The settings of the environment, with what was given on the command line in their place."""
    settings = Settings.from_environment()
    return replace(settings, **{name: value for name, value in given.items() if value is not None})


def engine_at(location: str | None) -> Engine:
    """The engine at the LOCATION given, else at the one the environment names."""
    return open_engine(settings_with(index=location).index)


def searcher_at(location: str | None) -> Searcher:
    """The published generation at the LOCATION. Raises NoIndexError, DamagedIndexError."""
    return engine_at(location).searcher()


_FILTERS = (
    click.option("--person", "persons", multiple=True, help="Names any of these."),
    click.option("--all-person", "all_persons", multiple=True, help="Names each of these."),
    click.option("--not-person", "not_persons", multiple=True, help="Names none of these."),
    click.option("--source", "sources", multiple=True, help="From any of these outlets."),
    click.option("--byline", "bylines", multiple=True, help="Written or photographed by."),
    click.option("--language", "languages", multiple=True, help="In any of these languages."),
    click.option("--year", "years", multiple=True, help="Published in any of these years."),
    click.option("--from", "first", metavar="DATE", help="YYYY, YYYY-MM or YYYY-MM-DD."),
    click.option("--to", "last", metavar="DATE", help="Inclusive."),
    click.option("--dated", multiple=True, type=click.Choice(["sure", "doubtful", "none"])),
    click.option("--match", type=click.Choice(["all", "some"]), default="all"),
    click.option(
        "--in",
        "within",
        type=click.Choice(["removed"]),
        help="Search the text that the cleaner removed.",
    ),
    click.option("--aliases", is_flag=True, help="Find words under their aliases too."),
    click.option(
        "--sort", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance"
    ),
)


def filter_options(command: Callable[P, R]) -> Callable[P, R]:
    """The filters of the search page as options; query_from turns their values into a Query."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def query_from(text: str, options: dict[str, object]) -> Query:
    """The Query that a command's options say. Raises click.BadParameter on a bad date or year."""
    first, last = _date("--from", options["first"]), _date("--to", options["last"])
    names = ("persons", "all_persons", "not_persons", "sources", "languages", "dated")
    filters = Filters(
        **{name: options[name] for name in names},  # type: ignore[arg-type]  # click gives tuples
        years=tuple(_year(year) for year in options["years"]),  # type: ignore[attr-defined]
        dates=Dates(first, last) if first or last else None,
    )
    sort: Sort = options["sort"]  # type: ignore[assignment]  # one of click's three choices
    return Query(
        text=text,
        filters=filters,
        bylines=options["bylines"],  # type: ignore[arg-type]  # click gives a tuple
        match="some" if options["match"] == "some" else "all",
        within="removed" if options["within"] else "article",
        sort=sort,
        aliases=bool(options["aliases"]),
    )


def _date(option: str, value: object) -> str | None:
    if value is None:
        return None
    found = calendar_date(str(value))
    if found is None:
        raise click.BadParameter(
            f"{value!r} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD", param_hint=option
        )
    return found


def _year(value: object) -> str:
    found = calendar_date(str(value))
    if found is None or len(found) != len("YYYY"):
        raise click.BadParameter(f"{value!r} is no year; expected YYYY", param_hint="--year")
    return found
