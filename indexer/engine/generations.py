"""The folder of an index: its generations, which of them is current, and how the next is published.

    CURRENT         names a generation; replaced as a whole
    LOCK            held by the one writer
    g000123/        one generation: its files and MANIFEST.json; never changed once it has its name
    g000124.tmp/    the next one while it is written

What is published is complete and on the disk: every file is synced, then the folder gets its name,
then CURRENT is replaced. Whatever a writer that failed or was killed left is removed by the next.
"""

import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.engine.durable import replace_durably, sha256_of, share, sync, write_durably
from indexer.engine.manifest import (
    Manifest,
    StoredFile,
    current_from_bytes,
    current_to_bytes,
    generation_name,
    generation_number,
    manifest_from_bytes,
    manifest_to_bytes,
)
from indexer.engine.protocol import Damage
from indexer.errors import DamagedIndexError, IndexVersionError, NoIndexError

KEPT = 2  # generations: the current one, and the one before for readers that have not moved on

_UNFINISHED = ".tmp"  # ends the name of a folder that is being written or removed
_CURRENT = "CURRENT"
_MANIFEST = "MANIFEST.json"
_REBUILD = "build it again with: pressmark index --rebuild"


@dataclass(frozen=True, slots=True)
class Generation:
    """A published generation."""

    folder: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        """Its folder's name, g000001 and so on."""
        return self.manifest.generation


