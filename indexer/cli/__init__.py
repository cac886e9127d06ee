"""The command line (docs/command-line.md): data on standard output, all else on standard error."""

from indexer.cli.app import COMMANDS, application

__all__ = ["COMMANDS", "application"]
