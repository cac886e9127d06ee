"""The property that holds the house up: what is searched depends on what lies in the SOURCEs, and
not on what lay there before, on what was broken off, or on the order in which it was read."""

import itertools
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from indexer.engine import open_engine
from indexer.engine.protocol import Searcher
from indexer.facts import FACTS_FILE, check_facts
from indexer.model import AnyTerm, MatchRequest, Weighted
from indexer.pipeline import BuildOrder, Progress, build, correct
from indexer.pipeline.order import tell_nobody

PARAGRAPHS = (
    "Mayor Ada Merle said the ferry would sail again on Monday, weather permitting.",
    "The crane of the eastern dock was repaired by Bo Lund, Mr. Lund said in the morning.",
    "Salt prices have doubled since the storm, and nobody on the quay knows why.",
    "Ada Merle, 51, opened the new lighthouse while a band played and the rain fell.",
    "The customs office lost four hundred letters in a fire that began in a kettle.",
    "Lund declined to comment on the rope, the tide, or the price of either of them.",
    "A gull stole the keys of the harbour master, who has not been seen since Tuesday.",
)
REPEATED = "The harbour gazette is printed on sails."  # short beside a story: or all are copies
LINES = (
    "same: Bo Lund = Ada Merle",
    "drop: Ada Merle",
    "add: Salt",
    "hide: Bo Lund",
    "remove: everywhere | The customs office",
    "remove: source gull | Salt prices",
    "keep: gull/1.txt | The harbour gazette",
    "moved: gull/1.txt = gull/2.txt",
    "alias: ferry = boat, tide",
    "alias: ferry = Salt prices",
    "this is no correction",
)
FOLDERS = ("a", "b")
NAMES = ("gull/1.txt", "gull/2.txt", "gull/3.txt", "post/1.txt", "1.txt", "broken.txt")

folders = st.sampled_from(FOLDERS)
names = st.sampled_from(NAMES)
paragraphs = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=3, unique=True)
bodies = paragraphs | paragraphs.map(lambda body: [REPEATED, *body])
records = st.lists(st.tuples(st.sampled_from(("1.txt", "x", "y")), bodies), max_size=3)
corrections = st.lists(st.sampled_from(LINES), max_size=4, unique=True)
# What is indexed after a change: nothing, the SOURCE that changed, all of them.
then = st.sampled_from(("nothing", "it", "it", "all"))


class StopError(Exception):
    """Breaks off a build."""


