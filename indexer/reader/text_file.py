"""Plain text: a crawler's .txt, one article a file."""

from collections.abc import Iterator

from indexer.model import RawDocument, Rejected
from indexer.reader.content import read_content
from indexer.reader.encoding import decode
from indexer.reader.pages import read_page
from indexer.reader.records import plain_text
from indexer.reader.source_file import SourceFile


def read_text_file(file: SourceFile) -> Iterator[RawDocument | Rejected]:
    """The article of a text file. Raises: OSError, InputError."""
    data = read_content(file)
    yield from read_page(file, "text", data, plain_text(decode(data)))
