"""A file of a SOURCE, wherever it lies: on disk or inside a zip."""

import io
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

GZIP_SUFFIX = ".gz"
SIDECAR_SUFFIX = ".meta.json"
# Files that stand beside articles and are none.
_NO_ARTICLES = frozenset({"corrections.txt", "readme.txt"})


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What the formats read from: the bytes as they are stored, and what lies beside them."""

    path: str  # below the SOURCE, with /, as shown_name shows each part; is place and source id
    size: int  # bytes as stored: what a bomb is measured against
    open: Callable[[], io.BufferedReader]  # Raises: OSError, InputError
    sidecar: Callable[[], "SourceFile | None"] = lambda: None  # the one of sidecar_names there is

    @property
    def kind(self) -> str:
        """The suffix that says the format, as kind_of gives it."""
        return kind_of(self.path)

    @property
    def is_gzip(self) -> bool:
        """True if the stored bytes have to be unpacked first."""
        return self.path.lower().endswith(GZIP_SUFFIX)


def kind_of(name: str) -> str:
    """The suffix that says a file's format, in lower case and without .gz: ".txt", "" if none."""
    return PurePosixPath(name.lower().removesuffix(GZIP_SUFFIX)).suffix


def is_passed_over(name: str) -> bool:
    """True for a hidden file and for one that is kept beside articles: nobody is told."""
    lower = name.lower()
    return lower.startswith(".") or lower.endswith(SIDECAR_SUFFIX) or lower in _NO_ARTICLES


def sidecar_names(name: str) -> tuple[str, ...]:
    """The names that the side-car of a file may have, the most telling first.

    "x.html.gz": x.html.gz.meta.json, x.html.meta.json, x.meta.json.
    """
    unpacked = name[: -len(GZIP_SUFFIX)] if name.lower().endswith(GZIP_SUFFIX) else name
    stem = unpacked.rpartition(".")[0]
    return tuple(dict.fromkeys(base + SIDECAR_SUFFIX for base in (name, unpacked, stem)))


def beside(path: str, name: str) -> str:
    """The path of the file of this name in the same folder."""
    return path[: path.rfind("/") + 1] + name


def shown_name(name: str) -> str:
    r"""A file's name as text: NFC; bytes that are not UTF-8 and control characters as \xNN.

    Without it a name could break a line of the report, or could not be printed or stored at all.
    """
    text = name.encode("utf8", "surrogateescape").decode("utf8", "backslashreplace")
    return "".join(map(_shown_character, unicodedata.normalize("NFC", text)))


def folder_of(path: str) -> str | None:
    """The first folder of a path: it stands for the site. A zip counts if nothing else does."""
    folders = path.split("/")[:-1]
    return next((name for name in folders if kind_of(name) != ".zip"), next(iter(folders), None))


def _shown_character(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return character.encode("unicode_escape").decode("ascii")
    return character
