"""Where every document stands: the sources that are remembered, what was read under each, who wins.

A run reads some of the SOURCEs; of the others it takes what was read last. What is read now stands
in a temporary table until settle(): a run that is broken off changes nothing of what is present.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer.facts.contenders import CONTENDERS, INPUTS_ASKED, TAKEN_OVER, TEMPORARY
from indexer.facts.database import Database
from indexer.model import RawDocument


@dataclass(frozen=True, slots=True)
class Source:
    """A SOURCE as it is remembered."""

    path: Path  # absolute
    as_given: str  # as it was typed, for messages
    no_clean: bool = False
    corrected: bool = False  # it had a corrections.txt when it was read last


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that belongs in the index, and by which facts."""

    id: str
    key: str
    place: str
    source: str
    cleaned: bool  # False: its text was clean already
    base: str = ""  # the key without the block rules


@dataclass(frozen=True, slots=True)
class Double:
    """An input whose id another one has already."""

    id: str
    place: str
    source: str
    first_place: str
    first_source: str


@dataclass(frozen=True, slots=True)
class Move:
    """A document that vanished where one of the same bytes appeared: the sources' own ids."""

    old: str
    new: str


class Presence:
    """What was read under which SOURCE, and which of it belongs in the index."""

    def __init__(self, database: Database) -> None:
        self._database = database
        for statement in TEMPORARY.split(";"):
            database.change(statement)

    def sources(self) -> tuple[Source, ...]:
        """Every remembered SOURCE, by path."""
        rows = self._database.rows(
            "SELECT path, as_given, no_clean, corrected FROM source ORDER BY path"
        )
        return tuple(
            Source(Path(path), as_given, bool(no_clean), bool(corrected))
            for path, as_given, no_clean, corrected in rows
        )

    def remember(self, sources: Iterable[Source]) -> None:
        """Keeps the sources, or what is new about them."""
        self._database.change_many(
            "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?)",
            ((str(s.path), s.as_given, s.no_clean, s.corrected) for s in sources),
        )

    def corrections_files(self) -> tuple[Path, ...]:
        """The files that --corrections named last."""
        rows = self._database.rows("SELECT path FROM corrections_file ORDER BY path")
        return tuple(Path(path) for (path,) in rows)

    def remember_corrections_files(self, paths: Iterable[Path]) -> None:
        """Keeps these in place of those named before."""
        self._database.change("DELETE FROM corrections_file")
        self._database.change_many(
            "INSERT OR IGNORE INTO corrections_file VALUES (?)", ((str(path),) for path in paths)
        )

    def begin(
        self, named: Iterable[Path], missing: Iterable[Path] = (), inner: Iterable[Path] = ()
    ) -> None:
        """Reads the named SOURCEs anew.

        Of those that are missing nothing is believed lost; what was read under the inner ones is
        read now as a part of a SOURCE that is named.
        """
        inner = tuple(inner)
        for table in ("reading", "fetched", "contender"):
            self._database.change(f"DELETE FROM temp.{table}")
        self._list("named", (*named, *inner))
        self._list("missing", missing)
        self._list("inner_source", inner)

    def found(self, source: Path, position: int, raw: RawDocument, key: str) -> None:
        """An input was read now, and these are its facts."""
        self._database.change(
            "INSERT INTO temp.reading VALUES (?, ?, ?, ?, ?, ?, ?)",
            (str(source), position, raw.id, raw.source_id, raw.place, raw.source_hash, key),
        )
        if raw.captured is not None:
            self._database.change(
                "INSERT INTO temp.fetched VALUES (?, ?, ?)", (str(source), position, raw.captured)
            )

    def decide(self) -> None:
        """All is read: decides which inputs belong in the index."""
        self._database.change("DELETE FROM temp.contender")
        self._database.change(CONTENDERS)

    def wanted(self) -> Iterator[Wanted]:
        """The documents that belong in the index, by id."""
        return (wanted for wanted, _ in self._rows_wanted("NULL"))

    def wanted_with_documents(self) -> Iterator[tuple[Wanted, bytes]]:
        """The same, each with its document as codec.document_to_bytes spelled it."""
        return self._rows_wanted("document")

    def doubles(self) -> tuple[Double, ...]:
        """Inputs that were read now and whose id belongs to another, or took it from another."""
        rows = self._database.rows(
            "SELECT late.id, late.place, late.source, first.place, first.source "
            "FROM temp.contender AS late JOIN temp.contender AS first "
            "ON first.id = late.id AND first.rank = 1 WHERE late.rank > 1 "
            "AND (late.captured IS NULL OR first.captured IS NULL) "
            "AND late.source NOT IN (SELECT path FROM temp.missing) "
            "AND (late.source IN (SELECT path FROM temp.named) "
            "OR first.source IN (SELECT path FROM temp.named)) "
            "ORDER BY late.source, late.position"
        )
        return tuple(Double(*row) for row in rows)

    def superseded(self) -> int:
        """How many captures there are beside later ones of their addresses in other SOURCEs."""
        row = self._database.row(
            "SELECT count(*) FROM temp.contender AS late JOIN temp.contender AS first "
            "ON first.id = late.id AND first.rank = 1 WHERE late.rank > 1 "
            "AND late.captured IS NOT NULL AND first.captured IS NOT NULL"
        )
        return int(row[0]) if row else 0

    def unarticled(self) -> dict[str, str]:
        """Ids that were read now and are no document, with what their facts say of why."""
        rows = self._database.rows(
            "SELECT reading.id, reason FROM temp.reading JOIN fact ON fact.key = reading.key "
            "WHERE outcome <> 'document'"
        )
        return dict(rows)

    def inputs_named(self, names: Iterable[str]) -> dict[str, list[str]]:
        """Names that an input has (its id, the source's own, its place) → the keys of its facts."""
        self._database.change("DELETE FROM temp.asked")
        self._database.change_many(
            "INSERT OR IGNORE INTO temp.asked VALUES (?)", ((name,) for name in names)
        )
        found: dict[str, list[str]] = {}
        for *its_names, key in self._database.rows(INPUTS_ASKED):
            for name in set(its_names):
                found.setdefault(name, []).append(key)
        return found

    def outlets(self) -> frozenset[str]:
        """The outlets of the documents that belong in the index."""
        rows = self._database.rows(
            "SELECT DISTINCT outlet FROM fact JOIN temp.contender ON fact.key = contender.key "
            "WHERE outlet IS NOT NULL"
        )
        return frozenset(outlet for (outlet,) in rows)

    def taken_over(self) -> tuple[Source, ...]:
        """Missing SOURCEs all of whose documents are read under others by now."""
        rows = self._database.rows(TAKEN_OVER)
        return tuple(Source(Path(path), as_given) for path, as_given in rows)

    def moves(self) -> tuple[Move, ...]:
        """Which inputs seem to have been renamed: as many vanished as appeared with those bytes."""
        vanished = self._by_hash(
            "SELECT source_hash, source_id FROM main.present WHERE id NOT IN "
            "(SELECT id FROM temp.contender) AND source IN (SELECT path FROM temp.named) "
            "AND (SELECT outcome FROM fact WHERE fact.key = present.key) = 'document' "
            "ORDER BY source, position"
        )
        appeared = self._by_hash(
            "SELECT source_hash, source_id FROM temp.contender WHERE rank = 1 "
            "AND id NOT IN (SELECT id FROM main.present) ORDER BY source, position"
        )
        return tuple(
            Move(old, new)
            for bytes_, olds in vanished.items()
            if len(olds) == len(appeared.get(bytes_, ()))
            for old, new in zip(olds, appeared[bytes_], strict=True)
        )

    def not_present(self, document_ids: Sequence[str]) -> list[str]:
        """Those of the ids of which the last run that came so far read no document."""
        if not document_ids:
            return []
        present = {id_ for (id_,) in self._database.rows("SELECT id FROM main.present")}
        return [id_ for id_ in document_ids if id_ not in present]

    def settle(self, *, sweep: bool = False) -> None:
        """What was read now is present from here on; facts that were and are not any more go.

        sweep: so do facts that a broken run left and nothing refers to.
        """
        self._forget_taken_over()
        self._forget_inner()
        old_keys = "" if sweep else "AND key IN (SELECT key FROM temp.outdated)"
        for statement in (
            "CREATE TEMP TABLE outdated AS SELECT key FROM main.present "
            "WHERE source IN (SELECT path FROM temp.named)",
            "DELETE FROM present WHERE source IN (SELECT path FROM temp.named)",
            "INSERT INTO present SELECT * FROM temp.reading",
            "DELETE FROM capture WHERE source IN (SELECT path FROM temp.named)",
            "INSERT INTO capture SELECT * FROM temp.fetched",
            f"DELETE FROM fact WHERE key NOT IN (SELECT key FROM present) {old_keys}",
            "DROP TABLE temp.outdated",
        ):
            self._database.change(statement)

    def _rows_wanted(self, document: str) -> Iterator[tuple[Wanted, bytes]]:
        rows = self._database.rows(
            f"SELECT contender.id, contender.key, place, source, cleaned, base, {document} "
            "FROM temp.contender JOIN fact ON fact.key = contender.key WHERE rank = 1 "
            "ORDER BY contender.id"
        )
        for id_, key, place, source, cleaned, base, stored in rows:
            yield Wanted(id_, key, place, source, bool(cleaned), base), stored

    def _list(self, table: str, paths: Iterable[Path]) -> None:
        self._database.change(f"DELETE FROM temp.{table}")
        self._database.change_many(
            f"INSERT OR IGNORE INTO temp.{table} VALUES (?)", ((str(path),) for path in paths)
        )

    def _forget_taken_over(self) -> None:
        paths: Sequence[tuple[str]] = [(str(source.path),) for source in self.taken_over()]
        self._database.change_many("DELETE FROM source WHERE path = ?", paths)
        for table in ("present", "capture"):
            self._database.change_many(f"DELETE FROM {table} WHERE source = ?", paths)

    def _forget_inner(self) -> None:
        """Of what was read now as a part of another SOURCE nothing was read under itself."""
        self._database.change(
            "DELETE FROM source WHERE path IN (SELECT path FROM temp.inner_source)"
        )

    def _by_hash(self, sql: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for source_hash, source_id in self._database.rows(sql):
            found.setdefault(source_hash, []).append(source_id)
        return found
