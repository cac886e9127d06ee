"""index, check, remove, migrate: what they print, and the status with which they end."""

import json

import pytest


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(4):
        text = f"Article {number}\n\nThe harbour of Vessin was busy on day {number} of the week."
        (folder / f"{number}.txt").write_text(text, "utf8")
    return folder


def total(commands, query=""):
    return json.loads(commands.on_index("search", query, "--json").stdout)["total"]


def test_index_ends_with_one_line_of_counts(commands, articles):
    output = commands.on_index("index", articles, "--jobs", 1).stdout
    assert output.startswith("4 added, 0 updated, 0 unchanged, 0 removed, 0 not an article, 0 rej")
    assert output.count("\n") == 1


def test_a_second_run_changes_nothing(commands, articles):
    commands.on_index("index", articles, "--jobs", 1)
    assert "0 added, 0 updated, 4 unchanged" in commands.on_index("index", "--jobs", 1).stdout


def test_a_rejected_input_is_named_and_ends_with_status_1(commands, articles):
    (articles / "broken.jsonl").write_text("nonsense\n")
    result = commands.on_index("index", articles, "--jobs", 1, status=1)
    assert "broken.jsonl:1: not valid JSON" in result.stderr
    assert total(commands) == 4


def test_a_missing_source_is_status_2(commands, tmp_path):
    result = commands.on_index("index", tmp_path / "nowhere", status=2)
    assert result.stderr.startswith("error: ")
    assert "nowhere" in result.stderr


def test_a_dry_run_indexes_nothing(commands, articles):
    assert "4 added" in commands.on_index("index", articles, "--dry-run", "--jobs", 1).stdout
    assert "no index" in commands.on_index("search", status=2).stderr


def test_a_wrong_line_of_corrections_is_said_with_its_place(commands, articles):
    (articles / "corrections.txt").write_text("nonsense: x\n")
    result = commands.on_index("index", articles, "--jobs", 1, status=1)
    assert "corrections.txt:1" in result.stderr
    assert "corrections.txt:1" in commands.on_index("correct", status=1).stderr
    (articles / "corrections.txt").write_text("hide: Nobody Here\n")  # does nothing: no error
    assert "no article names" in commands.on_index("correct").stderr


def test_check_says_that_an_index_is_whole(commands, articles):
    commands.on_index("index", articles, "--jobs", 1)
    assert commands.on_index("check").stdout.strip().endswith("is whole")
    assert commands.on_index("check", "--deep").stdout.strip().endswith("is whole")


