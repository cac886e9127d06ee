import pytest

from indexer.cleaner.dumps import is_dump


@pytest.mark.parametrize(
    "line",
    [
        '[{"id":"71","title":"Tug sinks in harbour"},{"id":"72","title":"Goat found"}]',
        'string(42) "[{"id":"71"}]"',
        "array(3) {",
        '"published": "2016-01-01",',
        "});",
        "}",
        'var slots = document.getElementById("x"); window.ads = slots || {};',
        "a:2:{s:5:'title';s:4:'Goat';} => array('id' => 7, 'kind' => 3)",
        ".box{margin:0;padding:0} @media print{.box{display:none !important}} return {};",
    ],
)
def test_what_a_machine_was_to_read_is_a_dump(line):
    assert is_dump(line)


@pytest.mark.parametrize(
    "line",
    [
        "The law [of 1974] says {sic} that a dam must hold.",
        '"No," she said; "it did not hold."',
        "He typed 2 + 2 = 5; nobody laughed.",
        "",
        "Bridge closed (again)",
    ],
)
def test_a_sentence_with_a_bracket_or_two_is_none(line):
    assert not is_dump(line)


def test_a_megabyte_of_brackets_is_judged_by_its_beginning():
    assert is_dump('{"a":' * 200_000)
