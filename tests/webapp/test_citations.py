"""A citation says what is quoted, from where, and where the date comes from."""

from indexer.model import DateOrigin, Document, Passage, Published
from webapp.citations import cite

LINK = "http://localhost/documents/d/passages/p1?quote=x"


def document(title="Fire at the harbour", **more):
    return Document("d", "d", "d.txt", title, (), **more)


def test_a_citation_holds_all_that_is_known():
    article = document(
        byline="Ida Lund",
        source="The Quay",
        published=Published("2016-05-01", DateOrigin.DATE_LINE, sure=True),
    )
    found = cite(article, Passage("p1", "It burned\nfor days."), LINK)
    assert found.text == (
        "“It burned for days.” Ida Lund, Fire at the harbour, The Quay, "
        f"1 May 2016 (from the date line). {LINK}"
    )
    assert found.markdown.startswith(
        "> It burned for days.\n>\n> — Ida Lund, [Fire at the harbour]("
    )


def test_a_doubtful_date_is_cited_as_doubtful_and_a_missing_one_as_missing():
    doubtful = document(published=Published("2016", DateOrigin.TEXT, sure=False))
    assert "2016 (doubtful, from the text)" in cite(doubtful, Passage("p", "x"), LINK).text
    assert "no date" in cite(document(), Passage("p", "x"), LINK).text


def test_markup_in_a_title_is_no_markup_in_markdown():
    found = cite(document("[x](javascript:y) <b>\n# z"), Passage("p", "*a*"), LINK).markdown
    assert "\\[x\\](javascript:y) \\<b\\> # z" in found
    assert "> \\*a\\*" in found


def test_a_long_passage_is_quoted_by_its_beginning():
    found = cite(document(), Passage("p", "word " * 500), LINK)
    assert len(found.text) < 450
    assert " …”" in found.text
