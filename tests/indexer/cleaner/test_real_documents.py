"""What the real documents must come out as, told in counts: none of their words stands here."""

import pytest

from indexer.cleaner import clean
from indexer.model import Document, PassageKind, RawDocument
from indexer.reader.soft_lines import join_soft_lines

# By the number a file's name begins with: paragraphs, headings, captions, date.
EXPECTED = {
    "000": (11, 0, 1, None),
    "001": (12, 0, 1, None),
    "002": (13, 0, 3, "2016-06-07"),
    "003": (20, 0, 0, None),
    "004": (19, 2, 0, None),
}


@pytest.fixture(scope="module")
def documents(evaluation_data):
    found = {}
    for path in sorted((evaluation_data / "seeds").glob("*.txt")):
        text = join_soft_lines(path.read_text("utf-8"))
        raw = RawDocument(path.stem, path.name, path.name, "text", text, "0")
        found[path.name[:3]] = clean(raw).document
    return found


@pytest.mark.evaluation
@pytest.mark.parametrize("number", EXPECTED)
def test_no_sentence_is_lost_and_no_debris_is_left(documents, number):
    document = documents[number]
    kinds = [passage.kind for passage in document.passages]
    paragraphs, headings, captions, date = EXPECTED[number]
    assert isinstance(document, Document)
    assert kinds.count(PassageKind.PARAGRAPH) == paragraphs
    assert kinds.count(PassageKind.HEADING) == headings
    assert kinds.count(PassageKind.CAPTION) == captions
    assert (document.published.date if document.published else None) == date


@pytest.mark.evaluation
def test_every_title_stands_at_the_beginning_of_its_file(documents, evaluation_data):
    for path in sorted((evaluation_data / "seeds").glob("*.txt")):
        head = [line for line in path.read_text("utf-8").splitlines() if line.strip()][:2]
        title = documents[path.name[:3]].title
        assert any(line.startswith(title) for line in head)
        assert "|" not in title


@pytest.mark.evaluation
def test_no_passage_holds_code_or_a_credit(documents):
    texts = [passage.text for document in documents.values() for passage in document.passages]
    assert not any(sign in text for text in texts for sign in ("{", "©", "REUTERS/", "::"))
