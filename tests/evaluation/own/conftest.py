"""Pages and texts written for Pressmark, each with what a perfect cleaner makes of it.

A source is written as a crawler stores it, under a head of `key: value` lines that ends with `---`.
Whatever a reader sees stands between `⟦label|` and `⟧`; the brackets are cut out before the cleaner
sees the source. Labels: `t` the title, `p h l q tr` a paragraph, heading, list item, quotation, row
of a table, `c` a caption; all others are debris, and say which reasons are right for it: `rel/nav`.
`any`: as you like. The head: title (else the first `t`), language, published ("2014-05-02 sure",
"2014-05-02 doubtful" or "none"), byline, encoding, and `article: no`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from indexer.cleaner import clean
from indexer.identity import fold
from indexer.model import Document, NoArticle, PassageKind, RawDocument, Reason, Removed
from indexer.reader import read_source

HERE = Path(__file__).parent

KINDS = {
    "p": PassageKind.PARAGRAPH,
    "h": PassageKind.HEADING,
    "l": PassageKind.LIST_ITEM,
    "q": PassageKind.QUOTATION,
    "tr": PassageKind.TABLE,
}
REASONS = {
    "tt": {Reason.REPEATED_TITLE, Reason.TITLE},
    "nav": {Reason.NAVIGATION},
    "mast": {Reason.MASTHEAD, Reason.NAVIGATION},
    "share": {Reason.SHARING},
    "rel": {Reason.RELATED},
    "com": {Reason.COMMENTS},
    "promo": {Reason.PROMOTION},
    "cook": {Reason.COOKIES},
    "dump": {Reason.DUMP},
    "by": {Reason.BYLINE},
    "cred": {Reason.CREDIT},
    "date": {Reason.DATE_LINE},
    "src": {Reason.SOURCE_LINE},
    "note": {Reason.AUTHOR_NOTE},
    "oth": {Reason.OTHER},
}
SIGN = re.compile(r"⟦([a-z/]+)\||⟧")
LONG = 20  # characters; shorter debris may be a part of a sentence by chance


@dataclass(frozen=True)
class Label:
    """A piece of a source and what it is."""

    names: frozenset[str]
    text: str  # folded


@dataclass(frozen=True)
class Gold:
    """A source and what is right for it."""

    place: str
    head: Mapping[str, str]
    labels: tuple[Label, ...]

    def texts(self, *names: str) -> list[str]:
        return [label.text for label in self.labels if label.names & set(names)]

    @property
    def title(self) -> str:
        return fold(self.head.get("title", "")) or self.texts("t")[0]

    @property
    def published(self) -> tuple[str | None, bool]:
        """The date and whether it is sure."""
        date, _, sure = self.head["published"].partition(" ")
        return (None if date == "none" else date), sure == "sure"


@dataclass(frozen=True)
class Judged:
    """What the cleaner made of a source, beside what is right."""

    gold: Gold
    found: Document | NoArticle

    @property
    def body(self) -> list[str]:
        return [
            fold(passage.text)
            for passage in self.found.passages
            if passage.kind is not PassageKind.CAPTION
        ]

    @property
    def captions(self) -> list[str]:
        return [
            fold(passage.text)
            for passage in self.found.passages
            if passage.kind is PassageKind.CAPTION
        ]


@pytest.fixture(scope="session")
def own_set(tmp_path_factory) -> tuple[Judged, ...]:
    """Every source of the set, read and cleaned as the build does it."""
    folder = tmp_path_factory.mktemp("own")
    gold = {gold.place: gold for gold in written_sources(folder)}
    raws = list(read_source(folder))
    assert all(isinstance(raw, RawDocument) for raw in raws)
    assert {raw.place for raw in raws} == set(gold)
    return tuple(Judged(gold[raw.place], clean(raw).document) for raw in raws)


def written_sources(folder: Path) -> Iterator[Gold]:
    for path in sorted((*HERE.glob("*/*.txt"), *HERE.glob("*/*.html"))):
        place = path.relative_to(HERE).as_posix()
        lines, _, labelled = path.read_text("utf8").partition("---\n")
        head = dict(line.split(": ", 1) for line in lines.splitlines())
        source, labels = taken_apart(labelled)
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_bytes(source.encode(head.get("encoding", "utf8")))
        yield Gold(place, head, tuple(labels))


def taken_apart(labelled: str) -> tuple[str, list[Label]]:
    """The source without its brackets, and what stood between them; a label may hold others."""
    plain: list[str] = []
    open_labels: list[tuple[str, list[str]]] = []
    labels: list[Label] = []
    position = 0
    for sign in SIGN.finditer(labelled):
        piece = labelled[position : sign.start()]
        position = sign.end()
        plain.append(piece)
        if open_labels:
            open_labels[-1][1].append(piece)
        if sign[1]:
            open_labels.append((sign[1], []))
            continue
        name, pieces = open_labels.pop()
        labels.append(Label(frozenset(name.split("/")), fold(printed("".join(pieces)))))
    assert not open_labels, open_labels
    plain.append(labelled[position:])
    return "".join(plain), labels


def printed(markup: str) -> str:
    """A label's text: a tag in it is a link or an emphasis and prints nothing, or the next cell."""
    return unescape(re.sub(r"<[^<>]*>", "", re.sub(r"</t[dh]>\s*<t[dh][^>]*>", " | ", markup)))


