"""The application: its commands, its exit codes, and the one edge at which errors become words."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any

import click

from indexer import __version__
from indexer.errors import PressmarkError

NOTHING_DONE = 2


class CommandPlaces(MutableMapping[str, click.Command]):
    """Commands by name, each imported when it is asked for.

    Cleaning a batch needs neither an engine nor a web server, and importing both takes as long as
    cleaning a hundred articles.
    """

    def __init__(self, **places: str) -> None:
        self._commands: dict[str, click.Command | str] = dict(places)

    def place(self, name: str, place: str) -> None:
        """A command more, by its place: "module:attribute"."""
        self._commands[name] = place

    def __getitem__(self, name: str) -> click.Command:
        command = self._commands[name]
        if isinstance(command, str):
            module, attribute = command.split(":")
            command = self._commands[name] = getattr(import_module(module), attribute)
        return command

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._commands[name] = command

    def __delitem__(self, name: str) -> None:
        del self._commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._commands)

    def __len__(self) -> int:
        return len(self._commands)


COMMANDS = CommandPlaces(
    index="indexer.cli.building:index_command",
    correct="indexer.cli.building:correct_command",
    check="indexer.cli.building:check_command",
    migrate="indexer.cli.building:migrate_command",
    remove="indexer.cli.building:remove_command",
    search="indexer.cli.searching:search_command",
    show="indexer.cli.reading:show_command",
    persons="indexer.cli.register:persons_command",
    export="indexer.cli.exporting:export_command",
    clean="indexer.cli.batches:clean_command",
    name="indexer.cli.naming:name_command",
)


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


@click.group(
    cls=Application, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, "-V", "--version", prog_name="pressmark")
def application() -> None:
    """Search for news archives: cleaned articles, persons, lasting links to passages."""
