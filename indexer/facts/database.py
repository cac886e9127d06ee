"""The SQLite file under the facts: opening it, its schema, and damage said in words.

A rollback journal, not WAL: everything is in one file, folders on a network will do, and a commit
is 200 documents, so that its two fsyncs do not count. Durable with synchronous=EXTRA, which syncs
the folder as well (sqlite.org/pragma.html#pragma_synchronous). secure_delete overwrites what is
deleted with zeros, so that a text taken down leaves the file.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from indexer.errors import DamagedIndexError, IndexVersionError, LockedError

Row: TypeAlias = tuple[Any, ...]

SCHEMA_VERSION = 1  # PRAGMA user_version
_APPLICATION_ID = 0x50524D4B  # "PRMK": tells our files from other SQLite files
_SECONDS_TO_WAIT = 10.0  # for a lock: longer than a commit, shorter than patience

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE fact (
    key TEXT PRIMARY KEY,
    id TEXT NOT NULL,         -- of the document
    base TEXT NOT NULL,       -- the key without the block rules
    outlet TEXT,              -- decides which block rules apply
    cleaned INTEGER NOT NULL, -- 0: its text was clean already
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,     -- of an outcome that is no document
    document BLOB,            -- codec.document_to_bytes
    original BLOB NOT NULL,   -- codec.text_to_bytes
    checksum BLOB NOT NULL    -- of all of the above
);
CREATE INDEX fact_base ON fact (base);
CREATE TABLE source (
    path TEXT PRIMARY KEY, as_given TEXT NOT NULL, no_clean INTEGER NOT NULL,
    corrected INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE corrections_file (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE present (
    source TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, source_id TEXT NOT NULL,
    place TEXT NOT NULL, source_hash TEXT NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (source, position)
) WITHOUT ROWID;
CREATE TABLE retired (
    document TEXT NOT NULL, passage TEXT NOT NULL, text TEXT NOT NULL, retired TEXT NOT NULL,
    PRIMARY KEY (document, passage)
);
CREATE TABLE gone (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, why TEXT NOT NULL, since TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE taken_down (
    id TEXT PRIMARY KEY, why TEXT NOT NULL, since TEXT NOT NULL, source_hash TEXT NOT NULL,
    forgotten INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE moved (
    old TEXT PRIMARY KEY, new TEXT NOT NULL, told INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
"""

# When what is present was fetched, where it is a capture of a crawler. Files of earlier versions
# get it as they are opened: to them everything was no capture, and so is its absence.
_CAPTURE = """
CREATE TABLE main.capture (
    source TEXT NOT NULL, position INTEGER NOT NULL, captured TEXT NOT NULL,
    PRIMARY KEY (source, position)
) WITHOUT ROWID;
"""


