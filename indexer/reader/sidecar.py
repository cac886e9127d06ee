"""The side-car, name.meta.json beside a text or HTML file: it wins over what is found in that."""

import json
from dataclasses import dataclass
from typing import Any

from indexer.errors import InputError
from indexer.model import Given, Rejected
from indexer.reader.content import read_content
from indexer.reader.given import Said, read_given, shown
from indexer.reader.limits import MAXIMUM_SIDECAR
from indexer.reader.source_file import SourceFile

_NOTHING_SAID = Said(Given())


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The usable fields of a side-car. A broken one is named, and its document is read anyway."""

    said: Said = _NOTHING_SAID
    data: bytes = b""  # what the document's hash covers beside its own bytes
    rejected: Rejected | None = None


def read_sidecar(file: SourceFile) -> Sidecar:
    """The side-car of a file; one that says nothing where there is none."""
    found = file.sidecar()
    if found is None:
        return Sidecar()
    try:
        data = read_content(found, MAXIMUM_SIDECAR)
        said = read_given(read_json_object(data.decode("utf-8-sig")))
    except OSError as error:
        return Sidecar(rejected=Rejected(found.path, f"cannot be read: {error.strerror}"))
    except (InputError, UnicodeDecodeError) as error:
        return Sidecar(rejected=Rejected(found.path, f"{error}; the document is read without it"))
    if not said.problems:
        return Sidecar(said, data)
    reason = f"{'; '.join(said.problems)}; the document is read without them"
    return Sidecar(said, data, Rejected(found.path, reason))


def read_json_object(text: str) -> dict[str, Any]:
    """The JSON object of a text. Raises: InputError."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"not valid JSON ({error.msg} at character {error.pos + 1})") from error
    except (RecursionError, ValueError) as error:  # ValueError: a number of 5,000 digits
        raise InputError("not usable JSON (nested too deep, or too long a number)") from error
    if not isinstance(value, dict):
        raise InputError(f"a JSON object is expected, but it is {shown(value)}")
    return value
