"""Corrections of persons on a made archive: seconds from the line in the file to the generation.

    python -m benchmarks.correcting [N] [INDEX]

Builds an archive of N articles (100,000) with the persons that the maker planted, and applies a
line of every verb with `pressmark correct`, each on top of those before. CPU time of the command
stands beside wall time, start of Python and all: other processes share the machine. With INDEX the
archive is kept there, and used again by the next run.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from indexer.engine import open_engine

Times = tuple[float, float]  # seconds: wall, CPU


def main(size: int, place: Path) -> None:
    """Builds and corrects, and prints a line for each correction."""
    source, index = place / "news", place / "index"
    if not index.exists():
        print(f"build of {size:,} articles: {_shown(_build(size, source, index))}")
    (source / "corrections.txt").write_text("", encoding="utf8")
    _pressmark("correct", index)
    names = _names(index)
    print(f"{len(names):,} persons")
    said: list[str] = []
    for line in _lines(names):
        said.append(line)
        (source / "corrections.txt").write_text("\n".join(said), encoding="utf8")
        print(f"{line:60} {_shown(_pressmark('correct', index))}")
    print(f"{'index, which reads the SOURCE as well':60} {_shown(_pressmark('index', index))}")


def _lines(names: list[str]) -> list[str]:
    """A line of every verb: about a person in very many articles, and about some in few."""
    many, few = names[0], names[len(names) // 2 :]
    return [
        f"same: {few[0]} = {many}",
        f"not-same: {few[1]} | {few[2]}",
        f"split: {names[1]} | from 2005",
        f"drop: {names[2]}",
        f"rename: {few[3]} = {few[3]} the Younger",
        f"hide: {names[3]}",
        f"confirm: {names[4]}",
        "add: White Hart Lane",
        "add: Prime Minister",
    ]


def _build(size: int, source: Path, index: Path) -> Times:
    source.mkdir(parents=True, exist_ok=True)
    maker = Path(os.environ["PRESSMARK_EVALUATION_DATA"]) / "bench" / "make_corpus.py"
    with (source / "corpus.jsonl").open("wb") as out:
        subprocess.run([sys.executable, maker, str(size)], stdout=out, check=True)
    return _pressmark("index", index, str(source), "--no-clean")


def _pressmark(command: str, index: Path, *more: str) -> Times:
    before, began = _cpu_of_children(), time.perf_counter()
    arguments = [sys.executable, "-m", "indexer", command, *more, "--index", str(index)]
    subprocess.run(arguments, check=True, capture_output=True)
    return time.perf_counter() - began, _cpu_of_children() - before


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _names(index: Path) -> list[str]:
    searcher = open_engine(str(index)).searcher()
    names = [person.name for person in searcher.persons() if not set("=|#") & set(person.name)]
    searcher.close()
    return names


def _shown(times: Times) -> str:
    return f"{times[0]:5.1f} s, {times[1]:5.1f} s CPU"


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        main(number, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(number, Path(folder))