class Database:
    """One connection to the facts, for one thread. Every error of SQLite comes out as ours."""

    def __init__(self, path: Path, *, trial: bool = False) -> None:
        """Opens the file, or makes it. On trial nothing is ever written to it.

        Raises DamagedIndexError, IndexVersionError, LockedError.
        """
        self.path = path
        self._trial = trial
        with self._in_our_words():
            self._connection = self._open()
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def rows(self, sql: str, values: Iterable[object] = ()) -> Iterator[Row]:
        """The rows of a question, as they are read."""
        with self._in_our_words():
            yield from self._connection.execute(sql, tuple(values))

    def row(self, sql: str, values: Iterable[object] = ()) -> Row | None:
        """The first row of an answer; None: there is none."""
        with self._in_our_words():
            found: Row | None = self._connection.execute(sql, tuple(values)).fetchone()
            return found

    def raw_rows(self, sql: str, values: Iterable[object] = ()) -> Iterator[Row]:
        """The same with texts as their bytes, whatever they are; to be read to its end."""
        self._connection.text_factory = bytes
        try:
            yield from self.rows(sql, values)
        finally:
            self._connection.text_factory = str

    def raw_row(self, sql: str, values: Iterable[object] = ()) -> Row | None:
        """The first of these rows; None: there is none."""
        found = list(self.raw_rows(sql, values))
        return found[0] if found else None

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """What is read inside is of one moment, whatever another process commits meanwhile."""
        begins = not self._connection.in_transaction
        if begins:
            self.change("BEGIN")
        try:
            yield
        finally:
            if begins:
                self._connection.rollback()

    def change(self, sql: str, values: Iterable[object] = ()) -> None:
        """One change, part of the transaction that commit() ends."""
        with self._in_our_words():
            self._connection.execute(sql, tuple(values))

    def change_many(self, sql: str, rows: Iterable[Row]) -> None:
        """The same change for every row."""
        with self._in_our_words():
            self._connection.executemany(sql, rows)

    def commit(self) -> None:
        """Makes durable what was changed. On trial it stays a trial."""
        if not self._trial:
            with self._in_our_words():
                self._connection.commit()

    def close(self) -> None:
        """Closes the file; what was not committed is forgotten."""
        self._connection.close()

    def damage(self) -> tuple[str, ...]:
        """What SQLite itself finds wrong with the file, a line each."""
        try:
            found = [str(line) for (line,) in self._connection.execute("PRAGMA integrity_check")]
        except sqlite3.DatabaseError as error:
            return (str(error),)
        return () if found == ["ok"] else tuple(found)

    def _open(self) -> sqlite3.Connection:
        begun = self.path.exists() and self.path.stat().st_size > 0
        if self._trial and not begun:
            return sqlite3.connect(":memory:")
        if not self._trial:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(self.path, timeout=_SECONDS_TO_WAIT)

    def _prepare(self) -> None:
        execute = self._connection.execute
        execute("PRAGMA secure_delete = ON")
        execute("PRAGMA synchronous = EXTRA")
        ((tables,),) = execute("SELECT count(*) FROM sqlite_schema")
        if not tables:
            self._connection.executescript(
                f"BEGIN; PRAGMA application_id = {_APPLICATION_ID};"
                f"PRAGMA user_version = {SCHEMA_VERSION};{_SCHEMA}COMMIT;"
            )
        ((application,),) = execute("PRAGMA application_id")
        ((version,),) = execute("PRAGMA user_version")
        self._check_format(application, version)
        self._add_capture()

    def _add_capture(self) -> None:
        found = self._connection.execute(
            "SELECT 1 FROM main.sqlite_schema WHERE name = 'capture'"
        ).fetchone()
        if not found:
            # On trial beside the file, to which nothing is written.
            schema = "temp" if self._trial else "main"
            self._connection.execute(_CAPTURE.replace("main.", f"{schema}."))

    def _check_format(self, application: int, version: int) -> None:
        if application != _APPLICATION_ID:
            raise DamagedIndexError(
                f"{self.path} is an SQLite file of another program; index into another folder, or "
                "move it away"
            )
        if version != SCHEMA_VERSION:
            raise IndexVersionError(
                f"{self.path} has format {version}, this version of Pressmark reads "
                f"{SCHEMA_VERSION}; move it away and build again with: pressmark index --rebuild"
            )

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            refused = self._refused(error)
            raise refused from (None if refused is error else error)
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _refused(self, error: sqlite3.OperationalError) -> Exception:
        # The low byte is the error, the others say more of it (sqlite.org/rescode.html).
        match getattr(error, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return LockedError(
                    f"another process is writing to {self.path}; wait until it has finished"
                )
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_OK:
                # Without a code it is Python's: a text that is no UTF-8 any more.
                return self._damaged(error)
            case sqlite3.SQLITE_ERROR:
                return error  # our SQL is wrong
            case _:
                return OSError(f"{self.path}: {error}")  # a full disk, a folder without rights …

    def _damaged(self, error: sqlite3.Error) -> DamagedIndexError:
        return DamagedIndexError(
            f"{self.path} is damaged ({error}); move it away and build again from the SOURCEs "
            "with: pressmark index --rebuild SOURCE..."
        )
