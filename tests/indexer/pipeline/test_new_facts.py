"""A build beside a generation that its facts know nothing of: they were lost, or left behind."""

import pytest

from indexer.errors import SourceError
from indexer.facts import FACTS_FILE, check_facts
from indexer.pipeline import migrate, remove


@pytest.mark.parametrize("rebuild", [False, True], ids=["build", "rebuild"])
@pytest.mark.parametrize("copied", [False, True], ids=["facts lost", "archive copied"])
def test_what_was_taken_down_stays_down_when_the_facts_are_new(ten, counts, copied, rebuild):
    remove(["3.txt"], "a court said so", ten.engine, ten.index / FACTS_FILE)
    archive = ten.beside("copy") if copied else ten
    if copied:
        migrate(ten.engine, archive.engine)
    else:
        (ten.index / FACTS_FILE).unlink()
    for _ in range(2):
        assert counts(archive.build(rebuild=rebuild)) == {"unchanged": 9}
        assert archive.searcher().gone("3.txt").why == "a court said so"


def test_new_facts_go_on_remembering_retired_passages_and_gone_documents(ten, counts):
    ten.write("3.txt", "The ferry", "The ferry has other words now than it had in the morning.")
    (ten.folder / "4.txt").unlink()
    ten.build()
    before = ten.searcher().tables()
    (ten.index / FACTS_FILE).unlink()
    ten.write("5.txt", "The rope", "Rope has become dear, said the merchants of the harbour.")
    assert counts(ten.build()) == {"updated": 1, "unchanged": 8}
    after = ten.searcher().tables()
    assert after.gone == before.gone != {}
    assert after.retired.keys() == {"3.txt", "5.txt"}
    assert after.retired["3.txt"] == before.retired["3.txt"]


def test_the_facts_are_whole_after_every_kind_of_run(ten):
    facts = ten.index / FACTS_FILE
    (ten.folder / "4.txt").rename(ten.folder / "44.txt")
    ten.write_text("corrections.txt", "drop: Nobody\n")
    ten.build()
    assert check_facts(facts, deep=True) == ()
    with pytest.raises(SourceError):
        ten.build(ten.folder, ten.folder / "nowhere")
    ten.build(dry_run=True)
    assert check_facts(facts, deep=True) == ()
    remove(["3.txt"], "a court said so", ten.engine, facts)
    assert check_facts(facts, deep=True) == ()
    facts.unlink()
    assert "history" in "".join(check_facts(facts))
    ten.build()
    assert check_facts(facts, deep=True) == ()


def test_new_facts_that_are_broken_off_while_they_read_are_whole(ten, monkeypatch):
    remove(["3.txt"], "a court said so", ten.engine, ten.index / FACTS_FILE)
    (ten.index / FACTS_FILE).unlink()
    monkeypatch.setattr("indexer.pipeline.publishing.learn", _broken_off)
    with pytest.raises(KeyboardInterrupt):
        ten.build()
    monkeypatch.undo()
    assert check_facts(ten.index / FACTS_FILE, deep=True) == ()
    assert ten.build().unchanged == 9


def _broken_off(*_):
    raise KeyboardInterrupt
