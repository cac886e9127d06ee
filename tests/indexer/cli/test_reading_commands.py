"""search, show, persons, export: the archive's answers on standard output."""

import csv
import io
import json

import pytest


def one_json(archive, *arguments):
    return json.loads(archive.on_index(*arguments).stdout)


def test_search_shows_title_outlet_date_and_passage(archive):
    output = archive.on_index("search", "miners").stdout
    assert "1 article" in output
    assert "The mine at Garn closes" in output
    assert "Garn Post · 2017-01-20 · mine-7" in output


def test_search_as_json_is_the_answer_of_the_page(archive):
    answer = one_json(archive, "search", "harbour", "--json")
    assert answer["total"] == 2
    assert {hit["id"] for hit in answer["hits"]} == {"strike.txt", "mine-7"}
    snippet = answer["hits"][0]["snippets"][0]
    start, end = snippet["highlights"][0]
    assert snippet["text"][start:end].lower() == "harbour"
    assert snippet["url"].endswith(snippet["passage"])


def test_search_filters(archive):
    assert one_json(archive, "search", "--source", "Garn Post", "--json")["total"] == 1
    assert one_json(archive, "search", "--person", "Odile Marn", "--json")["total"] == 1
    assert one_json(archive, "search", "--not-person", "Odile Marn", "--json")["total"] == 1
    assert one_json(archive, "search", "--from", "2017", "--to", "2017-01", "--json")["total"] == 1
    assert one_json(archive, "search", "--dated", "none", "--json")["total"] == 1
    assert one_json(archive, "search", "--year", "2017", "--json")["total"] == 1


def test_search_shows_facets_and_notes(archive):
    output = archive.on_index("search", "mine dockers").stdout
    assert "some of them" in output
    assert "Persons: " in output


def test_search_says_where_more_is_to_be_found(archive):
    assert "with some of the words: 2 articles" in archive.on_index("search", "harbour mine").stdout
    assert "in what was removed: 1 article (" in archive.on_index("search", "reply").stdout


def test_search_finds_a_word_under_its_aliases_on_demand(archive):
    output = archive.on_index("search", "pit").stdout
    assert "0 articles" in output
    assert "with aliases (mine, the quay) as well: 2 articles (--aliases)" in output
    shown = archive.on_index("search", "pit", "--aliases").stdout
    assert "2 articles: articles with “pit” (also mine, the quay)" in shown
    assert "(--aliases)" not in shown
    answer = one_json(archive, "search", "pit", "--aliases", "--json")
    words = [{"text": "pit", "others": ["mine", "the quay"]}]
    assert answer["aliases"] == {"on": True, "words": words, "total": None}
    rows = archive.on_index("export", "pit", "--aliases", "--format", "jsonl").stdout
    assert len(rows.splitlines()) == answer["total"] == 2
    assert archive.on_index("export", "pit", "--format", "jsonl").stdout == ""


@pytest.mark.parametrize(
    ("option", "needed"),
    [(("--format", "trec"), "--queries"), (("--passages",), "--queries"), (("--csv",), "--names")],
)
def test_an_option_that_would_do_nothing_alone_says_what_it_goes_with(archive, option, needed):
    assert f"goes with {needed}" in archive.on_index("search", *option, status=2).stderr


def test_search_suggests_another_spelling(archive):
    assert "Did you mean: harbour" in archive.on_index("search", "habrour").stdout


def test_search_passes_hits_over(archive):
    assert len(one_json(archive, "search", "--limit", "1", "--json")["hits"]) == 1
    assert one_json(archive, "search", "--offset", "2", "--json")["hits"] == []


def test_removed_text_is_found_on_demand(archive):
    assert one_json(archive, "search", "reply", "--json")["total"] == 0
    answer = one_json(archive, "search", "reply", "--in", "removed", "--json")
    assert answer["total"] == 1
    assert answer["hits"][0]["snippets"][0]["url"] == "/documents/strike.txt?view=removed"


@pytest.mark.parametrize(
    ("option", "value"), [("--from", "2017-02-30"), ("--to", "soon"), ("--year", "17")]
)
def test_a_bad_date_is_a_usage_error_that_says_what_is_expected(archive, option, value):
    result = archive.on_index("search", option, value, status=2)
    assert value in result.stderr
    assert "expected YYYY" in result.stderr


