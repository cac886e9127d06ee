"""Each correction of a person as the reader meets it: file, command, facet, register, list."""

import json

import pytest

ARTICLES = [
    {
        "id": "a",
        "source": "Gull",
        "published": "2015-03-01",
        "text": "Jon Marsden met Kari Holm at the quay of Vessin, and the tide was out by noon.",
        "persons": ["Jon Marsden", "Kari Holm"],
    },
    {
        "id": "b",
        "source": "Gull",
        "published": "2016-04-02",
        "text": "Jon Marsten asked Kari Holm for the key of the lamp room; Port Vessin slept on.",
        "persons": ["Jon Marsten", "Kari Holm", "Port Vessin"],
    },
    {
        "id": "c",
        "source": "Wren",
        "published": "2017-05-03",
        "text": "Kari Holm, who is another one, sold rope in the hills with Abu Tarek of Garn.",
        "persons": ["Kari Holm"],
    },
]


@pytest.fixture
def archive(commands):
    """The three articles, indexed; correct() writes the lines and applies them."""
    folder = commands.folder / "news"
    folder.mkdir()
    records = [{"title": f"Story {one['id']}", **one} for one in ARTICLES]
    (folder / "z.jsonl").write_text("\n".join(map(json.dumps, records)), "utf8")
    commands.on_index("index", "news", "--no-clean", "--jobs", 1)

    def correct(*lines, command="correct", status=0):
        (folder / "corrections.txt").write_text("\n".join(lines), "utf8")
        return commands.on_index(*command.split(), status=status).stderr

    commands.correct = correct
    return commands


def facet(archive):
    """Name → articles, as the facet of an empty search counts them."""
    answer = json.loads(archive.on_index("search", "--json").stdout)
    return {value["name"]: value["count"] for value in answer["facets"]["person"]}


def register(archive):
    lines = archive.on_index("persons", "--json").stdout.splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


def listed(archive, name):
    """The ids of the articles that a list of this one name finds."""
    (archive.folder / "list.txt").write_text(f'person:"{name}"\n', "utf8")
    output = archive.on_index("search", "--names", "list.txt", "--json").stdout
    answers = [json.loads(line) for line in output.splitlines()]
    return sorted(hit["id"] for answer in answers for hit in answer["hits"])


def explained(archive, name):
    return archive.on_index("persons", "--explain", name).stdout


BEFORE = {"Kari Holm": 3, "Jon Marsden": 1, "Jon Marsten": 1, "Port Vessin": 1}


def test_before_any_correction(archive):
    assert facet(archive) == BEFORE
    assert listed(archive, "Kari Holm") == ["a", "b", "c"]


@pytest.mark.parametrize("command", ["correct", "index"])
def test_same(archive, command):
    archive.correct("same: Jon Marsten = Jon Marsden", command=command)
    assert facet(archive) == {"Kari Holm": 3, "Jon Marsden": 2, "Port Vessin": 1}
    assert register(archive)["jon-marsden"]["aliases"] == ["Jon Marsten"]
    assert listed(archive, "Jon Marsten") == listed(archive, "Jon Marsden") == ["a", "b"]
    said = explained(archive, "Jon Marsten")
    assert "Jon Marsten: news/corrections.txt:1 same: Jon Marsten = Jon Marsden" in said
    assert "Jon Marsden: the name shown" in said
    assert "not joined" not in said


def test_not_same(archive):
    line = "same: Jon Marsten = Jon Marsden"
    assert register(archive)["jon-marsden"]["suggestions"] == [
        {
            "person": "jon-marsten",
            "evidence": "one letter apart",
            "line": line,
            "signs": ["named beside both: Kari Holm", "both in Gull", "in 2015 and in 2016"],
        }
    ]
    said = explained(archive, "Jon Marsden")
    assert f"\n      {line}\n      not-same: Jon Marsden | Jon Marsten" in said
    assert "1 article: one letter apart; named beside both: Kari Holm; both in Gull" in said
    archive.correct("not-same: Jon Marsten | Jon Marsden")
    assert register(archive)["jon-marsden"]["suggestions"] == []
    assert "corrections.txt:1 not-same: Jon Marsten" in explained(archive, "Jon Marsden")


