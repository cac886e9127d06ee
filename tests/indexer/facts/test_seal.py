"""A bit that flips in any table is found, and nothing that happens to a whole file is called damage."""

import sqlite3

import pytest

from indexer.errors import DamagedIndexError, LockedError
from indexer.facts import FACTS_FILE, FactsStore, Move, Source, TakenDown, check_facts
from indexer.facts.database import Database

DAY = "2024-05-01"


@pytest.fixture
def sealed(path, read, store, one, document, tmp_path):
    """Facts with a row in every table, committed and closed."""
    read(tmp_path / "newsroom", one("present-one"), one("present-two"))
    store.presence.settle()
    store.presence.remember_corrections_files([tmp_path / "corrected.txt"])
    store.history.bury(document("buried", "A retired sentence."), "a burial", DAY)
    store.history.take_down(TakenDown("downed", "a court said so", DAY, "hash"))
    store.history.expect([Move("moved-from", "moved-to")])
    store.acknowledge("some-state")
    store.commit()
    store.close()
    return path


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("corrections_file", b"corrected.txt"),
        ("gone", b"a burial"),
        ("meta", b"some-state"),
        ("moved", b"moved-to"),
        ("present", b"hash of present-two"),
        ("retired", b"A retired sentence."),
        ("source", b"newsroomnewsroom"),
        ("taken_down", b"a court said so"),
    ],
)
@pytest.mark.parametrize("bit", [0x04, 0x80], ids=["another letter", "no letter at all"])
def test_a_bit_that_flips_in_any_table_is_found(sealed, table, word, bit):
    whole = sealed.read_bytes()
    at = whole.index(word) + 2
    sealed.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
    (line,) = check_facts(sealed)
    assert f"the table {table} is damaged" in line
    assert "history" in line
    assert "pressmark index SOURCE" in line


@pytest.mark.parametrize("word", [b'"gone": "', b'{"corrections_file', b"sealed"])
def test_a_seal_that_is_damaged_itself_is_found(sealed, word):
    whole = sealed.read_bytes()
    for byte in (whole.index(word), whole.index(word) + len(word) - 1):
        for bit in (0x01, 0x80):
            sealed.write_bytes(whole[:byte] + bytes([whole[byte] ^ bit]) + whole[byte + 1 :])
            assert check_facts(sealed)


def test_damage_is_not_sealed_as_if_it_were_right(sealed):
    with sqlite3.connect(sealed) as outside:
        outside.execute("UPDATE retired SET text = 'Other words.'")
    outside.close()
    with FactsStore(sealed) as store:
        store.acknowledge("a later state")
        store.commit()
    assert "the table retired is damaged" in "".join(check_facts(sealed))


def test_a_text_that_is_no_text_any_more_is_damage_to_whoever_reads_it(sealed):
    whole = sealed.read_bytes()
    sealed.write_bytes(whole.replace(b"A retired", b"A \xffetired"))
    with FactsStore(sealed) as store, pytest.raises(DamagedIndexError, match="UTF-8"):
        store.history.retired()


def test_facts_that_were_never_sealed_are_whole_and_sealed_when_they_are_next_written(sealed):
    with sqlite3.connect(sealed) as outside:
        outside.execute("DELETE FROM meta WHERE name = 'sealed'")
    outside.close()
    assert check_facts(sealed) == ()
    with FactsStore(sealed) as store:
        store.commit()
    with sqlite3.connect(sealed) as outside:
        outside.execute("DELETE FROM taken_down")
    outside.close()
    assert "the table taken_down is damaged" in "".join(check_facts(sealed))


def test_what_is_broken_off_between_two_commits_is_no_damage(sealed, fact):
    with FactsStore(sealed) as store:
        store.keep(fact("late.txt", "One."))
        store.commit_kept()
        store.presence.remember([])
        store.history.told()
    with FactsStore(sealed) as other:
        other.presence.remember([Source(sealed, "another")])
        other.commit()
    assert check_facts(sealed, deep=True) == ()


@pytest.mark.parametrize("state", ["missing", "empty"])
def test_facts_that_are_not_there_are_a_loss_only_beside_a_published_generation(tmp_path, state):
    path = tmp_path / FACTS_FILE
    if state == "empty":
        path.touch()
    assert check_facts(path) == ()
    (tmp_path / "CURRENT").write_text("g000001")
    (line,) = check_facts(path)
    assert line.startswith(f"{path} is {state}")
    assert "history" in line
    assert "pressmark index SOURCE" in line


def test_a_process_that_commits_waits_until_the_seal_is_read(sealed, monkeypatch):
    monkeypatch.setattr("indexer.facts.database._SECONDS_TO_WAIT", 0.01)
    reader = Database(sealed, trial=True)
    with FactsStore(sealed) as writer:
        writer.acknowledge("a later state")
        with reader.one_moment():
            reader.row("SELECT 1 FROM meta")
            with pytest.raises(LockedError):
                writer.commit()
        writer.commit()
    reader.close()
    assert check_facts(sealed) == ()
