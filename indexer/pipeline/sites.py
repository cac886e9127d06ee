"""Repeated lines in a batch that is no archive: what `pressmark clean --jsonl` does with sites."""

from collections.abc import Iterable, Iterator

from indexer.archive import repeated_lines, without_repeated_lines
from indexer.cleaner import Cleaned
from indexer.model import Document, NoArticle, RawDocument


def clean_sites(
    cleaned: Iterable[tuple[RawDocument, Cleaned]],
) -> Iterator[Document | NoArticle]:
    """Each document without the lines that its site repeats over the batch, in order."""
    batch = [(raw, result.document) for raw, result in cleaned]
    # By the document itself: two records of a batch may have the same id.
    sites = {id(document): raw.site or "" for raw, document in batch}

    def site_of(document: Document) -> str:
        return sites[id(document)]

    repeated = repeated_lines((d for _, d in batch if isinstance(d, Document)), site_of)
    for _, document in batch:
        if isinstance(document, Document):
            yield without_repeated_lines(document, repeated)
        else:
            yield document
