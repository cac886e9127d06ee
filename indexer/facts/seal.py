"""The seal: a digest of every table but that of the facts, which have a checksum each.

SQLite itself sees damage to the structure of its file only, not a bit that flips in a text. The
seal is written in the transaction that changes a table, so that a crash leaves both or neither.
"""

import hashlib
import json

from indexer.facts.database import Database

_SEALED = "sealed"
_OF_NOTHING = hashlib.sha256().hexdigest()
_ROWS = {
    "corrections_file": "SELECT * FROM corrections_file ORDER BY path",
    "capture": "SELECT * FROM capture ORDER BY source, position",
    "gone": "SELECT * FROM gone ORDER BY id",
    "meta": f"SELECT * FROM meta WHERE name <> '{_SEALED}' ORDER BY name",
    "moved": "SELECT * FROM moved ORDER BY old",
    "present": "SELECT * FROM main.present ORDER BY source, position",
    "retired": "SELECT * FROM retired ORDER BY document, passage",
    "source": "SELECT * FROM source ORDER BY path",
    "taken_down": "SELECT * FROM taken_down ORDER BY id",
}


def seal(database: Database) -> None:
    """Writes down what the tables hold now, as a part of the transaction."""
    digests = {table: _digest(database, table) for table in _ROWS}
    database.change("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_SEALED, json.dumps(digests)))


def broken(database: Database) -> tuple[str, ...]:
    """The tables that do not hold what was sealed; () where nothing was sealed yet."""
    with database.one_moment():
        row = database.raw_row("SELECT value FROM meta WHERE name = ?", (_SEALED,))
        if row is None:
            # Nothing is written without a seal but by earlier versions, which knew one name only.
            known = database.raw_row("SELECT 1 FROM meta WHERE name <> 'acknowledged'")
            return ("meta",) if known else ()
        sealed = _read(row[0])
        # A table that the version which sealed did not know was empty to it.
        sealed = {"capture": _OF_NOTHING, **sealed}
        return tuple(table for table in _ROWS if sealed.get(table) != _digest(database, table))


def _read(value: object) -> dict[str, object]:
    try:
        found = json.loads(value) if isinstance(value, bytes) else None
    except ValueError:  # of JSON or of UTF-8
        found = None
    return found if isinstance(found, dict) else {}


def _digest(database: Database, table: str) -> str:
    digest = hashlib.sha256()
    for row in database.raw_rows(_ROWS[table]):
        digest.update(repr(row).encode("ascii"))  # texts are bytes here
    return digest.hexdigest()