def test_a_batch_prints_a_trec_run(archive, tmp_path):
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"id": "q1", "text": "mine closes"}\n\n{"id": "q2", "text": "qqq"}\n')
    output = archive.on_index("search", "--queries", queries, "--format", "trec").stdout
    (line, *_) = output.splitlines()
    query, zero, document, rank, _score, tag = line.split()
    assert (query, zero, document, rank, tag) == ("q1", "Q0", "mine-7", "1", "pressmark")
    assert "q2" not in output


def test_white_space_in_an_id_does_not_part_the_columns_of_a_run(commands, tmp_path):
    (tmp_path / "a b.txt").write_text("The mine closes\n\nThe mine at Garn has closed for good.\n")
    commands.on_index("index", tmp_path / "a b.txt", "--jobs", 1)
    line = '{"id": "q\\u00a01", "text": "mine"}'
    output = commands.on_index(
        "search", "--queries", "-", "--format", "trec", standard_input=line
    ).stdout
    assert output.split()[:4] == ["q%C2%A01", "Q0", "a%20b.txt", "1"]


def test_a_batch_adds_passages_on_demand(archive, tmp_path):
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"id": "q1", "text": "dockers return"}')
    output = archive.on_index(
        "search", "--queries", queries, "--format", "trec", "--passages"
    ).stdout
    assert output.split()[7] == "2"


def test_a_broken_batch_names_its_line(archive, tmp_path):
    queries = tmp_path / "queries.jsonl"
    queries.write_text('{"id": "q1", "text": "mine"}\nnonsense\n')
    result = archive.on_index("search", "--queries", queries, "--format", "trec", status=2)
    assert f"error: {queries}:2: no query: 'nonsense" in result.stderr


