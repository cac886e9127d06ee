"""Where things are: URLs of pages, made from values. No page writes an address by hand."""

from flask import url_for

from indexer.model import Document, FacetName, Passage, Query, Snippet
from webapp.request_query import (
    DocumentArguments,
    ListArguments,
    View,
    document_to_arguments,
    facet_list_to_arguments,
    list_to_arguments,
    quote_to_arguments,
    search_to_arguments,
)

QUOTED_WORDS = 12  # in a permanent link: they tell 97.9 % of 8,210 passages from their siblings
# Without spaces twelve words are a paragraph: its link, 9 bytes a character, no server took.
QUOTED_LENGTH = 160  # characters


def search_url(
    query: Query, endpoint: str = "search", *, suffix: str | None = None, external: bool = False
) -> str:
    """The page, feed, export or API of these results; `suffix` is the export's."""
    return url_for(endpoint, suffix=suffix, _external=external, **search_to_arguments(query))


def facet_url(query: Query, facet: FacetName, wanted: ListArguments | None = None) -> str:
    """The page with every value of a facet of these results."""
    arguments = facet_list_to_arguments(query, wanted or ListArguments())
    return url_for("facet_values", facet=facet, **arguments)


def document_url(
    document: str, query: Query | None = None, *, passage: str = "", view: View = "cleaned"
) -> str:
    """The article's page with the query's words marked, at a passage where one is named."""
    arguments = DocumentArguments(query or Query(), view, passage)
    return arrival_url(document, arguments)


def arrival_url(document: str, arguments: DocumentArguments) -> str:
    """The same with all that the page can be told."""
    passage = arguments.passage
    return url_for("document", document_id=document, **document_to_arguments(arguments)) + (
        f"#{passage}" if passage else ""
    )


def snippet_url(query: Query, document: Document, snippet: Snippet) -> str:
    """Where a snippet stands: its passage, or the view of what was removed."""
    view: View = "cleaned" if snippet.passage else "removed"
    return document_url(document.id, query, passage=snippet.passage, view=view)


def permanent_url(document: str, passage: Passage) -> str:
    """The whole address that keeps landing on a passage, or says what became of it."""
    return url_for(
        "passage",
        document_id=document,
        passage_id=passage.id,
        _external=True,
        **quote_to_arguments(first_words(passage.text)),
    )


def article_url(document: str) -> str:
    """The whole address of an article, for what leaves the site."""
    return url_for("document", document_id=document, _external=True)


def person_url(person: str, page: int = 1) -> str:
    """A person's page."""
    return url_for("person", person_id=person, **list_to_arguments(ListArguments(page=page)))


def register_url(wanted: ListArguments) -> str:
    """A page of the register."""
    return url_for("persons", **list_to_arguments(wanted))


def first_words(text: str) -> str:
    """What a link quotes of a passage, so that it can be found again without its id."""
    return " ".join(text.split()[:QUOTED_WORDS])[:QUOTED_LENGTH].rstrip()


def is_web_address(url: str | None) -> bool:
    """Whether a document's URL may be a link: http and https only, never javascript: or data:."""
    return url is not None and url.strip().lower().startswith(("http://", "https://"))
