"""keep: and remove: lines in a build: the reader's word is the last, and no more is done over."""

import pytest

from indexer.model import Reason
from indexer.pipeline import reading
from indexer.pipeline.cleaning import clean_one

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


@pytest.fixture
def cleaned(monkeypatch, herald):
    """(lines of corrections) → the articles that they had cleaned again."""
    places = []

    def counted(tasks, jobs):
        for task in tasks:
            places.append(task.raw.place)
            yield task, clean_one(task)

    monkeypatch.setattr(reading, "clean_all", counted)

    def cleaned(*lines):
        places.clear()
        correct(herald, *lines)
        rebuilt = herald.beside(f"rebuilt-{len(lines)}")
        again = places.copy()
        rebuilt.build()
        assert [rebuilt.document(id_) for id_ in rebuilt.ids()] == [
            herald.document(id_) for id_ in herald.ids()
        ]
        return sorted(again)

    return cleaned


def test_a_line_for_everywhere_cleans_only_what_it_speaks_of(cleaned):
    mill = "remove: everywhere | Nobody had asked for the mill"
    assert cleaned(mill) == ["herald/mill.txt"]
    assert cleaned(mill, "keep: everywhere | Nothing begins so") == []
    horse = "remove: source herald | The horse of Vessin"
    lines = [mill, "keep: everywhere | Nothing begins so", horse, "keep: everywhere | Nor so"]
    assert cleaned(*lines) == ["herald/horse.txt"]


def test_a_line_for_everywhere_that_was_changed_cleans_what_it_spoke_of(cleaned, herald):
    cleaned("remove: everywhere | Nobody had asked for the mill")
    assert "herald/mill.txt" in cleaned("remove: everywhere | Nobody had asked for a mill", "# 2")
    removed = [
        block.reason
        for id_ in herald.ids()
        for block in herald.document(id_).removed
        if block.text.startswith("Nobody")
    ]
    assert removed == []


def test_a_line_that_may_speak_of_a_caption_whose_credit_was_cut_off_cleans_again(herald, cleaned):
    caption = "The lamp at the quay of Vessin. (Photo: Harbour Press/Ida Lund)"
    story = "The lamp went out on Monday at nine, and nobody in the harbour office knew why."
    herald.write("herald/lamp.txt", "The lamp", caption, story, f"{story[:-1]} at all.")
    herald.build()
    (lamp,) = cleaned("remove: everywhere | The lamp at the quay of Vessin. (Photo: Harbour")
    assert lamp == "herald/lamp.txt"


def test_a_line_that_changes_no_article_leaves_all_unchanged(herald, counts):
    herald.write_text("corrections.txt", "remove: everywhere | Nothing begins so\n")
    assert counts(herald.build()) == {"unchanged": len(WORDS)}
    herald.write_text("corrections.txt", "remove: everywhere | The mill of Vessin\n")
    assert counts(herald.build()) == {"unchanged": len(WORDS) - 1, "updated": 1}


def test_a_line_for_everywhere_makes_no_article_of_a_page_that_is_none(herald, counts):
    links = "".join(f"<li><a href=/{n}>Headline {n} of the day</a></li>" for n in range(30))
    herald.write_text("herald/index.html", f"<title>News</title><ul>{links}</ul>")
    herald.write_text("corrections.txt", "keep: everywhere | Headline 1 of\n")
    report = herald.build()
    assert counts(report)["not_an_article"] == 1
    assert [(page.name, page.new) for page in report.no_articles] == [(None, True)]
    herald.write_text("corrections.txt", "keep: everywhere | Headline 2 of\n")
    assert [page.new for page in herald.build().no_articles] == [False]
    herald.write_text("corrections.txt", "keep: herald/index.html | Headline 1 of\n")
    assert counts(herald.build())["added"] == 1


def test_an_input_that_was_rejected_is_not_cleaned_again_for_a_line_of_no_concern(herald, cleaned):
    herald.write_text("herald/tags.html", "<p>x" + "<b>" * 300_001)
    assert [rejected.place for rejected in herald.build().rejected] == [
        f"{herald.folder}/herald/tags.html"
    ]
    assert cleaned("keep: everywhere | Nothing begins so") == []
    assert len(herald.build().rejected) == 1


def test_many_lines_that_are_new_at_once_are_found_too(cleaned):
    lines = [f"keep: everywhere | Nothing {number} begins so" for number in range(40)]
    assert cleaned(*lines) == []