@pytest.mark.parametrize(
    ("name", "content"), [("q.jsonl", b"caf\xe9"), ("q.gz", b"no gzip"), ("q.gz", b"\x1f\x8b\x08")]
)
def test_a_list_that_cannot_be_read_is_named(archive, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    for option in ("--queries", "--names"):
        result = archive.on_index("search", option, tmp_path / name, status=2)
        assert f"error: {tmp_path / name} cannot be read" in result.stderr


def test_a_byte_order_mark_is_no_part_of_a_query(archive, tmp_path):
    (tmp_path / "names.txt").write_text("Odile Marn\n", "utf-8-sig")
    output = archive.on_index("search", "--names", tmp_path / "names.txt", "--json").stdout
    assert json.loads(output)["name"] == "Odile Marn"


def test_a_list_of_names_gets_a_line_a_passage(archive, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("Ilka Torvald\n\n=Nobody\n")
    output = archive.on_index("search", "--names", names, "--csv").stdout
    rows = list(csv.DictReader(io.StringIO(output, newline="")))
    assert [row["articles"] for row in rows if row["name"] == "'=Nobody"] == ["0"]
    assert rows[0]["id"] == "strike.txt"
    assert "Torvald" in rows[0]["text"]


def test_a_list_says_of_which_names_only_some_words_were_found(archive, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("Ilka Torvald\nOdile Torvald\n")
    output = archive.on_index("search", "--names", names, "--csv").stdout
    rows = csv.DictReader(io.StringIO(output, newline=""))
    assert {(row["name"], row["match"]) for row in rows} == {
        ("Ilka Torvald", "all"),
        ("Odile Torvald", "some"),
    }


def test_a_line_of_a_plain_list_is_a_query_as_it_stands(archive, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text('"the harbour"\nTorvald, Ilka\n"open\n')
    output = archive.on_index("search", "--names", names, "--json").stdout
    assert [json.loads(line)["name"] for line in output.splitlines()] == [
        '"the harbour"',
        "Torvald, Ilka",
        '"open',
    ]


def test_a_list_of_names_as_json_and_as_text(archive, tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("Ilka Torvald,minister\nOdile Marn,editor\n")
    output = archive.on_index("search", "--names", names, "--json").stdout
    assert [json.loads(line)["name"] for line in output.splitlines()] == [
        "Ilka Torvald",
        "Odile Marn",
    ]
    assert "== Odile Marn" in archive.on_index("search", "--names", names).stdout


def test_a_name_of_the_register_finds_every_article_that_names_the_person(archive, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text('Ilka Torvald\nTORVALD\n"Ilka" Torvald\nNobody Atall\n')
    output = archive.on_index("search", "--names", names, "--json").stdout
    whole, short, quoted, nobody = map(json.loads, output.splitlines())
    assert whole["persons"] == [{"id": "ilka-torvald", "name": "Ilka Torvald"}]
    assert quoted["persons"] == whole["persons"]
    assert quoted["total"] == whole["total"] >= 1
    assert short["total"] >= whole["total"]
    marked = {
        snippet["text"][start:end]
        for hit in whole["hits"]
        for snippet in hit["snippets"]
        for start, end in snippet["highlights"]
    }
    assert "Ilka Torvald" in marked
    assert nobody["persons"] == []


def test_a_name_that_is_twice_in_a_list_is_answered_once(archive, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("Ilka Torvald\n\n  Ilka Torvald  \r\nOdile Marn\nIlka Torvald\n")
    output = archive.on_index("search", "--names", names, "--json").stdout
    assert [json.loads(line)["name"] for line in output.splitlines()] == [
        "Ilka Torvald",
        "Odile Marn",
    ]


def test_the_heading_of_a_column_of_names_is_no_name(archive, tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("Name,Role\n,empty\nOdile Marn,editor\nname,not a heading\n", "utf-8-sig")
    output = archive.on_index("search", "--names", names, "--json").stdout
    assert [json.loads(line)["name"] for line in output.splitlines()] == ["Odile Marn", "name"]


def test_a_cell_that_is_too_long_is_named_with_its_line(archive, tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("Odile Marn\n" + "x" * 200_000 + "\n")
    result = archive.on_index("search", "--names", names, status=2)
    assert f"error: {names}:2: no row of a CSV" in result.stderr


def test_a_long_and_an_odd_line_of_a_list_are_answered(archive, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("x" * 10_000 + '\n"\n\u202e\n* AND (\n', "utf8")
    output = archive.on_index("search", "--names", names, "--json").stdout
    assert len(output.splitlines()) == 4


def test_show_prints_passages_with_their_ids(archive):
    output = archive.on_index("show", "strike.txt").stdout
    assert "Harbour strike ends" in output
    assert "Persons: " in output
    assert "Leave a Reply" not in output


def test_show_as_json_holds_what_was_removed_and_why(archive):
    record = one_json(archive, "show", "strike.txt", "--json")
    assert {"text", "reason"} <= set(record["removed"][0])
    assert "Ilka Torvald" in [person["name"] for person in record["persons"]]


def test_show_tells_what_is_like_an_article_and_why(archive):
    output = archive.on_index("show", "strike.txt", "--similar", "3").stdout
    assert "More like this:\n\n1. The mine at Garn closes\n   Garn Post · 2017-01-20" in output
    assert "both have " in output
    record = one_json(archive, "show", "strike.txt", "--similar", "3", "--json")
    assert [one["id"] for one in record["similar"]] == ["mine-7"]
    assert {"harbour", "work"} <= set(record["similar"][0]["words"])
    assert "similar" not in one_json(archive, "show", "strike.txt", "--json")


def test_show_says_that_nothing_is_like_an_article(commands):
    commands.folder.joinpath("alone.txt").write_text("Alone\n\nNobody else is in this archive.")
    commands.on_index("index", "alone.txt", "--no-clean")
    output = commands.on_index("show", "alone.txt", "--similar", "1").stdout
    assert output.endswith("More like this:\nnothing in the archive is like it.\n")


def test_a_document_that_is_not_there_is_said(archive):
    assert "no document 'nix'" in archive.on_index("show", "nix", status=2).stderr


def test_persons_lists_everybody(archive):
    assert "Ilka Torvald" in archive.on_index("persons").stdout
    records = archive.on_index("persons", "--json").stdout.splitlines()
    assert "ilka-torvald" in [json.loads(line)["id"] for line in records]


def test_persons_explains_one(archive):
    output = archive.on_index("persons", "--explain", "Torvald").stdout
    assert "Ilka Torvald [ilka-torvald]: a name; two people may bear it" in output
    assert (
        "no person 'Nobody'" in archive.on_index("persons", "--explain", "Nobody", status=2).stderr
    )


@pytest.mark.parametrize("form", ["csv", "jsonl", "bib", "ris", "csl"])
def test_export_writes_every_hit(archive, form):
    output = archive.on_index("export", "--format", form).stdout
    assert output.count("The mine at Garn closes") == 1
    assert output.count("Harbour strike ends") == 1


def test_a_missing_index_is_said_with_what_to_do(commands):
    result = commands.on_index("search", "x", status=2)
    assert result.stdout == ""
    assert result.stderr.startswith("error: no index in ")
    assert "pressmark index" in result.stderr


def test_an_unknown_location_is_said(commands):
    result = commands.run("search", "x", "--index", "gopher://x", status=2)
    assert "gopher://x" in result.stderr


def test_version_and_help(commands):
    assert commands.run("--version").stdout.startswith("pressmark")
    assert "serve" in commands.run("--help").stdout