class Generations:
    """The generations in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current(self) -> str | None:
        """The name of the published generation; None: there is none. Raises DamagedIndexError."""
        try:
            return current_from_bytes((self.folder / _CURRENT).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None

    def open_current(self) -> Generation:
        """The current generation, looked over: sizes of all files, hashes of the eager ones.

        Raises NoIndexError and DamagedIndexError.
        """
        name = self.current()
        if name is None:
            raise NoIndexError(
                f"no index in {self.folder}; build one with: pressmark index --index {self.folder}"
            )
        try:
            return self._open(name)
        except DamagedIndexError:
            # A newer generation may have been published and this one removed in the meantime.
            if self.current() != name:
                return self.open_current()
            raise

    def check(self) -> Iterator[Damage]:
        """Everything wrong with the files of every generation that is kept.

        Raises NoIndexError.
        """
        try:
            current = self.current()
        except DamagedIndexError as error:
            yield Damage(str(self.folder / _CURRENT), str(error), _REBUILD)
            return
        if current is None:
            raise NoIndexError(f"no index in {self.folder}; build one with: pressmark index")
        for name in sorted({current, *self._published(up_to=current)}):
            found = list(self._check(name, name == current))
            # A writer may have published in the meantime and removed this one: as a whole, by name.
            if (self.folder / name).exists() or self.current() == name:
                yield from found

    def begin(self, previous: Generation | None) -> "NewGeneration":
        """A folder for the next generation. The caller holds the lock."""
        self.folder.mkdir(parents=True, exist_ok=True)
        numbers = [generation_number(path.stem) or 0 for path in self.folder.glob("g*")]
        return NewGeneration(self, generation_name(max(numbers, default=0) + 1), previous)

    def remove_litter(self) -> None:
        """Removes what a writer left that did not come to its end. The caller holds the lock."""
        with suppress(DamagedIndexError):
            current = self.current()
            self.prune(KEPT, current)

    def prune(self, kept: int, current: str | None) -> None:
        """Removes all generations but the current one and the kept - 1 before it."""
        published = self._published(up_to=current) if current else []
        keep = {current, *sorted(published)[-kept:]} if current else set()
        for path in self.folder.glob("g*"):
            is_ours = generation_number(path.name.removesuffix(_UNFINISHED)) is not None
            if is_ours and path.name not in keep:
                _remove(path)

    def _open(self, name: str) -> Generation:
        generation = Generation(self.folder / name, self._manifest(name))
        for file_name, file in generation.manifest.files.items():
            what = _difference(generation.folder / file_name, file, hashed=file.eager)
            if what:
                raise DamagedIndexError(f"{generation.folder / file_name}: {what}; {_REBUILD}")
        return generation

    def _manifest(self, name: str) -> Manifest:
        path = self.folder / name / _MANIFEST
        try:
            manifest = manifest_from_bytes(path.read_bytes())
        except OSError as error:
            raise DamagedIndexError(f"{path}: {error.strerror}; {_REBUILD}") from error
        except DamagedIndexError as error:
            raise DamagedIndexError(f"{path}: {error}; {_REBUILD}") from error
        if manifest.generation != name:
            raise DamagedIndexError(f"{path} is that of {manifest.generation}; {_REBUILD}")
        return manifest

    def _check(self, name: str, is_current: bool) -> Iterator[Damage]:
        try:
            manifest = self._manifest(name)
        except (DamagedIndexError, IndexVersionError) as error:
            yield Damage(str(self.folder / name / _MANIFEST), str(error), _REBUILD)
            return
        if is_current and (self.folder / _CURRENT).read_bytes() != current_to_bytes(manifest):
            what = "it does not go with the manifest of the generation it names"
            yield Damage(str(self.folder / _CURRENT), what, _REBUILD)
        for file_name, file in sorted(manifest.files.items()):
            path = self.folder / name / file_name
            if what := _difference(path, file, hashed=True):
                yield Damage(str(path), what, _REBUILD)

    def _published(self, up_to: str) -> list[str]:
        """Names of the generations that were published: none newer than the current one."""
        last = generation_number(up_to) or 0
        numbers = (generation_number(path.name) for path in self.folder.glob("g*"))
        return [generation_name(number) for number in numbers if number and number <= last]


class NewGeneration:
    """A generation that is being written, in a folder that no reader looks at."""

    def __init__(self, home: Generations, name: str, previous: Generation | None) -> None:
        self.name = name
        self.folder = home.folder / f"{name}{_UNFINISHED}"
        self._home = home
        self._previous = previous
        self._shared: dict[str, StoredFile] = {}
        self.folder.mkdir()

    def share(self, file_name: str) -> None:
        """Takes a file of the previous generation over as it is, with its checksum."""
        if self._previous is None:
            raise ValueError(f"there is no previous generation to take {file_name} from")
        share(self._previous.folder / file_name, self.folder / file_name)
        self._shared[file_name] = self._previous.manifest.files[file_name]

    def publish(self, manifest: Manifest, eager: Collection[str]) -> Generation:
        """Syncs everything, names the folder, makes it the current one.

        The manifest's generation and files are filled in here; eager names the small files that an
        interpreter reads.
        """
        files = self._files(eager)
        manifest = replace(manifest, generation=self.name, files=files)
        write_durably(self.folder / _MANIFEST, manifest_to_bytes(manifest))
        sync(self.folder)
        folder = self._home.folder / self.name
        self.folder.rename(folder)
        sync(self._home.folder)
        replace_durably(self._home.folder / _CURRENT, current_to_bytes(manifest))
        # One made from nothing replaces what may be damaged: the remedy that `check` names is done.
        self._home.prune(KEPT if self._previous else 1, self.name)
        return Generation(folder, manifest)

    def abandon(self) -> None:
        """Removes what was written."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _files(self, eager: Collection[str]) -> Mapping[str, StoredFile]:
        files = dict(self._shared)
        for path in self.folder.iterdir():
            if path.name not in files:
                sync(path)
                is_eager = path.name in eager
                files[path.name] = StoredFile(path.stat().st_size, sha256_of(path), is_eager)
        return files


def _remove(folder: Path) -> None:
    """Removes a generation, as far as that goes; what is left of it has no generation's name."""
    doomed = folder if folder.suffix == _UNFINISHED else folder.with_suffix(_UNFINISHED)
    with suppress(OSError):
        folder.rename(doomed)
        shutil.rmtree(doomed)


def _difference(path: Path, file: StoredFile, *, hashed: bool) -> str:
    """What is wrong with a file, in words; empty: nothing."""
    try:
        size = path.stat().st_size
        if size != file.size:
            return f"it has {size} bytes instead of {file.size}"
        if hashed and sha256_of(path) != file.sha256:
            return "its content is not what was written (checksum)"
    except FileNotFoundError:
        return "it is not there"
    except OSError as error:
        return f"it cannot be read ({error.strerror})"
    return ""
