import pickle
import zlib

import pytest

from indexer.engine.whoosh_engine.postings import decode_postings
from indexer.errors import DamagedIndexError


def extent(*blocks, tag=b"W3Bl"):
    """An extent of blocks: (header, body or bytes)."""
    parts = [tag]
    for number, (header, body) in enumerate(blocks):
        content = pickle.dumps(header, 2)
        content += body if isinstance(body, bytes) else pickle.dumps(body, 2)
        length = len(content) * (-1 if number == len(blocks) - 1 else 1)
        parts += [length.to_bytes(4, "big", signed=True), content]
    return b"".join(parts)


def header(count, last, compression=0):
    return count, last, 1.0, compression, 0, 0


def values(number):
    return bytes(range(1, 4 * number + 1))


def test_blocks_are_put_together_and_gaps_added_up():
    body = pickle.dumps(((3, 2), (1.0, 2.0), values(3)), 2)
    found = decode_postings(
        extent((header(2, 5, 3), zlib.compress(body)), (header(1, 9), ((9,), None, values(1))))
    )
    assert found.documents.tolist() == [3, 5, 9]
    assert found.frequencies.tolist() == [1, 2, 1]
    assert len(found.positions) == 4


def test_one_weight_may_stand_for_all():
    found = decode_postings(extent((header(2, 5), ((3, 2), 2.0, values(4)))))
    assert found.frequencies.tolist() == [2, 2]


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"W3Bl",
        extent((header(1, 3), ((3,), None, values(1))), tag=b"Nope"),
        extent((header(1, 3), ((3,), None, values(1)))) + b"x",
        extent((header(1, 3), ((3,), None, values(1))))[:-1],
        extent((header(2, 3), ((3,), None, values(1)))),
        extent((header(1, 4), ((3,), None, values(1)))),
        extent((header(1, 3), ((3,), None, values(2)))),
        extent((header(1, 3), ((3,), 5.0, values(1)))),
        extent((header(1, 3), ((3,), None, b"abc"))),
        extent((header(1, 3), ((3,), (1.0, 1.0), values(1)))),
        extent((header(1, 3), (("x",), None, values(1)))),
        extent((header(1, 3), 7)),
        extent(((1, 2), ((3,), None, values(1)))),
        extent((header(1, 3, 3), b"not compressed")),
        extent((header(1, 3, 3), zlib.compress(bytes(1 << 25)))),
    ],
)
def test_what_is_no_extent_is_damage(stored):
    with pytest.raises(DamagedIndexError, match="pressmark index --rebuild"):
        decode_postings(stored)