@pytest.fixture(scope="session")
def own_figures(own_set) -> dict[str, float]:
    """Every figure that floors.json pins for this set: of its texts, and of its pages."""
    return {
        f"{form}: {name}": figure
        for form, ending in (("text", ".txt"), ("html", ".html"))
        for name, figure in figures_of(
            [one for one in own_set if one.gold.place.endswith(ending)]
        ).items()
    }


def figures_of(judged: list[Judged]) -> dict[str, float]:
    articles = [one for one in judged if one.gold.head.get("article") != "no"]
    empty = [one for one in judged if one.gold.head.get("article") == "no"]
    found = [one for one in articles if isinstance(one.found, Document)]
    return {
        "articles found": share(isinstance(one.found, Document) for one in articles),
        "no article": share(isinstance(one.found, NoArticle) for one in empty),
        "body precision": share(fact for one in found for fact in precision(one)),
        "body recall": share(fact for one in found for fact in recall(one)),
        "documents whole": share(all(recall(one)) for one in articles),
        "debris removed": share(fact for one in found for fact in removals(one)),
        "captions": share(fact for one in found for fact in captions(one)),
        "credits": share(fact for one in found for fact in credits_found(one)),
        "kinds": share(fact for one in found for fact in kinds(one)),
        "reasons": share(fact for one in judged for fact in reasons(one)),
        "titles": share(fold(one.found.title) == one.gold.title for one in found),
        "dates": share(date_of(one) == one.gold.published[0] for one in found),
        "sure dates right": share(
            date_of(one) == one.gold.published[0]
            for one in found
            if one.found.published and one.found.published.sure
        ),
        "dates sure": share(
            bool(one.found.published and one.found.published.sure)
            for one in found
            if one.gold.published[1]
        ),
        "bylines": share(
            fold(one.found.byline or "") == fold(one.gold.head.get("byline", "")) for one in found
        ),
        "languages": share(one.found.language == one.gold.head["language"] for one in found),
    }


def precision(one: Judged) -> list[bool]:
    """For every passage of the body: is it a paragraph of the article, no more and no less?"""
    gold = one.gold.texts(*KINDS)
    return [text in gold for text in one.body if text not in one.gold.texts("any")]


def recall(one: Judged) -> list[bool]:
    """For every paragraph of the article: does all of it stand in the body?"""
    if isinstance(one.found, NoArticle):
        return [False]
    body = " ".join(one.body)
    required = (label for label in one.gold.labels if label.names <= set(KINDS))
    return [label.text in body for label in required]


def removals(one: Judged) -> list[bool]:
    """For every line of debris: is it neither a passage nor a part of one?"""
    passages = [*one.body, *one.captions]
    return [
        label.text not in passages
        and not (len(label.text) >= LONG and any(label.text in text for text in passages))
        for label in debris(one.gold)
    ]


def captions(one: Judged) -> list[bool]:
    """For every caption, right or found: is it both?"""
    gold, found = one.gold.texts("c"), one.captions
    either = one.gold.texts("any")
    return [text in found for text in gold] + [text in gold for text in found if text not in either]


def credits_found(one: Judged) -> list[bool]:
    found = " ".join(map(fold, one.found.credits))
    return [text in found for text in one.gold.texts("cred")]


def kinds(one: Judged) -> list[bool]:
    """For every paragraph that was kept whole: is its kind right?"""
    gold = {
        label.text: {KINDS[name] for name in label.names}
        for label in one.gold.labels
        if label.names <= set(KINDS)
    }
    return [
        passage.kind in gold[fold(passage.text)]
        for passage in one.found.passages
        if fold(passage.text) in gold
    ]


def reasons(one: Judged) -> list[bool]:
    """For every line of debris that was removed: is the reason right?"""
    facts = []
    for label in debris(one.gold):
        removed = removed_with(label.text, one.found.removed)
        if removed is not None:
            right = set().union(*(REASONS[name] for name in label.names if name in REASONS))
            facts.append(removed.reason in right)
    return facts


def removed_with(text: str, removed: tuple[Removed, ...]) -> Removed | None:
    """The removed block that is the text, or holds it."""
    exact = (block for block in removed if fold(block.text) == text)
    around = (block for block in removed if len(text) >= LONG and text in fold(block.text))
    return next(exact, next(around, None))


def debris(gold: Gold) -> list[Label]:
    kept = {"t", "c", "any", *KINDS}
    return [label for label in gold.labels if label.text and not label.names & kept]


def date_of(one: Judged) -> str | None:
    return one.found.published.date if one.found.published else None


def share(verdicts) -> float:
    verdicts = list(verdicts)
    return sum(verdicts) / max(len(verdicts), 1)
