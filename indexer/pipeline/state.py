"""What a generation was made from, in few bytes: what is the same need not be made again."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from indexer.facts import Wanted
from indexer.pipeline.corrected import Corrected
from indexer.pipeline.derivation import DERIVATION_VERSION


@dataclass(frozen=True, slots=True)
class State:
    """Equal ones mean equal generations; each part is a digest, or stands for itself."""

    generation: str | None
    texts: str  # which facts of which documents, and what was taken down
    blocks: str  # the reader's lines about blocks
    persons: str  # the reader's lines about persons and moved files, but for add:
    added: tuple[str, ...]  # the names of add: lines
    aliases: str = ""  # the reader's alias: lines; "" for none, as in states of earlier builds

    @property
    def spelled(self) -> str:
        """As the facts keep it."""
        return json.dumps(asdict(self), ensure_ascii=True)

    @classmethod
    def read(cls, spelled: str) -> Self | None:
        """The state so spelled; None: an earlier version spelled it, or there is none."""
        try:
            fields: dict[str, Any] = json.loads(spelled)
            return cls(**{**fields, "added": tuple(fields["added"])})
        except (ValueError, TypeError, KeyError):
            return None

    @property
    def documents(self) -> str:
        """What the documents are made from, but for added names."""
        return f"{self.texts} {self.blocks}"

    def published_as(self, generation: str) -> Self:
        """The same, now that it is a generation."""
        return replace(self, generation=generation)

    def holds_the_texts_of(self, other: "State | None") -> bool:
        """Whether the documents are the same but for added names."""
        return other is not None and (self.generation, self.documents) == (
            other.generation,
            other.documents,
        )


def state_of(
    generation: str | None,
    corrected: Corrected,
    wanted: Iterable[Wanted],
    taken_down: Iterable[str],
) -> State:
    """The state of an archive of these documents under these corrections."""
    texts = (f"{one.id}\0{one.key}\0{one.place}" for one in wanted)
    taken = (f"{id_}\0taken down" for id_ in taken_down)
    versions: Mapping[str, str] = corrected.versions
    return State(
        generation=generation,
        texts=_digest((DERIVATION_VERSION, *taken, *texts)),
        blocks=_digest((versions["blocks"],)),
        persons=_digest((versions["persons"], versions["moved"])),
        added=corrected.added,
        aliases=_digest((versions["aliases"],)) if corrected.aliases else "",
    )


def _digest(lines: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(f"{line}\n".encode("utf8", "surrogatepass"))
    return digest.hexdigest()
