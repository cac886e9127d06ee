"""clean and name: JSONL in, JSONL out, in order, and no line ends a batch."""

import json

import pytest


def jsonl(*records):
    return "".join(
        (record if isinstance(record, str) else json.dumps(record)) + "\n" for record in records
    )


ARTICLE = (
    "Harbour strike ends\n\n"
    "The strike in the harbour of Vessin ended on Monday, nine weeks after it had begun.\n\n"
    "Minister Ilka Torvald said that the dockers would return to their work on Tuesday.\n\n"
    "Leave a Reply"
)


def test_clean_keeps_the_order_and_says_what_it_removed(commands):
    records = commands.lines(
        "clean",
        "--jsonl",
        standard_input=jsonl({"id": "b", "text": ARTICLE}, {"id": "a", "text": ARTICLE}),
    )
    assert [record["id"] for record in records] == ["b", "a"]
    assert records[0]["title"] == "Harbour strike ends"
    assert len(records[0]["paragraphs"]) == len(records[0]["kinds"]) == 2
    assert records[0]["text"] == "\n\n".join(records[0]["paragraphs"])
    assert "Leave a Reply" in [removed["text"] for removed in records[0]["removed"]]
    assert records[0]["published"] is None


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "[]",
        '{"text": "a text without an id"}',
        '{"id": "x"}',
        '{"id": "x", "text": 5}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_not_valid_gets_an_error_and_the_batch_goes_on(commands, line):
    records = commands.lines(
        "clean", "--jsonl", status=1, standard_input=jsonl(line, {"id": "a", "text": ARTICLE})
    )
    assert "error" in records[0]
    assert records[1]["id"] == "a"


def test_a_page_without_an_article_says_so(commands):
    links = "".join(f'<li><a href="/{n}">Headline number {n}</a></li>' for n in range(30))
    page = f"<html><title>News</title><body><ul>{links}</ul></body></html>"
    (record,) = commands.lines("clean", "--jsonl", standard_input=jsonl({"id": "a", "html": page}))
    assert record["article"] is False
    assert record["paragraphs"] == []
    assert record["text"] == ""


def test_lines_that_a_site_repeats_are_learnt_from_the_batch(commands):
    pages = [
        {
            "id": str(number),
            "site": "herald.example",
            "text": f"Story number {word}\n\nThe {word} of Vessin was sold on Monday for a crown, "
            f"as the {word} office said.\n\nThe tide tables of this paper are made by hand.",
        }
        for number, word in enumerate(["tower", "bridge", "mill", "horse", "garden", "ferry"])
    ]
    records = commands.lines(
        "clean", "--jsonl", standard_input=jsonl({"id": "x", "text": ARTICLE}, *pages)
    )
    assert [record["id"] for record in records] == ["x", "0", "1", "2", "3", "4", "5"]
    assert not any("tide tables" in record["text"] for record in records)
    assert {"repeated line"} == {
        removed["reason"]
        for record in records
        for removed in record["removed"]
        if "tide tables" in removed["text"]
    }


def test_clean_shows_what_is_kept_of_a_file(commands, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, "utf8")
    assert "Leave a Reply" not in commands.run("clean", tmp_path / "a.txt").stdout
    explained = commands.run("clean", "--explain", tmp_path / "a.txt").stdout
    assert "Leave a Reply" in explained
    assert "[comments" in explained


def test_clean_names_a_file_that_it_cannot_read(commands, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a\x00b")
    assert "rejected a.txt" in commands.run("clean", tmp_path / "a.txt", status=1).stderr


def test_clean_wants_files_or_a_batch(commands):
    assert "--jsonl" in commands.run("clean", status=2).stderr


def test_name_finds_the_persons_of_a_text(commands):
    text = "Interior Minister Ilka Torvald said so. Torvald said she would go."
    (record,) = commands.lines("name", "--jsonl", standard_input=jsonl({"id": 7, "text": text}))
    assert record["id"] == 7
    (person,) = record["persons"]
    assert person["name"] == "Ilka Torvald"
    assert [text[start:end] for start, end in person["mentions"]] == ["Ilka Torvald", "Torvald"]


def test_given_mentions_are_only_joined(commands):
    text = "ilka torvald met marten vosk. torvald left."
    mentions = [[0, 12], [17, 28], [30, 37]]
    line = jsonl({"id": "a", "text": text, "mentions": mentions})
    (record,) = commands.lines("name", "--jsonl", standard_input=line)
    assert sorted(span for person in record["persons"] for span in person["mentions"]) == mentions
    assert [[0, 12], [30, 37]] in [person["mentions"] for person in record["persons"]]


def test_persons_of_an_archive_have_ids(commands):
    text = "Minister Ilka Torvald spoke to the house, Ilka Torvald said."
    lines = jsonl({"id": 1, "text": text}, {"id": 2, "text": text})
    records = commands.lines("name", "--jsonl", "--archive", standard_input=lines)
    assert {person["id"] for record in records for person in record["persons"]} == {"ilka-torvald"}


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        '{"id": 1}',
        '{"id": 1, "text": "abc", "mentions": [[0, 9]]}',
        '{"id": 1, "text": "abc", "mentions": [5]}',
        '{"id": 1, "text": "abc", "mentions": "x"}',
        '{"id": 1, "text": "abc", "mentions": [[0.5, 3]]}',
        '{"id": 1, "text": "abc", "mentions": [[true, 3]]}',
    ],
)
def test_a_line_that_cannot_be_named_gets_an_error_and_the_batch_goes_on(commands, line):
    text = "Interior Minister Ilka Torvald said so."
    lines = jsonl(line, {"id": 2, "text": text})
    records = commands.lines("name", "--jsonl", status=1, standard_input=lines)
    assert "error" in records[0]
    assert records[1]["persons"]


def test_a_lone_surrogate_goes_through_a_batch(commands):
    line = '{"id": "a", "text": "Interior Minister Ilka Torvald said \\ud800 so."}\n'
    (record,) = commands.lines("name", "--jsonl", standard_input=line)
    assert record["persons"][0]["name"] == "Ilka Torvald"


def test_a_text_too_long_for_an_article_gets_an_error_and_the_batch_goes_on(commands):
    long = {"id": "long", "text": "a\n" * 50_001}
    short = {"id": "a", "text": ARTICLE}
    alone = commands.lines("clean", "--jsonl", standard_input=jsonl(long, short), status=1)
    whole = commands.lines(
        "clean",
        "--jsonl",
        standard_input=jsonl({**long, "site": "x.example"}, {**short, "site": "x.example"}),
        status=1,
    )
    assert alone == whole
    assert "more than 50,000 lines" in alone[0]["error"]
    assert alone[1]["paragraphs"]


def test_a_file_too_long_for_an_article_is_named(commands, tmp_path):
    (tmp_path / "long.txt").write_text("a\n" * 50_001, "utf8")
    assert (
        "rejected long.txt: too long"
        in commands.run("clean", tmp_path / "long.txt", status=1).stderr
    )
