"""A made corpus of N articles: how long the build takes, how much memory, how fast a page is.

    python -m benchmarks.serving [N]

CPU time stands beside wall time: other processes share the machine. A request is what a page needs:
exact total, ten hits with snippets, all facets.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from indexer.engine import open_engine
from indexer.model import Filters, Query
from indexer.search import search
from indexer.settings import Settings
from webapp.app import create_app

ROUNDS = 3  # the first one warms and is reported apart


def main(size: int) -> None:
    """Builds, asks and prints."""
    data = Path(os.environ["PRESSMARK_EVALUATION_DATA"]) / "bench"
    with tempfile.TemporaryDirectory() as folder:
        corpus, index = Path(folder, "corpus.jsonl"), Path(folder, "index")
        with corpus.open("wb") as out:
            subprocess.run(
                [sys.executable, data / "make_corpus.py", str(size)], stdout=out, check=True
            )
        _build(corpus, index)
        _ask(index, json.loads((data / "queries.json").read_text("utf8")))


def _build(corpus: Path, index: Path) -> None:
    started = time.perf_counter()
    command = [sys.executable, "-m", "indexer", "index", str(corpus), "--no-clean"]
    subprocess.run([*command, "--index", str(index)], check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(file.stat().st_size for file in index.rglob("*") if file.is_file())
    print(
        f"build: {time.perf_counter() - started:.1f} s wall, "
        f"{used.ru_utime + used.ru_stime:.1f} s CPU, "
        f"{used.ru_maxrss / 1024:.0f} MB resident at most, {size / 1e6:.0f} MB on disk"
    )


def _ask(index: Path, queries: list[dict[str, object]]) -> None:
    started = time.process_time()
    engine = open_engine(str(index))
    searcher = engine.searcher()
    print(f"open: {1000 * (time.process_time() - started):.0f} ms CPU")
    wanted = [_query(query) for query in queries]
    _report("search", [lambda one=one: search(searcher, one) for one in wanted])
    client = create_app(engine, Settings()).test_client()
    _report(
        "page", [lambda one=one: client.get("/search", query_string=_url(one)) for one in wanted]
    )


def _report(what: str, calls: list[Callable[[], object]]) -> None:
    for number in range(ROUNDS):
        times = sorted(_milliseconds(call) for call in calls)
        p95 = times[int(len(times) * 0.95)]
        print(
            f"{what}, round {number + 1}: {statistics.median(times):.2f} ms median, "
            f"{p95:.2f} ms p95, {times[-1]:.2f} ms most (CPU, {len(times)} queries)"
        )


def _milliseconds(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return 1000 * (time.process_time() - started)


def _query(query: dict[str, object]) -> Query:
    terms = query["terms"]
    joined = {"or": " OR ", "phrase": " ", "prefix": " "}.get(str(query["op"]), " ").join(terms)
    text = {"phrase": f'"{joined}"', "prefix": f"{joined}*"}.get(str(query["op"]), joined)
    person = query.get("person")
    return Query(text=text, filters=Filters(persons=(str(person),) if person else ()))


def _url(query: Query) -> dict[str, object]:
    return {"q": query.text, "person": list(query.filters.persons)}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
