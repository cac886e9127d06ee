"""HTML: a saved page, handed over as bytes; the cleaner settles its encoding with its <meta>."""

from collections.abc import Iterator

from indexer.model import RawDocument, Rejected
from indexer.reader.content import read_content
from indexer.reader.encoding import decode_page
from indexer.reader.limits import MAXIMUM_SAVED_PAGE
from indexer.reader.pages import check_page, read_page
from indexer.reader.saved_page import saved_from, without_pictures
from indexer.reader.source_file import SourceFile


def read_html_file(file: SourceFile) -> Iterator[RawDocument | Rejected]:
    """The page of an HTML file, its pictures left out. Raises: OSError, InputError."""
    data = read_content(file, MAXIMUM_SAVED_PAGE)
    content = check_page(without_pictures(decode_page(data)))
    yield from read_page(file, "html", data, content, saved_from(content))
