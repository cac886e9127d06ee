"""keep: and remove: lines in a build: the reader's word is the last, and no more is done over."""

import pytest

from indexer.model import Reason

LINE = "The tide tables of this paper are made by hand."
WORDS = ("tower", "bridge", "mill", "horse", "garden", "ferry", "school")


@pytest.fixture
def herald(archive):
    """Seven articles of one outlet that repeats a line, indexed."""
    for word in WORDS:
        story = f"The {word} of Vessin was sold on Monday for a crown, as the {word} office said."
        more = f"Nobody had asked for the {word} since the war, said {word} keeper Ida Lund."
        archive.write(f"herald/{word}.txt", f"Story of the {word}", story, more, LINE)
    archive.build()
    return archive


@pytest.fixture
def holders(herald):
    """The articles that hold the line."""

    def holders():
        documents = (herald.document(id_) for id_ in herald.ids())
        return [
            document.source_id
            for document in documents
            if LINE in [passage.text for passage in document.passages]
        ]

    return holders


def correct(archive, *lines):
    archive.write_text("corrections.txt", "\n".join(lines) + "\n")
    return archive.build()


def test_a_line_that_the_outlet_repeats_is_removed(holders):
    assert holders() == []


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("herald/mill.txt", ["herald/mill.txt"]),
        ("source herald", sorted(f"herald/{word}.txt" for word in WORDS)),
        ("everywhere", sorted(f"herald/{word}.txt" for word in WORDS)),
        ("source The Other", []),
    ],
)
def test_the_reader_keeps_a_line_that_the_outlet_repeats(herald, holders, where, expected):
    correct(herald, f"keep: {where} | The tide tables")
    assert sorted(holders()) == expected
    rebuilt = herald.beside("rebuilt")
    rebuilt.build()
    assert [rebuilt.document(id_) for id_ in rebuilt.ids()] == [
        herald.document(id_) for id_ in herald.ids()
    ]


def test_a_line_taken_out_again_is_undone(herald, holders):
    correct(herald, "keep: everywhere | The tide tables")
    correct(herald, "# nothing")
    assert holders() == []


def test_a_remove_of_the_document_goes_before_a_keep_of_its_outlet(herald, holders):
    correct(
        herald,
        "keep: source herald | The tide tables",
        "remove: herald/mill.txt | The tide tables",
    )
    assert "herald/mill.txt" not in holders()
    assert len(holders()) == len(WORDS) - 1
    document = next(
        found
        for id_ in herald.ids()
        if (found := herald.document(id_)).source_id == "herald/mill.txt"
    )
    assert [r.reason for r in document.removed if r.text == LINE] == [Reason.RULE]
