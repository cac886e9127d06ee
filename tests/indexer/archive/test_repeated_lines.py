"""Repeated lines: the debris that an outlet prints again and again, and what must not be eaten."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.archive import outlet_of, repeated_lines, without_repeated_lines
from indexer.archive.repeated_lines import ENOUGH_STORIES, folded_line
from indexer.identity import passage_ids
from indexer.model import Document, Mention, Name, Passage, PassageKind, Reason, Removed

SENTENCE = "Two years of quarrels over the ferry have cost the town of Halvoort more than it says, and the "
SENTENCE += "council has never said who is to pay for it in the end."


def article(number: int, *texts: str, **rest: object) -> Document:
    body = [f"Story {word} tells of a boat." for word in ("one", "two", "three")]
    texts = (*(f"{text} {chr(97 + number % 26)}{chr(97 + number // 26)}" for text in body), *texts)
    fields = {
        "title": f"Title {chr(97 + number % 26)}{chr(97 + number // 26)}",
        "source": "Gull",
    } | rest
    passages = tuple(map(Passage, passage_ids(texts), texts))
    return Document(f"d{number}", f"d{number}", f"d{number}", passages=passages, **fields)  # type: ignore[arg-type]


def lines(documents: list[Document]) -> set[str]:
    return {line for stories in repeated_lines(documents).stories.values() for line in stories}


def test_a_line_of_three_stories_of_an_outlet_is_repeated():
    assert lines([article(n, "Get our letter!") for n in range(3)]) == {"get our letter!"}
    assert lines([article(n, "Get our letter!") for n in range(2)]) == set()


def test_numbers_case_quotation_marks_and_spaces_make_no_other_line():
    texts = ["Comments 12", "comments  3", "COMMENTS 0"]
    assert lines([article(n, text) for n, text in enumerate(texts)]) == {"comments 0"}
    assert folded_line("“A” 12") == folded_line('"a" 7')


def test_other_outlets_do_not_count():
    mixed = [article(n, "Get our letter!", source=f"Gull {n % 2}") for n in range(4)]
    assert lines(mixed) == set()
    assert lines([article(n, "Get our letter!", source=None) for n in range(9)]) == set()


def test_articles_of_one_title_are_one_story():
    assert lines([article(n, "Get our letter!", title="The ferry") for n in range(5)]) == set()


def test_copies_of_one_story_are_one_story_whatever_their_titles():
    told = [f"{SENTENCE} Part {word}." for word in ("one", "two", "three")]
    copies = [article(n, *told, "“We are ready,” he said.") for n in range(4)]
    assert lines(copies) == set()
    assert "“we" not in " ".join(lines([*copies, article(7, "“We are ready,” he said.")]))


def test_a_whole_sentence_is_kept_where_an_agency_repeats_its_background():
    some = [article(n, SENTENCE) for n in range(5)] + [article(n) for n in range(5, 30)]
    assert lines(some) == set()


def test_a_long_line_under_every_article_is_debris_all_the_same():
    assert lines([article(n, SENTENCE) for n in range(10)]) == {folded_line(SENTENCE)}


def test_in_a_large_outlet_three_stories_are_too_few_and_fifty_enough():
    large = [article(n, *(["What now?"] if n < 3 else [])) for n in range(300)]
    assert lines(large) == set()
    assert lines(
        [article(n, "What now?") if n < ENOUGH_STORIES else article(n) for n in range(600)]
    ) == {"what now?"}


def test_repeated_lines_go_among_what_was_removed_at_their_place():
    documents = [article(n, "Get our letter!", "The end.") for n in range(2)]
    first = article(2, "Get our letter!", "It ends here.")
    first = replace(
        first, removed=(Removed("Menu", Reason.NAVIGATION, 0), Removed("Foot", Reason.OTHER, 5))
    )
    cleaned = without_repeated_lines(first, repeated_lines([*documents, first]))
    assert [p.id for p in cleaned.passages] == [
        p.id for p in first.passages if p.text != "Get our letter!"
    ]
    assert [(r.text, r.reason, r.after) for r in cleaned.removed] == [
        ("Menu", Reason.NAVIGATION, 0),
        ("Get our letter!", Reason.REPEATED_LINE, 3),
        ("Foot", Reason.OTHER, 4),
    ]
    assert cleaned.removed[1].rule == "the outlet repeats it in 3 stories"


def test_captions_repeat_too():
    documents = [article(n) for n in range(3)]
    caption = Passage("c", "File photo", PassageKind.CAPTION)
    documents = [replace(d, passages=(caption, *d.passages)) for d in documents]
    assert lines(documents) == {"file photo"}


def test_mentions_in_what_goes_go_with_it_and_names_that_are_given_stay():
    documents = [article(n, "By Jon Arn") for n in range(3)]
    place = documents[0].passages[-1].id
    other = documents[0].passages[0].id
    names = (
        Name("jon arn", "Jon Arn", (Mention(place, (3, 10)),)),
        Name("siv arn", "Siv Arn", (Mention(place, (7, 10)), Mention(other, (0, 5)))),
        Name("ilka arn", "Ilka Arn"),
    )
    cleaned = without_repeated_lines(replace(documents[0], names=names), repeated_lines(documents))
    assert [(n.text, len(n.mentions)) for n in cleaned.names] == [("Siv Arn", 1), ("Ilka Arn", 0)]


def test_a_document_without_repeated_lines_is_the_same_document():
    repeated = repeated_lines([article(n, "Get our letter!") for n in range(3)])
    untouched, elsewhere = article(9), article(9, "Get our letter!", source="Wren")
    assert without_repeated_lines(untouched, repeated) is untouched
    assert without_repeated_lines(elsewhere, repeated) is elsewhere


@pytest.mark.parametrize(
    ("url", "source", "outlet"),
    [
        ("https://gull.example/a", "Gull", "gull.example"),
        (None, "Gull", "Gull"),
        (None, None, ""),
        ("not a url", "Gull", "Gull"),
        ("http://[bad", "Gull", "Gull"),
        ("http://a\u2100b.com/x", "Gull", "Gull"),
    ],
)
def test_an_outlet_is_the_host_of_the_url_else_the_source(
    url: str | None, source: str | None, outlet: str
):
    assert outlet_of(replace(article(0), url=url, source=source)) == outlet


def test_what_an_outlet_is_may_be_said_from_outside():
    documents = [article(n, "Get our letter!", source=None) for n in range(3)]
    repeated = repeated_lines(documents, lambda _: "site")
    assert len(without_repeated_lines(documents[0], repeated).removed) == 1


LINES = st.sampled_from(["Get our letter!", "Share 1", "Share 2", SENTENCE, "The end."])


@given(
    st.lists(
        st.tuples(st.lists(LINES, max_size=3), st.sampled_from("AB"), st.integers(0, 5)),
        max_size=10,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_articles_does_not_matter(drawn, chance: random.Random):
    documents = [
        article(number, *texts, source=source, title=f"Title {title}")
        for number, (texts, source, title) in enumerate(drawn)
    ]
    repeated = repeated_lines(documents)
    shuffled = documents.copy()
    chance.shuffle(shuffled)
    assert repeated_lines(shuffled) == repeated
    for document in documents:
        cleaned = without_repeated_lines(document, repeated)
        assert len(cleaned.passages) + len(cleaned.removed) == len(document.passages)