@pytest.mark.parametrize(
    ("condition", "name"),
    [
        ("source Wren", "Kari Holm (Wren)"),
        ("document c", "Kari Holm (c)"),
        ("from 2017", "Kari Holm (2017–)"),
        ("in 2017-05", "Kari Holm (2017-05–2017-05)"),
        ("source Wren | from 2016 | to 2018", "Kari Holm (Wren, 2016–2018)"),
    ],
)
def test_split(archive, condition, name):
    archive.correct(f"split: Kari Holm | {condition}")
    assert facet(archive) == {**BEFORE, "Kari Holm": 2, name: 1}
    assert listed(archive, name) == ["c"]
    said = explained(archive, "Kari Holm")
    assert f"others of this name, told apart\n    {name} [" in said
    assert "corrections.txt:1 split: Kari Holm | " in said


COMMANDS = ["correct", "index", "index --rebuild --no-clean --jobs 1"]
SPLIT = "split: Kari Holm | source Wren"
PART = "Kari Holm (Wren)"


@pytest.mark.parametrize("command", COMMANDS)
def test_who_was_split_off_is_hidden_and_confirmed_as_anybody(archive, command):
    said = archive.correct(
        SPLIT, f"hide: {PART}", f"confirm: {PART}", "confirm: Kari Holm", command=command
    )
    assert "note" not in said
    assert facet(archive) == {**BEFORE, "Kari Holm": 2}
    found = register(archive)
    assert [found[id_]["hidden"] for id_ in ("kari-holm", "kari-holm-wren")] == [False, True]
    assert [found[id_]["confirmed"] for id_ in ("kari-holm", "kari-holm-wren")] == [True, True]
    said = explained(archive, PART)
    assert f"corrections.txt:2 hide: {PART}" in said
    assert "4 confirm" not in said  # that is of the other one
    assert "nobody" not in said
    assert "Kari Holm: in some articles; news/corrections.txt:1 split: Kari Holm" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_who_was_split_off_is_dropped_and_the_other_one_stays(archive, command):
    assert "note" not in archive.correct(SPLIT, f"drop: {PART}", command=command)
    assert facet(archive) == {**BEFORE, "Kari Holm": 2}
    assert "kari-holm-wren" not in register(archive)
    assert f"2 drop: {PART}" in explained(archive, PART)


@pytest.mark.parametrize("command", COMMANDS)
def test_who_was_split_off_is_renamed_and_may_be_spoken_of_by_either_name(archive, command):
    lines = SPLIT, f"rename: {PART} = Karin Holm", "confirm: Karin Holm", f"hide: {PART}"
    assert "note" not in archive.correct(*lines, command=command)
    karin = register(archive)["karin-holm"]
    assert (karin["name"], karin["confirmed"], karin["hidden"]) == ("Karin Holm", True, True)
    assert listed(archive, "Karin Holm") == ["c"]
    said = explained(archive, "Karin Holm")
    assert lines[1] in said
    assert "nobody" not in said


@pytest.mark.parametrize("command", COMMANDS)
def test_who_was_split_off_is_somebody_else_who_is_known(archive, command):
    assert "note" not in archive.correct(SPLIT, f"same: {PART} = Jon Marsden", command=command)
    assert facet(archive) == {**BEFORE, "Kari Holm": 2, "Jon Marsden": 2}
    assert "2 same: Kari Holm (Wren)" in explained(archive, "Jon Marsden")


