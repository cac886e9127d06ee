"""The store of facts: kept by what they were made from, so that nothing is cleaned twice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from indexer.block_rules import rules_of_outlet
from indexer.codec import document_from_bytes, text_from_bytes
from indexer.errors import DamagedIndexError, IndexVersionError
from indexer.facts.database import Database
from indexer.facts.history import History
from indexer.facts.presence import Presence
from indexer.facts.record import OUTCOMES, Fact, Known, fact_key
from indexer.facts.seal import broken, seal
from indexer.model import BlockRule, Document, RawDocument

FACTS_FILE = "facts.sqlite"  # in the folder of the index

_PUBLISHED = "CURRENT"  # beside the facts once a generation is (docs/architecture.md)
_REMEDY = (
    "history (what was retired, gone or taken down) may be lost. Put back a copy of the file; "
    "without one, move it away if it is there and run: pressmark index SOURCE..., which takes over "
    "what the published generation remembers"
)

_COLUMNS = "key, id, base, outcome, original, document, outlet, cleaned, reason"


class FactsStore:
    """The facts in one SQLite file; one process writes it at a time.

    Nothing is durable before commit(); leaving the store without it forgets what was changed.
    """

    def __init__(self, path: Path, *, trial: bool = False) -> None:
        """Opens the file, or makes it; on trial nothing is ever written to it.

        Raises DamagedIndexError, IndexVersionError, LockedError.
        """
        self._database = Database(path, trial=trial)
        self.presence = Presence(self._database)
        self.history = History(self._database)
        # What was damaged before is not to be sealed as if it were right.
        self._sealing = not trial and not broken(self._database)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def find(self, raw: RawDocument, base: str, rules: Sequence[BlockRule]) -> Known | None:
        """What is kept of a source under these rules; None: it has to be cleaned."""
        rows = self._database.rows(
            "SELECT key, outcome, outlet, reason FROM fact WHERE base = ?", (base,)
        )
        for key, outcome, outlet, reason in rows:
            if key == fact_key(base, rules_of_outlet(raw, rules, outlet)):
                return Known(key, outcome, reason)
        return None

    def knows(self, base: str) -> bool:
        """Whether anything is kept of a source, under whatever rules."""
        return self._database.row("SELECT 1 FROM fact WHERE base = ?", (base,)) is not None

    def keep(self, fact: Fact) -> None:
        """Keeps a fact; one of the same key is the same fact."""
        self._database.change(
            f"INSERT OR REPLACE INTO fact ({_COLUMNS}, checksum) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(fact.key, fact.id, fact.base, fact.outcome, fact.original, fact.document),
                *(fact.outlet, fact.cleaned, fact.reason, fact.checksum),
            ),
        )

    def original(self, key: str) -> str:
        """The text or markup that a fact was made from. Raises DamagedIndexError."""
        row = self._database.row("SELECT original FROM fact WHERE key = ?", (key,))
        if row is None:
            raise DamagedIndexError(f"the facts hold no original for {key}; rebuild the index")
        return text_from_bytes(row[0])

    def cleaned_document(self, key: str) -> Document | None:
        """What the cleaner made under this key; None: no document, or its text was clean before."""
        row = self._database.row("SELECT document FROM fact WHERE key = ? AND cleaned", (key,))
        return document_from_bytes(row[0]) if row and row[0] is not None else None

    @property
    def acknowledged(self) -> str:
        """What acknowledge() was last told; "" before."""
        row = self._database.row("SELECT value FROM meta WHERE name = 'acknowledged'")
        return str(row[0]) if row else ""

    def acknowledge(self, state: str) -> None:
        """What the generation just published was made from."""
        self._database.change("INSERT OR REPLACE INTO meta VALUES ('acknowledged', ?)", (state,))

    def commit(self) -> None:
        """Makes durable what was changed, and seals it."""
        if self._sealing:
            seal(self._database)
        self._database.commit()

    def commit_kept(self) -> None:
        """The same where nothing but keep() was called: facts need no seal, which takes its time.

        Sealing takes 0.4 s for 200,000 documents; a build commits every 200.
        """
        self._database.commit()

    def check(self, *, deep: bool = False) -> tuple[str, ...]:
        """Everything wrong with the file, a sentence each; deep reads every fact as well."""
        path, wrong = self._database.path, self._database.damage()
        if wrong:
            return tuple(f"{path}: {line}" for line in wrong)
        unsealed = broken(self._database)
        if unsealed:
            return tuple(f"{path}: the table {table} is damaged; {_REMEDY}" for table in unsealed)
        lost = self._database.rows(
            "SELECT place FROM present WHERE key NOT IN (SELECT key FROM fact) ORDER BY place"
        )
        facts = tuple(self._damaged_facts()) if deep else ()
        return (*(f"the facts of {place} are missing" for (place,) in lost), *facts)

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def _damaged_facts(self) -> Iterator[str]:
        for *columns, checksum in self._database.rows(f"SELECT {_COLUMNS}, checksum FROM fact"):
            fact = Fact(*columns)
            fact = replace(fact, cleaned=bool(fact.cleaned))  # SQLite knows no booleans
            wrong = _what_is_wrong(fact, checksum)
            if wrong:
                yield f"fact {fact.key}: {wrong}"


def check_facts(path: Path, *, deep: bool = False) -> tuple[str, ...]:
    """Everything wrong with the facts of an index, a sentence each; () if there is no index yet."""
    if not path.exists() or not path.stat().st_size:
        lost = (path.parent / _PUBLISHED).exists()
        state = "empty" if path.exists() else "missing"
        return (f"{path} is {state}, beside a published generation; {_REMEDY}",) if lost else ()
    try:
        with FactsStore(path, trial=True) as store:
            return store.check(deep=deep)
    except (DamagedIndexError, IndexVersionError) as error:
        return (str(error),)


def _what_is_wrong(fact: Fact, checksum: bytes) -> str:
    if fact.checksum != checksum:
        return "its checksum does not fit"
    if fact.outcome not in OUTCOMES:
        return f"its outcome is {fact.outcome!r}"
    try:
        text_from_bytes(fact.original)
        if fact.document is not None:
            document_from_bytes(fact.document)
    except (DamagedIndexError, IndexVersionError) as error:
        return str(error)
    return ""
