"""A dozen made-up documents, a model trained of them by the command, and what it says."""

import gzip
import json

import numpy as np
import pytest

from indexer.cleaner.lines.model import first_look, load_model, page_look, rows
from indexer.cleaner.lines.words import scores
from indexer.cleaner.training.examples import FOLDS, read_examples

pytest.importorskip("catboost", reason="training needs the extra 'training'")
training = pytest.importorskip("indexer.cleaner.training.__main__", reason="the extra 'training'")

BEASTS = ("goat", "sheep", "mule", "goose", "heron", "otter", "hare", "stoat")
PLACES = ("market", "harbour", "mill", "bridge", "quarry", "ferry", "orchard", "dyke")
SENTENCES = (
    "The {beast} boarded the tram at the {place}, and the driver said nothing.",
    "Nobody had seen a {beast} there before, though the {place} is an old one.",
    "It left again at noon, when the wind was cold and the milk was cheap.",
    "The mayor of the {place} says that the {beast} may stay for as long as it likes.",
)
ABOVE = ("Home", "News", "Sport", "Log in | Register", "The {place} news")
BELOW = ("Share this article", "Related stories", "{beast} seen at {place}", "All rights reserved")


def document(number):
    names = {"beast": BEASTS[number % 8], "place": PLACES[number * 3 % 8]}
    return tuple([line.format(**names) for line in part] for part in (ABOVE, SENTENCES, BELOW))


def text(number):
    above, body, below = document(number)
    lines = [*((line, 0) for line in above), *((line, 1) for line in body)]
    lines += [(line, 0) for line in below]
    return {
        "id": f"text{number}",
        "site": f"goats{number}.example",
        "raw_text": "\n".join(line for line, _ in lines),
        "lines": [{"text": line, "keep": keep} for line, keep in lines],
    }


def page(number):
    above, body, below = document(number)
    parts = (("nav", "li", above), ("article", "p", body), ("footer", "div", below))
    html = "".join(
        f"<{around}>" + "".join(f"<{tag}>{line}</{tag}>" for line in lines) + f"</{around}>"
        for around, tag, lines in parts
    )
    return {
        "id": f"page{number}",
        "site": f"goats{number}.example",
        "html": f"<body>{html}</body>",
        "gold_text": "\n".join(body),
    }


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    path = tmp_path_factory.mktemp("data") / "made.jsonl.gz"
    records = [*(text(number) for number in range(8)), *(page(number) for number in range(8))]
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    return path


@pytest.fixture(scope="module", autouse=True)
def few_trees():
    """Fewer than the shipped model has: a training takes two seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(training, "FIRST_TREES", 80)
        patch.setattr(training, "PAGE_TREES", 80)
        yield


@pytest.fixture(scope="module")
def trained(data, tmp_path_factory):
    """The file that the command writes."""
    path = tmp_path_factory.mktemp("model") / "model.npz"
    training.main([str(data), "--model", str(path)])
    return path


def odds(model, example):
    said = scores(example.said, len(example.kept), model.words)
    first = model.first.score(rows(first_look(example.lines, said)))
    if not example.reading.is_page:
        return first
    named = scores(example.named, len(example.kept), model.names)
    return model.page.score(rows(page_look(example.reading, example.lines, first, named)))


def test_every_fold_has_a_site(data):
    assert {example.fold for example in read_examples([data])} == set(range(FOLDS))


def test_the_text_of_every_document_is_likelier_than_its_debris(trained, data):
    model = load_model(trained)
    for example in read_examples([data]):
        found = odds(model, example)
        assert {0, 1} <= set(example.kept.tolist())
        assert found[example.kept == 1].min() > found[example.kept == 0].max(), example.site


def test_a_document_that_was_not_among_them_is_understood(trained, tmp_path):
    path = tmp_path / "new.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, (text(9), page(9)))).encode()))
    model = load_model(trained)
    for example in read_examples([path]):
        found = odds(model, example)
        assert found[example.kept == 1].mean() > 0 > found[example.kept == 0].mean()


def test_the_model_knows_its_columns(trained, data):
    model = load_model(trained)
    example = next(one for one in read_examples([data]) if one.reading.is_page)
    nothing = np.zeros(len(example.kept), np.float32)
    looked = page_look(example.reading, example.lines, nothing, nothing)
    assert model.first.names.split("\n") == list(first_look(example.lines, nothing))
    assert model.page.names.split("\n") == list(looked)


def test_the_same_data_make_the_same_bytes_and_a_model_a_fold(trained, data, tmp_path, capsys):
    path, folds = tmp_path / "model.npz", tmp_path / "new" / "folds"
    training.main([str(data), "--model", str(path), "--folds", str(folds)])
    assert path.read_bytes() == trained.read_bytes()
    assert sorted(file.stem for file in folds.iterdir()) == [str(fold) for fold in range(FOLDS)]
    models = [file.read_bytes() for file in folds.iterdir()]
    assert len({path.read_bytes(), *models}) == FOLDS + 1
    told = capsys.readouterr().err
    assert "16 documents of 8 sites" in told
    assert f"{path}: {path.stat().st_size} bytes" in told


def test_a_document_is_judged_by_models_that_did_not_learn_from_its_site(data):
    """Where one fold's labels are turned round, what judges this fold stays as it was."""
    examples, turned = (list(read_examples([data])) for _ in "ab")
    for example in turned:
        if example.fold == 0:
            example.kept = (1 - example.kept).astype(np.int8)
    (_, folds), (_, others) = training.train(examples), training.train(turned)
    assert np.array_equal(folds[0].words.weights, others[0].words.weights)
    assert not np.array_equal(folds[1].words.weights, others[1].words.weights)
    for example in examples:
        said = example.scores["said"]
        own = folds[example.fold]
        assert np.array_equal(said, scores(example.said, len(said), own.words))
        first = own.first.score(rows(first_look(example.lines, said)))
        assert np.array_equal(example.scores["first"], first)


def test_without_data_nothing_is_trained(capsys):
    with pytest.raises(SystemExit):
        training.main([])
    assert "data" in capsys.readouterr().err
