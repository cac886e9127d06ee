"""Repeated lines: the debris that an outlet prints again and again, and what must not be eaten."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.archive import outlet_of, repeated_lines, without_repeated_lines
from indexer.archive.printed_lines import folded_line
from indexer.archive.repetition import ENOUGH_STORIES
from indexer.identity import passage_ids
from indexer.model import Document, Mention, Name, Passage, PassageKind, Reason, Removed

SENTENCE = "Two years of quarrels over the ferry have cost the town of Halvoort more than it says, and the "
SENTENCE += "council has never said who is to pay for it in the end."


def letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


def end(number: int) -> str:
    return f"So the boat lay in the harbour of {letters(number)} at night."


def article(number: int, *texts: str, **rest: object) -> Document:
    body = [f"Story {word} tells of a boat." for word in ("one", "two", "three")]
    texts = (*(f"{text} {letters(number)}" for text in body), *texts)
    fields = {
        "title": f"Tale {letters(number)}",
        "source": "Gull",
    } | rest
    passages = tuple(map(Passage, passage_ids(texts), texts))
    return Document(f"d{number}", f"d{number}", f"d{number}", passages=passages, **fields)  # type: ignore[arg-type]


def lines(documents: list[Document]) -> set[str]:
    return {line for stories in repeated_lines(documents).stories.values() for line in stories}


def test_a_line_at_the_edge_of_two_stories_of_an_outlet_is_repeated():
    assert lines([article(n, "Get our letter") for n in range(2)]) == {"get our letter"}
    assert lines([article(0, "Get our letter")]) == set()


def test_amid_an_article_a_line_is_repeated_from_three_stories_on():
    documents = [article(n, "What we know", end(n)) for n in range(3)]
    assert lines(documents) == {"what we know"}
    assert lines(documents[:2]) == set()


def test_what_the_cleaner_removed_elsewhere_needs_fewer_stories_amid_an_article():
    removed = (Removed("What we know", Reason.NAVIGATION, 0),)
    kept, elsewhere = article(0, "What we know", end(0)), replace(article(1), removed=removed)
    assert lines([kept, elsewhere]) == {"what we know"}
    titled = replace(elsewhere, removed=(replace(removed[0], reason=Reason.TITLE),))
    assert lines([kept, titled]) == set()
    assert lines([replace(kept, title="One"), replace(elsewhere, title="One")]) == set()


def test_a_summary_that_is_a_teaser_elsewhere_stays():
    summary = "Nobody knows how the harbour came to owe its creditors ninety million crowns."
    own = article(0)
    top = Passage("p", summary)
    teased = [
        replace(article(n), removed=(Removed(summary, Reason.RELATED, 4),)) for n in range(1, 9)
    ]
    assert lines([replace(own, passages=(top, *own.passages)), *teased]) == set()


def test_of_repeated_sentences_at_an_edge_what_lies_beyond_a_bare_line_is_debris():
    note = "The writer covers every quarry and canal."
    beyond = [article(n, end(n), "About the writer", note) for n in range(2)]
    assert lines(beyond) == {"about the writer", folded_line(note)}
    assert lines([article(n, end(n), note, "About the writer") for n in range(2)]) == {
        "about the writer",
        folded_line(note),  # beside it, and of words that its articles have nowhere else
    }


def test_a_sentence_at_the_edge_that_is_about_something_else_is_debris():
    notice = "Subscribers receive vouchers, newsletters, tickets."
    assert lines([article(n, notice) for n in range(2)]) == {folded_line(notice)}
    assert lines([article(n, notice, end(n)) for n in range(2)]) == set()


def test_a_sentence_that_two_stories_of_one_event_share_is_kept_at_the_edge_too():
    told = "The wheel, five metres across, was carved from larches."
    event = [article(n, told, title=f"Tale of the millwheel {n}") for n in range(2)]
    assert lines(event) == set()
    shared = [article(n, "The boats of that story tells a sailor.", end(n), told) for n in range(2)]
    assert lines(shared) == set()
    assert folded_line(told) in lines([article(n, told) for n in range(2)])


def test_background_at_the_edge_whose_words_its_articles_have_too_is_kept():
    spoken = "The council of Halvoort quarrels over the ferry for years, {}."
    told = [article(n, spoken.format(word), SENTENCE) for n, word in enumerate(("one", "two"))]
    assert lines(told) == set()


def test_several_repeated_lines_in_a_row_are_debris_amid_an_article_too():
    block = ("Already a reader", "Sign in here", "Forgotten something")
    assert lines([article(n, *block, end(n)) for n in range(2)]) == set(map(folded_line, block))
    assert lines([article(n, *block[1:], end(n)) for n in range(2)]) == set()


def test_a_sentence_that_reporters_write_again_stays_amid_an_article():
    said = "He did not elaborate."
    assert lines([article(n, *([said] if n < 25 else []), end(n)) for n in range(600)]) == set()
    assert lines([article(n, said, end(n)) for n in range(20)]) == {folded_line(said)}


def test_a_dates_line_above_or_below_an_edge_is_passed_over():
    documents = [
        replace(article(n, "Send us a tip", day), title=f"Title {day}")
        for n, day in enumerate(("Monday at ten", "Friday at noon"))
    ]
    assert lines(documents) == {"send us a tip"}


def test_rows_of_figures_are_not_the_same_row():
    rows = ["Revenue 201.2 mln against 171.7 mln", "Revenue 26.0 mln against 19.5 mln"]
    assert lines([article(n, row) for n, row in enumerate(rows)]) == set()


def test_numbers_case_quotation_marks_and_spaces_make_no_other_line():
    texts = ["Comments 12", "comments  3", "COMMENTS 0"]
    assert lines([article(n, text) for n, text in enumerate(texts)]) == {"comments 0"}
    assert folded_line("“A” 12") == folded_line('"a" 7')


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("12.03.2024, 9:58", "1.11.2023, 10:15", True),
        ("2024-03-12", "2023-11-01", True),
        ("March 12, 2024", "March 1, 2023", True),
        ("Net 26 against 19", "Net 39 against 37", False),
        ("Shares 5.81 crowns", "Shares 4.50 crowns", False),
        ("VIP: 60,000", "VIP: 50,000", False),
    ],
)
def test_counts_dates_and_times_are_alike_and_figures_are_not(one: str, other: str, same: bool):
    assert (folded_line(one) == folded_line(other)) is same


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
    some = [article(n, SENTENCE, end(n)) for n in range(5)]
    assert lines(some + [article(n) for n in range(5, 30)]) == set()


def test_a_long_line_under_every_article_is_debris_all_the_same():
    amid = [article(n, SENTENCE, end(n)) for n in range(10)]
    assert lines(amid) == {folded_line(SENTENCE)}
    assert lines(amid[:5]) == set()


def test_in_a_large_outlet_three_stories_are_too_few_and_fifty_enough():
    large = [article(n, *(["What now"] if n < 3 else [])) for n in range(400)]
    assert lines(large) == set()
    more = [article(n, *(["What now"] if n < ENOUGH_STORIES else [])) for n in range(5100)]
    assert lines(more) == {"what now"}


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


def test_a_line_that_a_story_has_twice_stands_in_one_story():
    assert lines([article(0, "Get our letter", end(0), "Get our letter"), article(1)]) == set()


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


LINES = st.sampled_from(
    ["Get our letter!", "Share 1", "Share 2", SENTENCE, "The end.", "About us", "He did not say."]
)


@given(
    st.lists(
        st.tuples(
            st.lists(LINES, max_size=4),
            st.sampled_from("AB"),
            st.integers(0, 5),
            st.lists(LINES, max_size=2),
        ),
        max_size=10,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_articles_does_not_matter(drawn, chance: random.Random):
    documents = [
        replace(
            article(number, *texts, source=source, title=f"Title {title}"),
            removed=tuple(Removed(text, Reason.RELATED, 0) for text in removed),
        )
        for number, (texts, source, title, removed) in enumerate(drawn)
    ]
    repeated = repeated_lines(documents)
    shuffled = documents.copy()
    chance.shuffle(shuffled)
    assert repeated_lines(shuffled) == repeated
    for document in documents:
        cleaned = without_repeated_lines(document, repeated)
        kept, gone = len(cleaned.passages), len(cleaned.removed)
        assert kept + gone == len(document.passages) + len(document.removed)
