"""Markup to one parse tree, however deep it is nested."""

from lxml import etree

from indexer.cleaner.markup import flatten


def parse(markup: str) -> etree._Element | None:
    """The tree of stripped markup (`markup.strip_markup`); None where there is nothing in it."""
    if not markup.strip():
        return None
    tree, is_too_deep = _parse_once(markup)
    if is_too_deep:
        tree, _ = _parse_once(flatten(markup))
    return tree


def _parse_once(markup: str) -> tuple[etree._Element | None, bool]:
    # Not lxml.html's parser: it asks Python for the class of every element.
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        tree = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None, False
    return tree, any("depth" in entry.message for entry in parser.error_log)
