"""`pressmark index`, `check`, `remove`, `migrate`: what changes an index or says if it is whole."""

from pathlib import Path

import click

from indexer.cli.options import engine_at, index_option, settings_with
from indexer.cli.progress import ProgressBars
from indexer.engine import open_engine
from indexer.facts import FACTS_FILE, check_facts
from indexer.pipeline import BuildOrder, BuildReport, FactsPlaces, build, correct, migrate, remove

WRONG_INPUT = DAMAGED = 1
_PAGES_NAMED = 20  # without an article; a crawl may hold thousands
_PATH = click.Path(path_type=Path)


@click.command("index")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=_PATH)
@index_option
@click.option("--jobs", type=click.IntRange(1), help="Processes that clean. [PRESSMARK_JOBS]")
@click.option("--rebuild", is_flag=True, help="As if nothing had been indexed.")
@click.option("--no-clean", is_flag=True, help="The text is clean already.")
@click.option("--prune", is_flag=True, help="Also remove more than a tenth of the archive.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--corrections", type=_PATH, metavar="FILE", help="[PRESSMARK_CORRECTIONS]")
@click.pass_context
def index_command(
    context: click.Context,
    /,
    sources: tuple[Path, ...],
    location: str | None,
    jobs: int | None,
    corrections: Path | None,
    **flags: bool,
) -> None:
    """Read, clean, name and index every SOURCE (those of the last runs, else seeds/)."""
    settings = settings_with(index=location, jobs=jobs, corrections=corrections)
    order = BuildOrder(
        facts=facts_of(settings.index),
        sources=sources,
        jobs=settings.jobs,
        corrections=(settings.corrections,) if settings.corrections else (),
        **flags,
    )
    with ProgressBars() as bars:
        report = build(order, open_engine(settings.index), bars.show)
    _tell(report, every_page=order.dry_run)
    context.exit(WRONG_INPUT if report.rejected or report.wrong_lines else 0)


@click.command("correct")
@index_option
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--corrections", type=_PATH, metavar="FILE", help="[PRESSMARK_CORRECTIONS]")
@click.pass_context
def correct_command(
    context: click.Context, /, location: str | None, corrections: Path | None, *, dry_run: bool
) -> None:
    """Apply corrections.txt as it is now to the persons of the index; no SOURCE is read."""
    settings = settings_with(index=location, corrections=corrections)
    order = BuildOrder(
        facts=facts_of(settings.index),
        corrections=(settings.corrections,) if settings.corrections else (),
        dry_run=dry_run,
    )
    with ProgressBars() as bars:
        report = correct(order, open_engine(settings.index), bars.show)
    _tell(report, every_page=False)
    context.exit(WRONG_INPUT if report.wrong_lines else 0)


@click.command("check")
@index_option
@click.option("--deep", is_flag=True, help="Decode every posting and record as well.")
@click.pass_context
def check_command(context: click.Context, location: str | None, deep: bool) -> None:
    """Is the index whole? Every file's size and checksum."""
    settings = settings_with(index=location)
    damages = open_engine(settings.index).check(deep=deep)
    lines = [f"{damage.place}: {damage.what}; {damage.remedy}" for damage in damages]
    lines += check_facts(facts_of(settings.index), deep=deep)
    for line in lines:
        click.echo(line)
    if lines:
        context.exit(DAMAGED)
    click.echo(f"{settings.index} is whole")


@click.command("remove")
@click.argument("document_ids", nargs=-1, required=True, metavar="ID...")
@click.option("--why", required=True, metavar="TEXT", help="The reason; it stays.")
@index_option
def remove_command(document_ids: tuple[str, ...], why: str, location: str | None) -> None:
    """Take documents down for good: their text leaves the index, the facts and old generations."""
    if not why.strip():
        raise click.BadParameter("it is empty; say why, it is all that stays", param_hint="--why")
    settings = settings_with(index=location)
    remove(document_ids, why, open_engine(settings.index), facts_of(settings.index))
    click.echo(f"{len(document_ids)} removed", err=True)


@click.command("migrate")
@click.argument("origin", metavar="FROM")
@click.argument("target", metavar="TO")
def migrate_command(origin: str, target: str) -> None:
    """Copy an archive from one LOCATION to another, without the sources."""
    if origin == target or Path(origin).resolve() == Path(target).resolve():
        raise click.UsageError(f"FROM and TO are both {origin!r}; nothing to copy")
    count = migrate(
        engine_at(origin), engine_at(target), FactsPlaces(facts_of(origin), facts_of(target))
    )
    click.echo(f"{count} documents copied to {target}", err=True)


def facts_of(location: str) -> Path:
    """Where the facts behind an index are kept: in its folder."""
    return Path(location) / FACTS_FILE


def _tell(report: BuildReport, *, every_page: bool) -> None:
    """every_page: names those without an article that earlier runs named too."""
    pages = [page for page in report.no_articles if every_page or page.new]
    for page in pages if every_page else pages[:_PAGES_NAMED]:
        name = f" ({page.name})" if page.name else ""
        click.echo(f"not an article {page.place}{name}: {page.reason}", err=True)
    if len(pages) > _PAGES_NAMED and not every_page:
        more = f"{len(pages) - _PAGES_NAMED:,} more"
        click.echo(f"not an article: {more}; pressmark index --dry-run names all", err=True)
    for rejected in report.rejected:
        click.echo(f"rejected {rejected.place}: {rejected.reason}", err=True)
    for note in report.notes:
        click.echo(f"note: {note}", err=True)
    click.echo(report.sentence())