def test_check_names_the_damaged_file_and_what_to_do(commands, articles, tmp_path):
    commands.on_index("index", articles, "--jobs", 1)
    generation = tmp_path / "index" / (tmp_path / "index" / "CURRENT").read_text().split()[0]
    largest = max(generation.rglob("*"), key=lambda file: file.stat().st_size)
    content = bytearray(largest.read_bytes())
    content[len(content) // 2] ^= 1
    largest.write_bytes(content)
    output = commands.on_index("check", status=1).stdout
    assert largest.name in output
    assert "pressmark index" in output


def test_a_removed_document_stays_away_and_its_reason_stays(commands, articles):
    commands.on_index("index", articles, "--jobs", 1)
    commands.on_index("remove", "2.txt", "--why", "a court said so")
    assert total(commands) == 3
    assert "a court said so" in commands.on_index("show", "2.txt", status=2).stderr
    commands.on_index("index", articles, "--jobs", 1)
    assert total(commands) == 3


def test_nothing_is_removed_without_a_reason(commands, articles):
    commands.on_index("index", articles, "--jobs", 1)
    assert "say why" in commands.on_index("remove", "2.txt", "--why", " ", status=2).stderr
    assert total(commands) == 4


def test_migrate_copies_an_archive_without_its_sources(commands, articles, tmp_path):
    commands.on_index("index", articles, "--jobs", 1)
    copy = str(tmp_path / "copy")
    commands.run("migrate", commands.index, copy)
    answer = json.loads(commands.run("search", "harbour", "--index", copy, "--json").stdout)
    assert answer["total"] == 4
    assert answer == json.loads(commands.on_index("search", "harbour", "--json").stdout)


def test_migrate_does_not_write_over_an_archive(commands, articles, tmp_path):
    commands.on_index("index", articles, "--jobs", 1)
    other = tmp_path / "other"
    commands.run("index", articles / "1.txt", "--jobs", 1, "--index", other)
    assert (
        "archive at TO already" in commands.run("migrate", commands.index, other, status=2).stderr
    )
    answer = commands.run("search", "--index", other, "--json").stdout
    assert json.loads(answer)["total"] == 1


def test_migrate_refuses_to_copy_onto_itself(commands):
    assert "nothing to copy" in commands.run("migrate", "x", "x", status=2).stderr


def test_a_place_that_cannot_be_written_is_one_line_and_status_2(commands, articles, tmp_path):
    (tmp_path / "file").write_text("")
    result = commands.run("index", articles, "--index", tmp_path / "file" / "index", status=2)
    assert result.stderr.startswith("error: ")
    assert str(tmp_path / "file") in result.stderr


def test_an_interrupted_run_is_not_taken_for_one_that_is_done(commands, articles, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("indexer.cli.building.build", interrupt)
    assert "interrupted" in commands.on_index("index", articles, status=2).stderr


def page_of_links(number):
    links = "".join(f'<li><a href="/{n}">Headline {n} of page {number}</a></li>' for n in range(30))
    return f"<title>News</title><ul>{links}</ul>"


def test_a_page_without_an_article_is_named_once_and_a_dry_run_names_all(commands, articles):
    (articles / "herald").mkdir()
    (articles / "herald" / "index.html").write_text(page_of_links(0))
    named = f"not an article {articles}/herald/index.html: links and buttons, without an article"
    first = commands.on_index("index", articles, "--jobs", 1)
    assert "4 added" in first.stdout
    assert "1 not an article" in first.stdout
    assert named in first.stderr.splitlines()
    second = commands.on_index("index", "--jobs", 1)
    assert "1 not an article" in second.stdout
    assert "not an article" not in second.stderr
    assert named in commands.on_index("index", "--dry-run", "--jobs", 1).stderr.splitlines()


def test_of_many_pages_without_an_article_the_first_are_named(commands, articles):
    for number in range(23):
        (articles / f"index-{number:02}.html").write_text(page_of_links(number))
    lines = commands.on_index("index", articles, "--jobs", 1).stderr.splitlines()
    assert len(lines) == 21
    assert "index-00.html" in lines[0]
    assert lines[-1] == "not an article: 3 more; pressmark index --dry-run names all"
    assert len(commands.on_index("index", "--dry-run", "--jobs", 1).stderr.splitlines()) == 23


def test_a_record_without_an_article_is_named_by_its_own_id_too(commands, articles):
    record = {"id": "https://quay.example/", "html": page_of_links(0)}
    (articles / "crawl.jsonl").write_text(json.dumps(record) + "\n")
    told = commands.on_index("index", articles, "--jobs", 1).stderr
    assert f"not an article {articles}/crawl.jsonl:1 (https://quay.example/): links" in told


def test_a_reader_makes_an_article_of_a_page_that_was_taken_for_none(commands, articles):
    (articles / "lists.html").write_text(page_of_links(0))
    commands.on_index("index", articles, "--jobs", 1)
    (articles / "corrections.txt").write_text("keep: lists.html | Headline 7 of page 0 |\n")
    assert "1 added" in commands.on_index("index", "--jobs", 1).stdout
    shown = json.loads(commands.on_index("show", "lists.html", "--json").stdout)
    assert shown["paragraphs"] == ["Headline 7 of page 0"]
    (articles / "corrections.txt").unlink()
    assert "1 removed" in commands.on_index("index", "--jobs", 1).stdout
