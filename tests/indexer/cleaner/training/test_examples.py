import gzip
import json
from math import sqrt

import numpy as np
import pytest

from indexer.cleaner.training.examples import FOLDS, read_examples

GOAT = "The goat boarded the tram at the market, and the driver said nothing."
SEA = "It left the tram at the sea, where the milk is cheap and the wind is cold."
NONE = "Nobody has asked it for a ticket since the spring of that year."


@pytest.fixture
def read_from(tmp_path):
    """read_from(record, …) → the examples; what a record does not say is made up"""

    def make(*records):
        path = tmp_path / "data.jsonl.gz"
        lines = [json.dumps({"id": "d1", "site": "goats.example", **each}) for each in records]
        path.write_bytes(gzip.compress("\n".join(lines).encode()))
        return list(read_examples([path]))

    return make


def text_of(*lines, **more):
    return {
        "raw_text": "\n".join(text for text, _ in lines),
        "lines": [{"text": text, "keep": keep} for text, keep in lines],
        **more,
    }


def page_of(*blocks, **more):
    return {"html": "<body>" + "".join(f"<p>{block}</p>" for block in blocks), **more}


def labelled(example):
    texts = [block.text for block in example.reading.blocks]
    return list(zip(texts, example.kept.tolist(), strict=True))


def test_the_lines_of_a_text_have_the_labels_they_are_given(read_from):
    (example,) = read_from(text_of(("Home", 0), (GOAT, 1), ("By a goat", 2), (SEA, 1)))
    assert labelled(example) == [("Home", 0), (GOAT, 1), ("By a goat", 2), (SEA, 1)]
    assert not example.reading.is_page


def test_a_line_that_falls_apart_keeps_its_label(read_from):
    (example,) = read_from(
        {
            "raw_text": f"Home\n{GOAT}\n{SEA}\nShare",
            "lines": [
                {"text": "Home", "keep": 0},
                {"text": f"{GOAT} {SEA}", "keep": 1},
                {"text": "Share", "keep": 0},
            ],
        }
    )
    assert labelled(example) == [("Home", 0), (GOAT, 1), (SEA, 1), ("Share", 0)]


def test_a_line_that_the_data_do_not_have_is_unknown(read_from):
    (example,) = read_from(
        {"raw_text": f"{GOAT}\nWool\n{SEA}", "lines": text_of((GOAT, 1), (SEA, 0))["lines"]}
    )
    assert labelled(example) == [(GOAT, 1), ("Wool", -1), (SEA, 0)]


def test_lines_of_one_wording_are_labelled_in_their_order(read_from):
    (example,) = read_from(text_of(("Goats", 0), (GOAT, 1), ("Goats", 1), (SEA, 1)))
    assert [kept for _, kept in labelled(example)] == [0, 1, 1, 1]


def test_the_blocks_of_a_page_are_told_from_the_article_s_text(read_from):
    (example,) = read_from(page_of("Home", GOAT, SEA, "Share", gold_text=f"{GOAT}\n{SEA}"))
    assert labelled(example) == [("Home", 0), (GOAT, 1), (SEA, 1), ("Share", 0)]
    assert example.reading.is_page


def test_what_one_of_two_editions_has_is_unknown(read_from):
    editions = {"gold_text": f"{GOAT}\n{SEA}\n{NONE}", "gold_alt": [f"{SEA}\n{NONE}"]}
    (example,) = read_from(page_of(GOAT, SEA, NONE, **editions))
    assert [kept for _, kept in labelled(example)] == [-1, 1, 1]


def test_of_a_page_with_segments_only_those_are_known(read_from):
    segments = {"with": ["boarded the tram"], "without": ["Share", "said nothing", ""]}
    (example,) = read_from(page_of("Home", SEA, "We boarded the TRAM", "Share this", **segments))
    assert [kept for _, kept in labelled(example)] == [-1, -1, 1, 0]


def test_a_block_with_a_wanted_and_an_unwanted_segment_is_unknown(read_from):
    segments = {"with": ["boarded the tram"], "without": ["said nothing"]}
    (example,) = read_from(page_of(GOAT, **segments))
    assert example.kept.tolist() == [-1]


def test_from_the_slices_that_measure_nothing_is_learnt(read_from):
    records = [
        text_of((GOAT, 1), slice=name)
        for name in ("daniel_en", "news_en", "daniel_ml", "daniel", None)
    ]
    assert len(read_from(*records)) == 2


def test_from_an_empty_source_nothing_is_learnt(read_from):
    assert read_from(text_of(("", 0)), {"html": "", "gold_text": GOAT}) == []


def test_all_documents_of_a_site_are_in_one_fold(read_from):
    sites = [f"goats{number}.example" for number in range(40)]
    examples = read_from(
        *(text_of((GOAT, 1), site=site, id=f"{site}/{n}") for site in sites for n in "ab")
    )
    folds = {site: {one.fold for one in examples if one.site == site} for site in sites}
    assert all(len(each) == 1 for each in folds.values())
    assert set.union(*folds.values()) == set(range(FOLDS))


def test_the_fold_of_a_site_is_the_same_for_ever(read_from):
    (example,) = read_from(text_of((GOAT, 1)))
    assert example.fold == 0


def test_long_lines_weigh_more_and_long_documents_less_than_their_lines(read_from):
    (example,) = read_from(text_of(("Home", 0), (GOAT, 1)))
    weights = [0.5 + words / 20 for words in (1, 13)]
    expected = [0.6 * weight / sqrt(sum(weights) + 20) for weight in weights]
    assert example.weight.tolist() == pytest.approx(expected)
    (longer,) = read_from(text_of(*[("Home", 0), (GOAT, 1)] * 50))
    assert example.weight.sum() < longer.weight.sum() < 50 * example.weight.sum()


def test_what_may_be_kept_or_not_weighs_little_and_what_is_unknown_nothing(read_from):
    (text,) = read_from(text_of((GOAT, 1), (GOAT, 2)))
    assert text.weight[1] == pytest.approx(0.15 * text.weight[0])
    (page,) = read_from(page_of(GOAT, SEA, **{"with": ["goat boarded"], "without": []}))
    assert page.weight[0] > 0 == page.weight[1]


def test_an_example_holds_the_features_of_its_words_and_names(read_from):
    text, page = read_from(text_of((GOAT, 1)), page_of(GOAT, gold_text=GOAT))
    assert np.array_equal(np.sort(text.said[0]), np.sort(page.said[0]))
    assert len(text.named[0]) == 0 < len(page.named[0])
    assert text.scores == {}