def test_who_was_split_off_is_no_name_to_be_added(archive):
    assert f"add: no article names '{PART}'" in archive.correct(SPLIT, f"add: {PART}")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_split_that_holds_nowhere_is_named_with_its_line(archive, command):
    lines = "# mine", "split: Kari Holm | source Nowhere Post", "split: Port Vessin | source Wren"
    said = archive.correct(*lines, SPLIT, command=command)
    assert "corrections.txt:2: split: 'Kari Holm' is in no article of 'source Nowhere Post'" in said
    assert "corrections.txt:3: split: 'Port Vessin' is in no article of 'source Wren'" in said
    assert said.count("corrections.txt:") == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_a_rename_to_the_name_of_somebody_else_joins_nobody(archive, command):
    said = archive.correct("rename: Jon Marsten = Jon Marsden", command=command)
    assert "corrections.txt:1: rename: 'Jon Marsden' is somebody else's name" in said
    assert facet(archive) == BEFORE


def test_drop(archive):
    archive.correct("drop: Port Vessin")
    assert facet(archive) == {name: n for name, n in BEFORE.items() if name != "Port Vessin"}
    assert "port-vessin" not in register(archive)
    assert listed(archive, "Port Vessin") == []
    assert explained(archive, "Port Vessin") == (
        "Port Vessin: nobody of the register\n  lines about them\n"
        "    news/corrections.txt:1 drop: Port Vessin\n"
    )


def test_add(archive):
    assert archive.correct("add: Abu Tarek", "add: Nobody Here") == (
        f"note: {archive.folder}/news/corrections.txt:2: add: no article names 'Nobody Here'\n"
    )
    assert facet(archive) == {**BEFORE, "Abu Tarek": 1}
    assert register(archive)["abu-tarek"]["mentions"] == 1
    assert listed(archive, "Abu Tarek") == ["c"]
    assert "lines that do nothing: no article names them\n" in explained(archive, "Nobody Here")


def test_rename(archive):
    archive.correct("rename: Port Vessin = Porter Vessin")
    assert facet(archive)["Porter Vessin"] == 1
    assert listed(archive, "Port Vessin") == listed(archive, "Porter Vessin") == ["b"]
    assert "rename: Port Vessin = Porter Vessin" in explained(archive, "Porter Vessin")


def test_hide(archive):
    archive.correct("hide: Kari Holm")
    assert "Kari Holm" not in facet(archive)
    assert register(archive)["kari-holm"]["hidden"]
    assert listed(archive, "Kari Holm") == ["a", "b", "c"]
    assert "kept out of the facet" in explained(archive, "Kari Holm")
    assert "Kari Holm [hidden]" in archive.on_index("persons").stdout


def test_confirm(archive):
    assert "two people may bear it" in explained(archive, "Kari Holm")
    archive.correct("confirm: Kari Holm")
    assert register(archive)["kari-holm"]["confirmed"]
    assert "one person, as corrections.txt says" in explained(archive, "Kari Holm")


def test_lines_that_contradict_each_other_are_both_named_and_neither_applies(archive):
    said = archive.correct("drop: Kari Holm", "confirm: Kari Holm", status=1)
    assert "corrections.txt:1: 'drop: Kari Holm' contradicts" in said
    assert "corrections.txt:2: 'confirm: Kari Holm' contradicts" in said
    assert facet(archive) == BEFORE
    told = explained(archive, "Kari Holm")
    assert "lines that do not apply\n    news/corrections.txt:1: 'drop: Kari Holm'" in told
    record = json.loads(archive.on_index("persons", "--explain", "Kari Holm", "--json").stdout)
    assert len(record["conflicts"]) == 2
    assert record["lines"] == []


def test_an_explanation_as_json_holds_all_that_is_said(archive):
    archive.correct("same: Jon Marsten = Jon Marsden", "split: Kari Holm | source Wren")
    (jon,) = archive.lines(
        "persons", "--explain", "Jon Marsden", "--json", "--index", archive.index
    )
    assert jon["joined"][1]["name"] == "Jon Marsten"
    assert jon["forms"] == [
        {"text": "Jon Marsden", "documents": 1},
        {"text": "Jon Marsten", "documents": 1},
    ]
    assert jon["lines"][0]["text"] == "same: Jon Marsten = Jon Marsden"
    whole = archive.lines("persons", "--explain", "kari-holm", "--json", "--index", archive.index)
    assert whole[0]["parts"] == [
        {"person": "kari-holm-wren", "name": "Kari Holm (Wren)", "documents": 1}
    ]


