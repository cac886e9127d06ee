"""Runs every evaluator of PRESSMARK_EVALUATION_DATA on the commands of this checkout.

python -m benchmarks.evaluate [cleaning|persons|relevance]...
"""

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

PRESSMARK = f"{shlex.quote(sys.executable)} -m indexer"
COLLECTIONS = (
    "cranfield",
    "cisi",
    "cacm",
    "npl",
    "qa_amazon",
    "reuters_known",
    "reuters_topic",
    "wikiqa",
)

# What evaluate.py calls for each collection. Exit status 1 is fine: two documents are empty.
RELEVANCE = """
index=$(mktemp -d)/index
{pressmark} index --no-clean {{docs}} --index $index > /dev/null; [ $? -le 1 ] || exit 2
{pressmark} search --queries {{queries}} --format trec --limit {limit} {passages} \\
    --index $index > {{out}}
rm -r $index
"""


def main(areas: list[str]) -> None:
    """Prints what the evaluators print, area by area."""
    data = Path(os.environ.get("PRESSMARK_EVALUATION_DATA", ""))
    if not (data / "eval").is_dir():
        sys.exit("error: PRESSMARK_EVALUATION_DATA names no folder with the evaluation data")
    for area in areas or AREAS:
        if area not in AREAS:
            sys.exit(f"error: no area {area!r}; expected {', '.join(AREAS)}")
        print(f"\n## {area}\n", flush=True)
        AREAS[area](data / "eval" / area)


def cleaning(folder: Path) -> None:
    """Text in both flavours and HTML, each by slice."""
    clean = f"{PRESSMARK} clean --jsonl"
    for flavour in ("light", "full"):
        _evaluate(folder, "text", "text.dev.jsonl.gz", clean, "--flavour", flavour, "--by", "slice")
    _evaluate(folder, "html", "html.dev.jsonl.gz", clean, "--by", "slice")
    _evaluate(folder, "seg", "seg.dev.jsonl.gz", clean)


def persons(folder: Path) -> None:
    """Mentions and persons of a document, then given mentions joined."""
    name = f"{PRESSMARK} name --jsonl"
    for gold in ("worldwide_news", "docred"):
        _evaluate(folder, f"dev/{gold}_dev.jsonl", "--cmd", name)
    _evaluate(folder, "--clusters", "dev/docred_dev.jsonl", "--cmd", name)


def relevance(folder: Path) -> None:
    """nDCG@10 of every collection, then where the first link into the right article lands."""
    with tempfile.TemporaryDirectory() as runs:
        _evaluate(folder, *COLLECTIONS, "--cmd", _relevance_command(""), "--runs", runs)
    with tempfile.TemporaryDirectory() as runs:
        command = _relevance_command("--passages", limit=20)
        _evaluate(folder, "wikiqa", "--cmd", command, "--runs", runs)
        _evaluate(folder, "wikiqa", "--deep-links", "--runs", runs)


AREAS: dict[str, Callable[[Path], None]] = {
    "cleaning": cleaning,
    "persons": persons,
    "relevance": relevance,
}


def _relevance_command(passages: str, limit: int = 1000) -> str:
    return RELEVANCE.format(pressmark=PRESSMARK, passages=passages, limit=limit).strip()


def _evaluate(folder: Path, *arguments: str) -> None:
    root = str(Path(__file__).parent.parent)
    subprocess.run(
        [sys.executable, "evaluate.py", *arguments],
        cwd=folder,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )


if __name__ == "__main__":
    main(sys.argv[1:])
