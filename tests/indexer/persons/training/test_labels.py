"""Labels by hand: kept as offsets, shown as text, mended, read back."""

import gzip
import json

import pytest

from indexer.errors import InputError
from indexer.model import MentionKind
from indexer.persons.training.labels import (
    Labels,
    digest_of,
    main,
    read_labels,
    read_marked,
    show,
    write_labels,
)

TEXT = "Ilka Brandt left Port Arn.\nBrandt works for Arn Ferries.\n"
MARKED = "⟦p Ilka Brandt⟧ left ⟦l Port Arn⟧.\n⟦p Brandt⟧ works for ⟦o Arn Ferries⟧.\n"


@pytest.fixture
def labels() -> Labels:
    return read_marked("a1", MARKED, TEXT)


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "data.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"id": "a1", "text": TEXT}).encode()))
    return path


def test_marks_become_offsets_and_marks_again(labels):
    assert [TEXT[slice(*span)] for span in labels.persons()] == ["Ilka Brandt", "Brandt"]
    assert [kind for kind, _ in labels.spans] == [
        MentionKind.PERSON,
        MentionKind.PLACE,
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
    ]
    assert show(labels, TEXT) == MARKED


def test_a_file_of_labels_gives_the_same_labels_back(labels):
    lines = ["# by hand", "", *write_labels([labels])]
    assert lines[2] == f"a1 {digest_of(TEXT)}"
    assert "  person 0-11 27-33" in lines
    assert read_labels(lines) == {"a1": labels}


def test_a_document_without_a_name_has_labels_too():
    assert read_labels(["b 0123"])["b"].persons() == []


@pytest.mark.parametrize("line", ["  person 1-2", "one two three", " person"])
def test_names_without_a_document_are_an_error(line):
    with pytest.raises(InputError, match="line 1"):
        read_labels([line])


@pytest.mark.parametrize("line", ["  person 1-", "  goat 1-2", "  person 1-2-3"])
def test_a_line_that_says_nothing_is_an_error_with_its_number(line):
    with pytest.raises(InputError, match="line 2"):
        read_labels(["a 0123", line])


def test_labels_of_another_text_are_an_error(labels):
    with pytest.raises(InputError, match="another text"):
        show(labels, TEXT + "More.")


@pytest.mark.parametrize(
    ("marked", "place"),
    [(MARKED.replace("left", "quit"), 12), (MARKED.replace("Arn⟧.", "Arn."), 17)],
)
def test_only_brackets_may_be_changed(marked, place):
    with pytest.raises(InputError, match=f"a1, character {place}:"):
        read_marked("a1", marked, TEXT)


def test_the_commands_show_and_read(data, tmp_path, labels, capsys):
    file = tmp_path / "labels.txt"
    file.write_text("\n".join(write_labels([labels])))
    main(["show", str(file), str(data)])
    shown = capsys.readouterr().out
    assert shown == f"== a1\n{MARKED}\n"
    file.write_text(shown)
    main(["read", str(file), str(data)])
    assert capsys.readouterr().out.splitlines() == list(write_labels([labels]))


def test_labels_of_a_document_that_the_data_lack_are_an_error(data, tmp_path):
    file = tmp_path / "labels.txt"
    file.write_text("b7 0123")
    with pytest.raises(InputError, match="b7"):
        main(["show", str(file), str(data)])