def test_a_short_form_is_said_to_be_joined_inside_its_article(commands):
    (commands.folder / "news").mkdir()
    text = "Minister Ilka Torvald said so on Monday.\n\nTorvald left, said Mr. Torvald's driver."
    (commands.folder / "news" / "a.txt").write_text(f"Title\n\n{text}", "utf8")
    commands.on_index("index", "news", "--no-clean", "--jobs", 1)
    said = explained(commands, "Ilka Torvald")
    assert "Torvald: short for the full name in its article" in said
    assert "Ilka Torvald: 1 article\n" in said


def test_a_name_of_one_word_is_said_to_be_no_full_name(archive):
    archive.correct("rename: Port Vessin = Vessin")
    assert "Vessin [vessin]: a name of one word" in explained(archive, "Vessin")


def test_each_name_joined_says_why(commands):
    folder = commands.folder / "news"
    folder.mkdir()
    given = ["Jon Marsden", "Dr. Jon Marsden"], ["JON MARSDEN", "Bo Marsh"], ["Bo Marsch"]
    records = [
        {"id": str(n), "title": f"Story {n}", "text": f"Text of {n}.", "persons": names}
        for n, names in enumerate(given)
    ]
    (folder / "z.jsonl").write_text("\n".join(map(json.dumps, records)), "utf8")
    lines = ["same: Bo Marsch = Bo Marsh", "same: Bo Marsh = Jon Marsden"]
    (folder / "corrections.txt").write_text("\n".join(lines), "utf8")
    commands.on_index("index", "news", "--no-clean", "--jobs", 1)
    (record,) = commands.lines(
        "persons", "--explain", "Bo Marsch", "--json", "--index", commands.index
    )
    place = f"{folder}/corrections.txt"
    assert {one["name"]: one["why"] for one in record["joined"]} == {
        "Jon Marsden": "the name shown",
        "Dr. Jon Marsden": "the same full name, but for titles, accents, capitals and punctuation",
        "Bo Marsh": f"{place}:2 {lines[1]}",
        "Bo Marsch": f"{place}:1 {lines[0]}",
    }
    assert [line["text"] for line in record["lines"]] == lines


def test_a_file_changed_since_the_index_was_made_is_said(archive):
    (archive.folder / "news" / "corrections.txt").write_text("drop: Kari Holm", "utf8")
    said = archive.on_index("persons", "--explain", "Kari Holm").stderr
    assert "has changed since; apply it with: pressmark correct" in said
    archive.on_index("correct")
    assert archive.on_index("persons", "--explain", "Kari Holm").stderr == ""


@pytest.mark.parametrize(
    ("asked", "alike"),
    [("Jon Marzden", "Jon Marsden"), ("Carry Holme", "Kari Holm"), ("Bo Holm", "Kari Holm")],
)
def test_a_name_that_is_not_there_is_answered_with_those_near(archive, asked, alike):
    said = archive.on_index("persons", "--explain", asked, status=2).stderr
    assert f"error: no person '{asked}' in the register; near: " in said
    assert alike in said


def test_a_name_like_nobody_is_said(archive):
    said = archive.on_index("persons", "--explain", "Zzyzx", status=2).stderr
    assert "no person 'Zzyzx' in the register; pressmark persons lists everybody" in said


def test_an_index_without_its_facts_still_explains(archive):
    (archive.folder / "index" / "facts.sqlite").unlink()
    answer = archive.on_index("persons", "--explain", "Kari Holm")
    assert "whose lines apply is not known" in answer.stderr
    assert "Kari Holm [kari-holm]: a name" in answer.stdout


def test_a_dry_run_of_correct_says_what_it_would_do(archive):
    (archive.folder / "news" / "corrections.txt").write_text("add: Abu Tarek", "utf8")
    assert "1 updated, 2 unchanged" in archive.on_index("correct", "--dry-run").stdout
    assert facet(archive) == BEFORE


def test_correct_without_an_index_says_what_to_do(commands):
    assert "pressmark index" in commands.on_index("correct", status=2).stderr
