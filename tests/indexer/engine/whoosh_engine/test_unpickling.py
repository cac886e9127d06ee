import io
import pickle

import pytest

from indexer.engine.whoosh_engine.unpickling import load_pickle
from indexer.errors import DamagedIndexError


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("value", [None, 1, 2.5, "ä", b"", b"\xff\0", (1, [2, {"a": {3}}])])
def test_plain_values_come_back_in_every_protocol(value, protocol):
    assert load_pickle(pickle.dumps(value, protocol)) == value


def test_one_value_is_read_from_a_file_and_no_more():
    file = io.BytesIO(pickle.dumps((1, 2), 2) + b"rest")
    assert load_pickle(file) == (1, 2)
    assert file.read() == b"rest"


@pytest.mark.parametrize(
    "hostile",
    [
        b"cposix\nsystem\n(S'true'\ntR.",
        b"c__builtin__\neval\n(S'1'\ntR.",
        b"cbuiltins\ngetattr\n.",
        b"c_codecs\nencode\n(S'x'\nS'rot13'\ntR.",
        b"",
        b"\x80\x02",
        b"nonsense",
    ],
)
def test_nothing_else_is_found(hostile):
    with pytest.raises(DamagedIndexError, match="pressmark index --rebuild"):
        load_pickle(hostile)
