"""What was published survives kill -9 at any moment, and the next run completes the work.

PRESSMARK_KILLS says how many times; five is enough for every day.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest

from indexer.engine import open_engine
from indexer.facts import FACTS_FILE, check_facts
from indexer.model import MatchRequest
from indexer.pipeline import BuildOrder, build

KILLS = int(os.environ.get("PRESSMARK_KILLS", "5"))
ARTICLES = 60
_WORDS = ("tide", "crane", "ferry", "salt", "storm", "gull", "mast", "keel", "net", "rope", "fog")
DRIVER = """
import sys
from pathlib import Path
from indexer.engine import open_engine
from indexer.pipeline import BuildOrder, build

if __name__ == "__main__":
    index, source, jobs = sys.argv[1:]
    order = BuildOrder(Path(index) / "facts.sqlite", (Path(source),), jobs=int(jobs), prune=True)
    build(order, open_engine(index), lambda progress: print(progress.step, flush=True))
"""


@pytest.fixture
def driver(tmp_path) -> Path:
    path = tmp_path / "driver.py"  # a file: the processes that clean import it as __main__
    path.write_text(DRIVER)
    return path


def write_articles(folder: Path, dice: random.Random, some: int = ARTICLES) -> None:
    """Writes or rewrites that many of the articles, and takes one or two away."""
    folder.mkdir(exist_ok=True)
    for number in dice.sample(range(ARTICLES), some):
        body = [f"{' '.join(dice.choices(_WORDS, k=12)).capitalize()} {number}." for _ in range(4)]
        text = "\n\n".join((f"Story {number}", *body, f"Said Ada M{'e' * (number % 7)}rle."))
        (folder / f"{number}.txt").write_text(text)
    for number in dice.sample(range(ARTICLES), 2):
        (folder / f"{number}.txt").unlink(missing_ok=True)


def seen(index: Path) -> dict[str, object]:
    searcher = open_engine(str(index)).searcher()
    ids = sorted(searcher.stream(MatchRequest()))
    found = {id_: searcher.document(id_) for id_ in ids}
    persons = tuple(searcher.persons())
    searcher.close()
    return {"documents": found, "persons": persons}


def run_and_kill(driver: Path, arguments: list[str], dice: random.Random) -> bool:
    """Starts a build and kills it in one of its steps; False: it had come to its end."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    command = [sys.executable, str(driver), *arguments]
    moment = dice.choice(["reading", "writing", "publishing", "published"])
    before = open_engine(arguments[0]).current()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        steps = (line.strip() for line in process.stdout)
        step = "publishing" if moment == "published" else moment
        times = 1 if step == "publishing" else dice.randint(1, ARTICLES // 2)
        assert next(islice((found for found in steps if found == step), times - 1, None), None)
        if moment == "published":  # CURRENT is replaced; the facts do not know it yet
            while open_engine(arguments[0]).current() == before and process.poll() is None:
                time.sleep(0.001)
        time.sleep(dice.uniform(0, 0.01 if moment == "published" else 0.05))
        process.kill()
        return process.wait() == -signal.SIGKILL


@pytest.mark.parametrize("jobs", [1, 2])
def test_after_every_kill_the_old_or_the_new_archive_is_there(tmp_path, driver, jobs):
    dice = random.Random(jobs)
    source, index = tmp_path / "news", tmp_path / "index"
    write_articles(source, dice)
    order = BuildOrder(index / FACTS_FILE, (source,), prune=True)
    build(order, open_engine(str(index)))
    old = seen(index)
    killed = 0
    for _ in range((KILLS + 2 - jobs) // 2):  # jobs=1 has the odd one
        write_articles(source, dice, ARTICLES // 2)
        killed += run_and_kill(driver, [str(index), str(source), str(jobs)], dice)
        assert open_engine(str(index)).check(deep=True) == ()
        assert check_facts(index / FACTS_FILE, deep=True) == ()
        assert seen(index) in (old, expected(tmp_path / "expected", source))
        old = seen(index)
    assert killed
    build(order, open_engine(str(index)))
    assert seen(index) == expected(tmp_path / "expected", source)
    assert not list(index.glob("*-journal"))


def expected(index: Path, source: Path) -> dict[str, object]:
    """What a build that nobody disturbs makes of the source, from nothing."""
    shutil.rmtree(index, ignore_errors=True)
    order = BuildOrder(index / FACTS_FILE, (source,))
    build(order, open_engine(str(index)))
    return seen(index)
