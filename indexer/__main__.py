"""The front door: joins the command line and the web app."""

from indexer.cli import COMMANDS, application

COMMANDS.place("serve", "indexer.serving:serve_command")


def main() -> None:
    """What `pressmark` and `python -m indexer` run."""
    application(prog_name="pressmark")


if __name__ == "__main__":
    main()
