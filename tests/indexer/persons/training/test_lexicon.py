"""The lexicon is made from what a library knows of names and countries."""

import json

from indexer.persons.lexicon import load_lexicon
from indexer.persons.training.lexicon import count_names, main, read_places


def test_a_word_counts_once_for_each_name_that_is_written_so():
    lines = ["Bránt, brandt, Брандт, van brandt => Q1", "brandt => Q2", "ilka => Q3", "no arrow"]
    assert count_names(lines) == {"brant": 1, "brandt": 2, "ilka": 1}


def test_only_words_in_scripts_with_words_are_kept():
    assert count_names(["محمد, 大桥, 7, … => Q1"]) == {"محمد": 1}


def test_a_territory_s_names_and_places_of_one_word_are_read():
    territory = {"name": "Arnland", "names_strong": ["Arn Land"], "names_weak": ["Arnish"]}
    lines = [json.dumps(territory), json.dumps({"name": "Oslund", "places": ["Torvald"]})]
    assert sorted(read_places(lines)) == ["arnish", "arnland", "oslund", "torvald"]


def test_the_command_writes_a_lexicon(tmp_path, capsys):
    names, places = tmp_path / "names.txt", tmp_path / "places.jsonl"
    names.write_text("ilka => Q1\n")
    places.write_text(json.dumps({"name": "Arnland"}) + "\n")
    main([str(names), str(places), "--lexicon", str(tmp_path / "new.npz")])
    assert "1 names, 1 places" in capsys.readouterr().out
    assert load_lexicon(tmp_path / "new.npz").bearing("ilka") == 1
