"""`pressmark serve`: the command line's door to the web app."""

import click

from indexer.cli.options import index_option, settings_with
from webapp.server import serve


@click.command("serve")
@index_option
@click.option("--host", help="Address to listen on. [PRESSMARK_HOST; default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), help="[PRESSMARK_PORT; default: 8000]")
@click.option("--workers", type=click.IntRange(1, 256), help="[PRESSMARK_WORKERS; default: 2]")
def serve_command(
    location: str | None, host: str | None, port: int | None, workers: int | None
) -> None:
    """The search page, on a server fit for production; new generations are picked up."""
    serve(settings_with(index=location, host=host, port=port, workers=workers))
