"""HTML: a saved page, handed over as bytes; the cleaner settles its encoding with its <meta>."""

from collections.abc import Iterator

from indexer.model import RawDocument, Rejected
from indexer.reader.content import read_content
from indexer.reader.encoding import decode_page
from indexer.reader.pages import read_page
from indexer.reader.source_file import SourceFile


def read_html_file(file: SourceFile) -> Iterator[RawDocument | Rejected]:
    """The page of an HTML file. Raises: OSError, InputError."""
    data = read_content(file)
    yield from read_page(file, "html", data, decode_page(data))
