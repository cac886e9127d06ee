import json

import pytest

from indexer.archive import Split
from indexer.corrections import parse_corrections
from indexer.errors import SettingsError
from indexer.facts import FACTS_FILE, FactsStore
from indexer.pipeline import BuildOrder, build
from indexer.pipeline.corrected import corrected
from indexer.pipeline.sources import absolute

LINES = """
same: Bo Lund = Bo Lundqvist
not-same: Ada Merle | Ada Merl
split: Cy Norn | source The Gull
split: Cy Norn | document old/x y.txt
drop: Port Vessin
add: Abu Tarek
rename: Di Orr = Diana Orr
hide: Piet Lens
confirm: Ilka Torvald
moved: old/x.txt = x.txt
remove: everywhere | Subscribe to
alias: FRL = River League
"""


def test_every_line_comes_to_what_it_says():
    found = corrected(parse_corrections(LINES, "c.txt"))
    rules = found.persons
    assert rules.same == (("Bo Lund", "Bo Lundqvist"),)
    assert rules.not_same == (("Ada Merle", "Ada Merl"),)
    assert rules.splits[0] == Split("Cy Norn", "The Gull")
    assert rules.splits[1].document.startswith("old-x-y.txt-")
    assert (rules.dropped, rules.hidden) == (("Port Vessin",), ("Piet Lens",))
    assert (rules.confirmed, rules.renamed) == (("Ilka Torvald",), (("Di Orr", "Diana Orr"),))
    assert (found.added, found.moved) == (("Abu Tarek",), (("old/x.txt", "x.txt"),))
    assert [rule.text for rule in found.block_rules] == ["subscribe to"]
    assert found.aliases == {"FRL": ("River League",)}
    assert found.errors == ()


def test_lines_in_another_order_or_place_are_the_same_version():
    lines = LINES.strip().splitlines()
    for splits in range(2):  # of several splits that hold the first counts: their order stays
        lines[2], lines[2 + splits] = lines[2 + splits], lines[2]
    other = "\n\n# a comment\n" + "\n".join([*lines[4:], *lines[:4]])
    assert (
        corrected(parse_corrections(other, "d.txt")).versions
        != corrected(parse_corrections("drop: X", "d.txt")).versions
    )
    same = "\n".join(["", "hide: B", "hide: A", "alias: C = D", "alias: A = E", "alias: A = B"])
    again = "alias: A = B\nalias: A = E\nhide: A\nhide: B\nalias: C = D"
    assert (
        corrected(parse_corrections(same, "d.txt")).versions
        == corrected(parse_corrections(again, "c.txt")).versions
    )


def names(archive):
    return {person.name for person in archive.searcher().persons()}


@pytest.fixture
def named(ten):
    ten.write("3.txt", "The ferry", "Mayor Ada Merle said that Ada Merle would open the new pier.")
    ten.write("4.txt", "The crane", "Mr. Bo Lund said the crane of zork was safe, Bo Lund added.")
    for number in range(10):  # as given: what the namer finds by itself is not our subject here
        persons = {3: ["Ada Merle"], 4: ["Bo Lund"]}.get(number, [])
        ten.write_text(f"{number}.txt.meta.json", json.dumps({"persons": persons}))
    ten.build()
    assert names(ten) == {"Ada Merle", "Bo Lund"}
    return ten


def test_corrections_of_persons_apply_without_cleaning_or_naming_again(named, counts):
    named.write_text("corrections.txt", "same: Bo Lund = Ada Merle\nnonsense\n")
    report = named.build()
    assert counts(report) == {"unchanged": 10}
    assert names(named) == {"Ada Merle"}
    (note,) = report.notes
    assert note.startswith(f"{absolute(named.folder)}/corrections.txt:2: ")
    (named.folder / "corrections.txt").unlink()
    (note,) = named.build().notes
    assert note.startswith(f"{named.folder}/corrections.txt is not there any more")
    assert names(named) == {"Ada Merle", "Bo Lund"}
    assert named.build().notes == ()  # told by the run that undid it


@pytest.mark.parametrize("line", ["drop: Nobody Here", "same: Nobody Here = Ada Merle"])
def test_a_line_about_somebody_whom_no_article_names_is_told_with_its_line(named, line):
    named.write_text("corrections.txt", f"confirm: Bo Lund\n{line}\n")
    (note,) = named.build().notes
    verb = line.split(":")[0]
    file = absolute(named.folder) / "corrections.txt"
    assert note == f"{file}:2: {verb}: no article names 'Nobody Here'"


def test_a_name_that_was_missed_is_added_and_only_its_articles_are_updated(named, counts):
    named.write_text("corrections.txt", "add: zork\n")
    assert counts(named.build()) == {"updated": 1, "unchanged": 9}
    assert "zork" in names(named)


