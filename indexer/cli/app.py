"""The application: its commands, its exit codes, and the one edge at which errors become words."""

from collections.abc import Sequence
from typing import Any

import click

from indexer import __version__
from indexer.cli.batches import clean_command, name_command
from indexer.cli.building import check_command, index_command, migrate_command, remove_command
from indexer.cli.exporting import export_command
from indexer.cli.reading import persons_command, show_command
from indexer.cli.searching import search_command
from indexer.errors import PressmarkError

NOTHING_DONE = 2


class Application(click.Group):
    """A group of commands in which an error on purpose is one line and exit status 2."""

    def invoke(self, context: click.Context) -> Any:
        """The command's own result; 2 where nothing could be done, with the reason."""
        try:
            return super().invoke(context)
        except BrokenPipeError:  # "| head": nobody listens any more, and click ends quietly
            raise
        except (PressmarkError, OSError) as error:  # a folder without rights, a full disk
            click.echo(f"error: {error}", err=True)
            context.exit(NOTHING_DONE)
        except KeyboardInterrupt:
            click.echo("interrupted; an index that was being built stays as it was", err=True)
            context.exit(NOTHING_DONE)


@click.group(cls=Application, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="pressmark")
def application() -> None:
    """Search for news archives: cleaned articles, persons, lasting links to passages."""


def _add(commands: Sequence[click.Command]) -> None:
    for command in commands:
        application.add_command(command)


_add((index_command, check_command, migrate_command, remove_command))
_add((search_command, show_command, persons_command, export_command))
_add((clean_command, name_command))
