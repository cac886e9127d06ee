"""clean --explain with the reader's corrections: which line was used, and where it stands."""

import json

import pytest

ARTICLE = (
    "Harbour strike ends\n\n"
    "The strike in the harbour of Vessin ended on Monday, nine weeks after it had begun.\n\n"
    "Minister Ilka Torvald said that the dockers would return to their work on Tuesday.\n\n"
    "Leave a Reply"
)
KEEP = "[your correction articles/corrections.txt:1] Leave a Reply"


@pytest.fixture
def herald(tmp_path):
    """An article two folders below its SOURCE."""
    folder = tmp_path / "articles" / "herald" / "2016"
    folder.mkdir(parents=True)
    file = folder / "strike.txt"
    file.write_text(ARTICLE, "utf8")
    return file


def correct(tmp_path, *lines):
    (tmp_path / "articles" / "corrections.txt").write_text("\n".join(lines) + "\n", "utf8")


@pytest.mark.parametrize(
    "where", ["herald/2016/strike.txt", "source herald", "everywhere", "herald-2016-strike.txt-ID"]
)
def test_the_corrections_of_the_source_apply_to_a_file_by_itself(commands, tmp_path, herald, where):
    if where.endswith("ID"):  # as the archive calls the article
        commands.on_index("index", tmp_path / "articles", "--jobs", 1)
        (hit,) = json.loads(commands.on_index("search", "harbour", "--json").stdout)["hits"]
        where = hit["id"]
    correct(tmp_path, f"keep: {where} | leave a reply")
    assert KEEP in commands.run("clean", "--explain", herald).stdout
    assert KEEP in commands.run("clean", "--explain", tmp_path / "articles").stdout
    assert KEEP in commands.run("clean", "--explain", herald.parent).stdout


def test_a_line_about_another_article_does_nothing(commands, tmp_path, herald):
    correct(tmp_path, "keep: strike.txt | Leave a Reply", "keep: source 2016 | Leave a Reply")
    explained = commands.run("clean", "--explain", herald).stdout
    assert "your correction" not in explained
    assert "  - [comments" in explained


def test_what_a_line_removes_is_said_with_the_line(commands, tmp_path, herald):
    correct(
        tmp_path, "# ours", "remove: source Herald | “Minister |", "remove: everywhere | Minister"
    )
    explained = commands.run("clean", "--explain", herald).stdout
    why = "correction: your correction articles/corrections.txt:3 (remove: everywhere | minister)"
    assert f"  - [{why}] Minister Ilka" in explained


def test_a_file_of_corrections_can_be_named_and_its_paths_are_those_below_any_source(
    commands, tmp_path, herald
):
    mine = tmp_path / "mine.txt"
    for place in ("strike.txt", "2016/strike.txt", "articles/herald/2016/strike.txt"):
        mine.write_text(f"keep: {place} | Leave a Reply", "utf8")
        explained = commands.run("clean", "--explain", "--corrections", mine, herald).stdout
        assert f"{place}: Harbour strike ends" in explained
        assert "[your correction mine.txt:1] Leave a Reply" in explained


def test_a_wrong_line_is_named_and_the_others_apply(commands, tmp_path, herald):
    correct(tmp_path, "kepe: everywhere | Leave", "keep: everywhere | Leave a Reply")
    result = commands.run("clean", "--explain", herald)
    assert "note: articles/corrections.txt:1: 'kepe' is no correction; did you mean keep?" in (
        result.stderr
    )
    assert "articles/corrections.txt:2] Leave a Reply" in result.stdout


def test_a_file_of_corrections_that_is_not_there_is_status_2(commands, herald):
    assert "nowhere" in commands.run("clean", "--corrections", "nowhere", herald, status=2).stderr


def test_a_batch_goes_by_the_corrections_named(commands, tmp_path):
    (tmp_path / "mine.txt").write_text("keep: a | Leave a Reply\nremove: everywhere | Minister")
    lines = "".join(json.dumps({"id": id_, "text": ARTICLE}) + "\n" for id_ in "ab")
    first, second = commands.lines(
        "clean", "--jsonl", "--corrections", tmp_path / "mine.txt", standard_input=lines
    )
    assert first["paragraphs"][-1] == "Leave a Reply"
    assert len(second["paragraphs"]) == 1
    (removed,) = (one for one in second["removed"] if one["reason"] == "correction")
    assert removed["rule"] == "your correction mine.txt:2 (remove: everywhere | minister)"


def test_an_explanation_begins_with_what_is_known_of_the_article(commands, tmp_path):
    page = (
        "<html lang=en><head><meta property='article:published_time' content='2019-03-04'></head>"
        "<body><article><h1>Goat takes the tram</h1><p class=byline>By Ida Lund</p>"
        "<p>The goat boarded the tram at the market on Monday, and the driver said nothing.</p>"
        "<figure><img src=x><figcaption>The goat at the stop. Photo: Wave Press</figcaption></figure>"
        "<p>The tram went on to the sea, and there the goat got off without a word.</p></article>"
    )
    (tmp_path / "goat.html").write_text(page, "utf8")
    explained = commands.run("clean", "--explain", tmp_path / "goat.html").stdout
    assert "2019-03-04 from meta · en · Ida Lund · goat.html" in explained
    assert "Credits: Photo: Wave Press" in explained
    assert "[caption] The goat at the stop." in explained


def test_what_stands_on_a_page_without_an_article_is_explained(commands, tmp_path):
    links = "".join(f'<li><a href="/{n}">Headline number {n}</a></li>' for n in range(30))
    (tmp_path / "index.html").write_text(f"<title>News</title><ul>{links}</ul>", "utf8")
    explained = commands.run("clean", "--explain", tmp_path / "index.html").stdout
    assert "index.html: no article: " in explained
    assert "Headline number 29" in explained
    assert "Headline" not in commands.run("clean", tmp_path / "index.html").stdout
