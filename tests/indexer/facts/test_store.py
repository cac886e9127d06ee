import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.codec import document_from_bytes, text_to_bytes
from indexer.errors import DamagedIndexError, IndexVersionError, LockedError
from indexer.facts import Fact, FactsStore, Known, check_facts, fact_key
from indexer.model import BlockRule, RawDocument

RAW = RawDocument("x", "x", "x", "text", "", "hash")
FOLDER = Path("/archive/a")


def test_a_fact_that_was_committed_is_there_when_the_file_is_opened_again(path, fact):
    with FactsStore(path) as store:
        store.keep(fact("a.txt", "One."))
        store.commit()
        store.keep(fact("b.txt", "Two."))
    with FactsStore(path) as store:
        assert store.find(RAW, "base of a.txt", []) == Known("base of a.txt", "document", "")
        assert store.original("base of a.txt") == "One."
        assert store.find(RAW, "base of b.txt", []) is None


def test_a_document_comes_back_from_its_fact_as_it_was(store, read, one, document):
    read(FOLDER, one("a.txt"))
    ((wanted, stored),) = store.presence.wanted_with_documents()
    assert wanted.id == "a.txt"
    assert document_from_bytes(stored) == document("a.txt", "Text of a.txt.")


def test_a_fact_is_found_only_under_the_block_rules_it_was_made_under(store, fact):
    rule = BlockRule("remove", "subscribe", source="The Herald")
    base = "base of a.txt"
    store.keep(replace(fact("a.txt", "One."), outlet="The Herald", key=fact_key(base, [])))
    assert store.find(RAW, base, []) is not None
    assert store.find(RAW, base, [rule]) is None
    assert store.find(RAW, base, [replace(rule, source="The Post")]) is not None
    store.keep(replace(fact("a.txt", "One."), outlet="The Herald", key=fact_key(base, [rule])))
    assert store.find(RAW, base, [rule]) == Known(fact_key(base, [rule]), "document", "")


def test_what_came_to_nothing_is_remembered_with_its_reason(store):
    store.keep(Fact("b", "x", "b", "not an article", text_to_bytes("<p>"), reason="an index page"))
    assert store.find(RAW, "b", []) == Known("b", "not an article", "an index page")


def test_an_original_that_is_not_there_is_damage(store):
    with pytest.raises(DamagedIndexError, match="no original for nothing"):
        store.original("nothing")


def test_what_was_acknowledged_is_remembered(path):
    with FactsStore(path) as store:
        assert store.acknowledged == ""
        store.acknowledge("first")
        store.acknowledge("second")
        store.commit()
    with FactsStore(path) as store:
        assert store.acknowledged == "second"


def test_a_trial_writes_nothing(path, fact):
    with FactsStore(path, trial=True) as store:
        store.keep(fact("a.txt", "One."))
        store.commit()
        assert store.find(RAW, "base of a.txt", []) is not None
    assert not path.exists()
    with FactsStore(path) as store:
        store.commit()
    before = path.read_bytes()
    with FactsStore(path, trial=True) as store:
        store.keep(fact("a.txt", "One."))
        store.commit()
    assert path.read_bytes() == before


def test_a_file_of_something_else_is_named_with_what_to_do(path):
    path.parent.mkdir()
    path.write_bytes(b"this is not a database, " * 50)
    with pytest.raises(DamagedIndexError, match=r"facts\.sqlite is damaged .* --rebuild"):
        FactsStore(path)


def test_a_database_of_another_program_is_named_so(path):
    path.parent.mkdir()
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE places (url)")
    foreign.close()
    with pytest.raises(DamagedIndexError, match="another program"):
        FactsStore(path)


def test_facts_of_another_version_are_named_so(path):
    FactsStore(path).close()
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 99")
    later.close()
    with pytest.raises(IndexVersionError, match="format 99"):
        FactsStore(path)


def test_a_second_writer_is_told_of_the_first(path, monkeypatch, fact):
    monkeypatch.setattr("indexer.facts.database._SECONDS_TO_WAIT", 0.01)
    with FactsStore(path) as first, FactsStore(path) as second:
        first.keep(fact("a.txt", "One."))
        with pytest.raises(LockedError, match="another process"):
            second.keep(fact("b.txt", "Two."))


def test_a_place_that_cannot_be_written_is_an_error_of_the_system(tmp_path):
    (tmp_path / "facts.sqlite").mkdir()
    with pytest.raises(OSError, match="unable to open"):
        FactsStore(tmp_path / "facts.sqlite")


def test_whole_facts_have_no_damage(path, fact):
    assert check_facts(path, deep=True) == ()  # none yet
    with FactsStore(path) as store:
        store.keep(fact("a.txt", "One."))
        store.keep(Fact("b", "x", "b", "rejected", text_to_bytes(""), reason="empty"))
        store.commit()
        assert store.check() == store.check(deep=True) == ()
    assert check_facts(path, deep=True) == ()


def test_every_flipped_byte_of_the_texts_is_found(path, fact):
    with FactsStore(path) as store:
        for number in range(20):
            store.keep(fact(f"{number}.txt", *(f"Paragraph {n} of {number}" for n in range(20))))
        store.commit()
    whole = path.read_bytes()
    for number in range(20):
        text = fact(f"{number}.txt", *(f"Paragraph {n} of {number}" for n in range(20)))
        at = whole.index(text.original) + 10
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        (damage,) = check_facts(path, deep=True)
        assert f"base of {number}.txt" in damage
        assert "checksum" in damage


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_cut_short_is_damage(path, share, fact):
    with FactsStore(path) as store:
        for number in range(200):
            store.keep(fact(f"{number}.txt", f"Paragraph of {number}. " * 20))
        store.commit()
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    assert check_facts(path)


def test_facts_that_are_missing_are_named_by_their_place(path, one):
    with FactsStore(path) as store:
        store.presence.begin([FOLDER])
        store.presence.found(FOLDER, 0, one("a.txt")[0], "base of a.txt")
        store.presence.settle()
        store.commit()
        assert store.check() == ("the facts of a.txt are missing",)


def test_a_fact_whose_parts_cannot_be_read_is_damage_even_under_a_right_checksum(store, fact):
    store.keep(replace(fact("a.txt", "One."), original=b"not zlib"))
    store.keep(replace(fact("b.txt", "One."), outcome="poem"))
    damage = store.check(deep=True)
    assert len(damage) == 2
    assert "cannot be read" in damage[0]
    assert "'poem'" in damage[1]


def test_facts_of_a_version_that_knew_no_captures_are_whole(path, read, store, one):
    read(Path("/archive/a"), one("a.txt"))
    store.presence.settle()
    store.commit()
    store.close()
    with closing(sqlite3.connect(path)) as file:
        ((sealed,),) = file.execute("SELECT value FROM meta WHERE name = 'sealed'")
        older = {
            table: digest for table, digest in json.loads(sealed).items() if table != "capture"
        }
        file.execute("UPDATE meta SET value = ? WHERE name = 'sealed'", (json.dumps(older),))
        file.execute("DROP TABLE capture")
        file.commit()
    before = path.read_bytes()
    assert check_facts(path, deep=True) == ()
    assert path.read_bytes() == before  # on trial nothing is written
    with FactsStore(path) as opened:
        opened.presence.begin([])
        opened.presence.decide()
        assert [wanted.id for wanted in opened.presence.wanted()] == ["a.txt"]
    assert check_facts(path, deep=True) == ()
