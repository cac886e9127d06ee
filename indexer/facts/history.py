"""What was once in the archive: retired passages, gone documents, texts taken down, moves to tell.

None of it can be derived from the SOURCEs. Where the facts are lost, it is recalled from the tables
of the published generation.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.facts.database import Database
from indexer.facts.presence import Move
from indexer.model import ArchiveTables, Document, GoneDocument, Passage, RetiredPassage

SOURCE_GONE = "its source is gone"


@dataclass(frozen=True, slots=True)
class TakenDown:
    """A document that the reader took down for good."""

    id: str
    why: str
    since: str  # YYYY-MM-DD
    source_hash: str  # the same bytes under another id are not taken in again; "" if not known


class History:
    """What the archive remembers of what it does not hold any more."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def retire(self, document_id: str, passages: Iterable[Passage], today: str) -> None:
        """These passages are not in the document any more."""
        retired = (RetiredPassage(passage.id, passage.text, today) for passage in passages)
        self._recall_retired(document_id, retired)

    def is_back(self, document: Document) -> None:
        """The document is there: it is not gone, and none of its passages is retired."""
        self._database.change("DELETE FROM gone WHERE id = ?", (document.id,))
        self._database.change_many(
            "DELETE FROM retired WHERE document = ? AND passage = ?",
            ((document.id, passage.id) for passage in document.passages),
        )

    def recall(self, tables: ArchiveTables) -> None:
        """Takes over what a published generation remembers, where the facts themselves are new.

        A reason of its own, without title and passages, is all that `pressmark remove` leaves: such
        a document stays taken down. The hash of its source is lost.
        """
        for gone in tables.gone.values():
            if gone.why == SOURCE_GONE or gone.title or gone.passages:
                self._bury(gone.id, gone.title, gone.why, gone.when)
                self._recall_retired(gone.id, gone.passages)
            else:
                self._database.change(
                    "INSERT OR IGNORE INTO taken_down VALUES (?, ?, ?, '', 0)",
                    (gone.id, gone.why, gone.when),
                )
        for document_id, passages in tables.retired.items():
            self._recall_retired(document_id, passages)

    def remembered(self) -> frozenset[str]:
        """The ids of documents of which anything is remembered."""
        rows = self._database.rows("SELECT document FROM retired UNION SELECT id FROM gone")
        return frozenset(id_ for (id_,) in rows)

    def bury(self, document: Document, why: str, today: str) -> None:
        """The document is not there any more; its links still say what it was."""
        self.retire(document.id, document.passages, today)
        self._bury(document.id, document.title, why, today)

    def bury_unknown(self, document_id: str, why: str, today: str) -> None:
        """The same for a document of which nothing but its id is left."""
        self._bury(document_id, "", why, today)

    def take_down(self, taken: TakenDown) -> None:
        """Deletes every text of a document from the facts; its id and the reason stay."""
        id_ = taken.id
        self._database.change(
            "INSERT OR REPLACE INTO taken_down VALUES (?, ?, ?, ?, 0)",
            (id_, taken.why, taken.since, taken.source_hash),
        )
        self._database.change("DELETE FROM retired WHERE document = ?", (id_,))
        self._database.change("DELETE FROM gone WHERE id = ?", (id_,))
        self._database.change("DELETE FROM fact WHERE id = ?", (id_,))
        self._database.change("DELETE FROM present WHERE id = ?", (id_,))

    def hash_of(self, document_id: str) -> str:
        """The hash of the source of a document that is present; "" if there is none."""
        row = self._database.row(
            "SELECT source_hash FROM present WHERE id = ? ORDER BY source, position",
            (document_id,),
        )
        return str(row[0]) if row else ""

    def taken_down(self) -> tuple[TakenDown, ...]:
        """What was taken down, by id."""
        rows = self._database.rows("SELECT id, why, since, source_hash FROM taken_down ORDER BY id")
        return tuple(TakenDown(*row) for row in rows)

    def not_yet_forgotten(self) -> tuple[str, ...]:
        """Ids taken down whose text older generations may still hold."""
        rows = self._database.rows("SELECT id FROM taken_down WHERE NOT forgotten ORDER BY id")
        return tuple(id_ for (id_,) in rows)

    def forgotten(self, document_ids: Sequence[str]) -> None:
        """No generation holds the text of these any more."""
        self._database.change_many(
            "UPDATE taken_down SET forgotten = 1 WHERE id = ?", ((id_,) for id_ in document_ids)
        )

    def retired(self) -> Mapping[str, tuple[RetiredPassage, ...]]:
        """Document id → the passages it once had, by id."""
        found: dict[str, tuple[RetiredPassage, ...]] = {}
        for document, *passage in self._database.rows(
            "SELECT document, passage, text, retired FROM retired ORDER BY document, passage"
        ):
            found[document] = (*found.get(document, ()), RetiredPassage(*passage))
        return found

    def gone(self) -> Mapping[str, GoneDocument]:
        """Document id → what is known of it; passages are in retired()."""
        rows = self._database.rows(
            "SELECT id, title, why, since FROM gone UNION ALL "
            "SELECT id, '', why, since FROM taken_down ORDER BY id"
        )
        return {id_: GoneDocument(id_, title, why, since) for id_, title, why, since in rows}

    def expect(self, moves: Iterable[Move]) -> None:
        """These moves are to be told to the reader."""
        self._database.change_many(
            "INSERT OR REPLACE INTO moved (old, new) VALUES (?, ?)",
            ((move.old, move.new) for move in moves),
        )

    def untold(self) -> tuple[Move, ...]:
        """Moves that no run that came to its end has told yet."""
        rows = self._database.rows("SELECT old, new FROM moved WHERE NOT told ORDER BY old")
        return tuple(Move(*row) for row in rows)

    def told(self) -> None:
        """They are told now."""
        self._database.change("UPDATE moved SET told = 1")

    def _recall_retired(self, document_id: str, passages: Iterable[RetiredPassage]) -> None:
        self._database.change_many(
            "INSERT OR IGNORE INTO retired VALUES (?, ?, ?, ?)",
            ((document_id, each.id, each.text, each.retired) for each in passages),
        )

    def _bury(self, document_id: str, title: str, why: str, today: str) -> None:
        self._database.change(
            "INSERT OR IGNORE INTO gone VALUES (?, ?, ?, ?)", (document_id, title, why, today)
        )