class Archive(RuleBasedStateMachine):
    """Two SOURCEs that change, and one index that follows them."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="equals-rebuild-"))
        self.changed = set(FOLDERS)  # since they were indexed

    @initialize(order=st.permutations(FOLDERS))
    def index_something(self, order: list[str]) -> None:
        for folder in FOLDERS:
            for number, paragraph in enumerate(PARAGRAPHS[:3]):
                body = [REPEATED, paragraph] if number == FOLDERS.index(folder) else [paragraph]
                self.write(folder, f"gull/base-{folder}-{number}.txt", body, "nothing")
            self.write(folder, "1.txt", PARAGRAPHS[3:4], "nothing")  # the same id in both
        for folder in order:
            self.build("index", [folder])

    @rule(folder=folders, name=names, body=bodies, then=then)
    def write(self, folder: str, name: str, body: list[str], then: str) -> None:
        path = self.root / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "\n\n".join((f"Title of {name} in {folder}", *body))
        path.write_text("\0" if name == "broken.txt" else text, encoding="utf8")
        self.index(folder, then)

    @rule(folder=folders, found=records, then=then)
    def write_records(self, folder: str, found: list[tuple[str, list[str]]], then: str) -> None:
        lines = [
            json.dumps({"id": id_, "title": f"Of {id_}", "text": "\n\n".join(body)})
            for id_, body in found
        ]
        (self.root / folder / "z.jsonl").write_text("\n".join(lines), encoding="utf8")
        self.index(folder, then)

    @rule(folder=folders, name=names, then=then)
    def delete(self, folder: str, name: str, then: str) -> None:
        (self.root / folder / name).unlink(missing_ok=True)
        self.index(folder, then)

    @rule(folder=folders, name=names, other=names, then=then)
    def rename(self, folder: str, name: str, other: str, then: str) -> None:
        path, target = self.root / folder / name, self.root / folder / other
        if path.exists():
            target.parent.mkdir(exist_ok=True)
            path.replace(target)
        self.index(folder, then)

    @rule(folder=folders, lines=corrections, then=then)
    def correct(self, folder: str, lines: list[str], then: str) -> None:
        (self.root / folder / "corrections.txt").write_text("\n".join(lines))
        self.changed.update(FOLDERS)  # a line about blocks bears on the articles of all
        self.index(folder, then)

    @rule(folder=folders, lines=corrections)
    def correct_persons(self, folder: str, lines: list[str]) -> None:
        """Without reading a SOURCE, whatever changed there meanwhile."""
        self.correct(folder, lines, "nothing")
        location = self.root / "index"
        correct(BuildOrder(location / FACTS_FILE), open_engine(str(location)))

    @rule(order=st.permutations(FOLDERS), steps=st.integers(1, 40))
    def index_and_break_off(self, order: list[str], steps: int) -> None:
        told = itertools.count(1)

        def stop(progress: Progress) -> None:
            if next(told) == steps:
                raise StopError(progress)

        try:
            self.build("index", order, stop)
        except StopError:
            return

    def index(self, folder: str, then: str) -> None:
        self.changed.add(folder)
        if then != "nothing":
            self.build("index", [folder] if then == "it" else list(FOLDERS))

    def teardown(self) -> None:
        try:
            self.compare()
        finally:
            shutil.rmtree(self.root)

    def build(
        self, index: str, chosen: list[str], tell: Callable[[Progress], None] = tell_nobody
    ) -> None:
        location = self.root / index
        sources = tuple(self.root / folder for folder in chosen)
        order = BuildOrder(location / FACTS_FILE, sources, prune=True)
        build(order, open_engine(str(location)), tell)
        if index == "index":
            self.changed -= set(chosen)

    def compare(self) -> None:
        if self.changed:
            self.build("index", sorted(self.changed))
        self.build("rebuilt", list(FOLDERS))
        index, rebuilt = (open_engine(str(self.root / each)) for each in ("index", "rebuilt"))
        assert seen(index.searcher()) == seen(rebuilt.searcher())
        assert index.check(deep=True) == ()
        assert check_facts(self.root / "index" / FACTS_FILE, deep=True) == ()


def seen(searcher: Searcher) -> dict[str, object]:
    """All that can be seen of an index, its history excepted."""
    ids = sorted(searcher.stream(MatchRequest()))
    leaves = [AnyTerm("exact", (word,)) for word in ("ferry", "salt", "lund", "morn")]
    ranked = MatchRequest(tree=None, ranking=tuple(map(Weighted, leaves)), limit=50)
    summary = searcher.summary()
    documents = searcher.documents(ids)
    found = {
        "documents": documents,
        "originals": [searcher.original(id_) for id_ in ids],
        "persons": list(searcher.persons()),
        "persons in": [searcher.persons_in(document) for document in documents],
        "summary": [getattr(summary, name) for name in summary.__slots__ if name != "generation"],
        "vocabulary": list(searcher.vocabulary()),
        "statistics": searcher.passage_statistics(leaves),
        "rank": [(match.document, match.score) for match in searcher.match(ranked).matches],
        "aliases": dict(searcher.tables().aliases),
        "redirects": [searcher.redirect(name.replace("/", "-")) for name in NAMES],
        **{
            facet: searcher.count_facet(MatchRequest(), facet)
            for facet in ("person", "source", "language", "year")
        },
    }
    searcher.close()
    return found


Archive.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestTheIndexEqualsARebuild = Archive.TestCase
