"""Repeated lines in a batch that is no archive: what `pressmark clean --jsonl` does with sites."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from indexer.archive.repeated_lines import repeated_lines, without_repeated_lines
from indexer.model import Document, NoArticle, RawDocument


def clean_sites(
    cleaned: Iterable[tuple[RawDocument, Document | NoArticle]],
) -> Iterator[Document | NoArticle]:
    """Each document without the lines that its site repeats over the batch, in order."""
    batch = list(cleaned)
    # Known by their number: two records of a batch may have the same id.
    numbered = {
        str(number): replace(document, id=str(number))
        for number, (_, document) in enumerate(batch)
        if isinstance(document, Document)
    }

    def site_of(document: Document) -> str:
        return batch[int(document.id)][0].site or ""

    repeated = repeated_lines(numbered.values(), site_of)
    for number, (_, document) in enumerate(batch):
        if isinstance(document, Document):
            kept = without_repeated_lines(numbered[str(number)], repeated)
            yield replace(kept, id=document.id)
        else:
            yield document