def test_a_block_rule_cleans_only_what_it_applies_to(named, counts):
    assert len(named.document("3.txt").passages) == 1
    named.write_text("corrections.txt", "remove: 3.txt | Mayor Ada\n")
    assert counts(named.build()) == {"updated": 1, "unchanged": 9}
    assert named.document("3.txt").passages == ()
    assert named.document("3.txt").removed[-1].text.startswith("Mayor Ada")
    named.write_text("corrections.txt", "# a comment\n\nremove: 3.txt | Mayor Ada\n")
    assert counts(named.build()) == {"unchanged": 10}


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("remove: 33.txt | Mayor", "no article has the path or id '33.txt'"),
        ("keep: 33.txt | Mayor", "no article has the path or id '33.txt'"),
        ("remove: 3.txt | Mayor Bo", "no block of 3.txt begins with 'mayor bo'"),
        ("remove: 3.txt | said that", "no block of 3.txt begins with 'said that'"),
        ("keep: 3.txt | Mayor Bo", "no block of 3.txt begins with 'mayor bo'"),
        ("remove: source The Crier | Mayor", "no article is of the outlet 'The Crier'"),
        ("remove: 3.txt | Mayor", ""),
        ("keep: 3.txt | MAYOR", ""),
        ("remove: 3.txt | The ferry", ""),
        ("remove: source the  herald | Mayor Bo", ""),
        ("remove: everywhere | Mayor Bo", ""),
    ],
)
def test_a_block_rule_that_speaks_of_nothing_is_told_with_its_line(named, line, note):
    given = json.dumps({"persons": ["Ada Merle"], "source": "The Herald"})
    named.write_text("3.txt.meta.json", given)
    named.write_text("corrections.txt", f"# mine\n{line}\n")
    for _ in range(2):
        notes = named.build().notes
        if note:
            (found,) = notes
            file = absolute(named.folder) / "corrections.txt"
            assert found.startswith(f"{file}:2: {note}")
        else:
            assert notes == ()


def test_outlets_are_not_called_unknown_while_a_source_is_not_read(named):
    other = named.write("../other/x.txt", "Another town", "The market of the other town is closed.")
    named.write_text("../other/corrections.txt", "remove: source The Crier | Mayor\n")
    assert named.build(other.parent).notes == ()
    (note,) = named.build(other.parent, named.folder).notes
    assert "no article is of the outlet" in note


def test_a_block_rule_for_an_article_that_is_not_cleaned_is_not_called_idle(named):
    named.write_text("corrections.txt", "remove: 3.txt | No such\n")
    assert named.build(no_clean=True).notes == ()


def test_a_moved_line_leads_from_the_old_id_to_the_new_one_after_a_rebuild_too(named):
    for name in ("3.txt", "3.txt.meta.json"):
        (named.folder / name).rename(named.folder / name.replace("3", "new"))
    (note,) = named.build().notes
    named.write_text("corrections.txt", f"{note}\n")
    assert named.build().notes == ()
    assert named.searcher().redirect("3.txt") == "new.txt"
    assert named.searcher().gone("3.txt") is None
    other = named.beside("other")
    other.build()
    assert other.searcher().redirect("3.txt") == "new.txt"


def test_corrections_of_a_source_apply_to_all_and_in_every_run(named, counts):
    other = named.write("../other/x.txt", "Another town", "The market of the other town is closed.")
    named.write_text("../other/corrections.txt", "drop: Bo Lund\n")
    named.build(other.parent)
    assert names(named) == {"Ada Merle"}
    assert named.build().notes == ()
    assert names(named) == {"Ada Merle"}
    other.parent.rename(other.parent.with_name("unmounted"))
    report = named.build()
    assert "its corrections.txt do not apply" in report.notes[0]
    assert len(named.ids()) == 11


def test_a_file_of_corrections_is_remembered_until_another_is_named(named, tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("drop: Bo Lund\n")
    two.write_text("drop: Ada Merle\n")
    named.build(corrections=(one,))
    assert names(named) == {"Ada Merle"}
    build(BuildOrder(named.index / FACTS_FILE), named.engine)
    assert names(named) == {"Ada Merle"}
    named.build(corrections=(two,))
    assert names(named) == {"Bo Lund"}


def test_a_file_of_corrections_that_is_not_there_stops_the_run(named, tmp_path):
    with pytest.raises(SettingsError, match=r"--corrections .*none\.txt: there is no such"):
        named.build(corrections=(tmp_path / "none.txt",))
    with FactsStore(named.index / FACTS_FILE) as facts:
        assert facts.presence.corrections_files() == ()
