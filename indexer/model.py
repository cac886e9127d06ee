"""The words of the house: frozen values that walk from a source to the index, and back to a page.

Read this first. Nothing here computes; nothing here imports another room. Spans are offsets in
code points, end exclusive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]  # start, end (exclusive), in code points

# ---------------------------------------------------------------------------------------------
# The way in: source → RawDocument → Document(passages) → Document(+ names)
# ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Given:
    """What a record or a side-car says of an article; it wins over what is found in the text."""

    title: str | None = None
    url: str | None = None
    source: str | None = None  # the outlet
    published: str | None = None  # YYYY, YYYY-MM or YYYY-MM-DD
    language: str | None = None  # ISO 639-1
    byline: str | None = None
    persons: tuple[str, ...] | None = None  # None: nobody said; (): nobody is named


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One article as it was found in a source, nothing judged yet."""

    id: str  # identity.document_id of source_id
    source_id: str  # the source's own id, or the path below the SOURCE
    place: str  # where a person finds it: "herald/x.html", "news.jsonl:12"
    format: Literal["text", "html"]
    content: str | bytes  # bytes: an HTML file whose encoding the cleaner settles
    source_hash: str  # hex SHA-256 of the bytes and of the side-car
    site: str | None = None  # host of the URL or folder: what shares a site's debris
    given: Given = field(default=Given())
    # When a crawler fetched it, in digits from the year on; of several with one id the latest
    # counts. It is no date of publication. None: it is no capture.
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that is not an article we can read; it is named in the report."""

    place: str
    reason: str  # what, which value, what to do


class PassageKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    TABLE = "table"


class Reason(StrEnum):
    """Why the cleaner removed a block."""

    NAVIGATION = "navigation"
    MASTHEAD = "masthead"
    SHARING = "sharing"
    RELATED = "related"
    COMMENTS = "comments"
    PROMOTION = "promotion"
    COOKIES = "cookie notice"
    DUMP = "dump"  # JSON, PHP dumps, code
    REPEATED_TITLE = "repeated title"
    REPEATED_LINE = "repeated line"  # of the outlet: decided by the archive
    TITLE = "title"  # is shown as the title
    BYLINE = "byline"
    CREDIT = "credit"  # of a photograph or an agency
    DATE_LINE = "date line"
    SOURCE_LINE = "source line"
    AUTHOR_NOTE = "author's note"
    RULE = "correction"  # a remove: line of corrections.txt
    OTHER = "other"


class DateOrigin(StrEnum):
    GIVEN = "given"
    META = "meta"
    JSON_LD = "json-ld"
    URL = "url"
    DATE_LINE = "date line"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, as printed; never shifted by a time zone."""

    date: str  # YYYY, YYYY-MM or YYYY-MM-DD
    origin: DateOrigin
    sure: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the article that is kept."""

    id: str  # identity.passage_ids: from its words, not its position
    text: str
    kind: PassageKind = PassageKind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Removed:
    """A block that is not the article, and why."""

    text: str
    reason: Reason
    after: int  # how many passages stand before it
    rule: str = ""  # which rule decided, in words


class MentionKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands."""

    passage: str  # the passage's id; "title" for the title
    span: Span  # offsets into the passage's text


@dataclass(frozen=True, slots=True)
class Name:
    """A person as one article knows them: the fullest name and every mention, short forms too."""

    key: str  # identity.name_key of text: what the postings hold
    text: str  # the fullest form printed in the article
    mentions: tuple[Mention, ...] = ()
    kind: MentionKind = MentionKind.PERSON


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article. The namer adds names; the archive may take passages away."""

    id: str
    source_id: str
    place: str
    title: str
    passages: tuple[Passage, ...]
    removed: tuple[Removed, ...] = ()
    url: str | None = None
    source: str | None = None
    published: Published | None = None
    language: str | None = None  # ISO 639-1; None: not known
    byline: str | None = None
    credits: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class NoArticle:
    """A page that holds no article (an index page, a cookie wall): counted apart, not indexed."""

    id: str
    place: str
    reason: str
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockRule:
    """A keep: or remove: line of corrections.txt."""

    action: Literal["keep", "remove"]
    text: str  # the beginning of the block, folded as identity.fold folds
    document: str | None = None  # a document id or place; None with source None: everywhere
    source: str | None = None
    line: str = ""  # file:line, for --explain


# ---------------------------------------------------------------------------------------------
# What only the whole archive can tell
# ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A likeness that the reader may confirm by copying a line into corrections.txt."""

    person: str  # id of the other person
    evidence: str  # how the names are alike
    line: str  # "same: A = B"
    # What the articles say for it and against it, a phrase each: who is named beside both, outlets
    # in common, the years of the one and of the other, articles that name them as two.
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name as it is printed."""

    text: str
    documents: int  # articles in which it stands for the person


@dataclass(frozen=True, slots=True)
class Person:
    """One entry of the register."""

    id: str  # identity.person_id of the normalised name
    name: str
    aliases: tuple[str, ...] = ()  # other forms as printed
    documents: int = 0  # articles that name them
    mentions: int = 0
    confirmed: bool = False
    hidden: bool = False  # kept out of the facet
    suggestions: tuple[Suggestion, ...] = ()
    forms: tuple[Form, ...] = ()  # as printed, the name shown among them; most articles first


@dataclass(frozen=True, slots=True)
class RetiredPassage:
    """A passage that an article once had; its permanent links still say what it was."""

    id: str
    text: str
    retired: str  # date, YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class GoneDocument:
    """A document that is not there any more."""

    id: str
    title: str
    why: str  # "its source is gone", or the --why of pressmark remove
    when: str  # date, YYYY-MM-DD
    passages: tuple[RetiredPassage, ...] = ()  # empty where its text was taken down


@dataclass(frozen=True, slots=True)
class ArchiveTables:
    """What a generation holds beside its documents; replaced as a whole, without touching them."""

    persons: tuple[Person, ...] = ()
    person_of: Mapping[str, str] = field(default_factory=dict)  # name key → person id
    # (document id, name key) → person id where it differs from person_of; "" is nobody
    person_here: Mapping[tuple[str, str], str] = field(default_factory=dict)
    person_redirects: Mapping[str, str] = field(default_factory=dict)  # other id → person id
    document_redirects: Mapping[str, str] = field(default_factory=dict)  # old id → document id
    retired: Mapping[str, tuple[RetiredPassage, ...]] = field(default_factory=dict)  # document id →
    gone: Mapping[str, GoneDocument] = field(default_factory=dict)
    # Words that stand for each other, of the alias: lines: name → its others, all as written.
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# ---------------------------------------------------------------------------------------------
# The way out: typed text → Node (words) → TermNode (terms) → Matches → Results
# ---------------------------------------------------------------------------------------------

WordField = Literal["any", "title", "byline"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed."""

    text: str
    field: WordField = "any"
    prefix: bool = False  # typed with a * at its end


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words typed between quotation marks: in this order, in one passage."""

    words: tuple[str, ...]
    field: WordField = "any"
    slop: int = 0  # how many other words may stand between them


@dataclass(frozen=True, slots=True)
class Dates:
    """Published between two dates, both inclusive; a year or a month alone covers all its days."""

    first: str | None  # YYYY[-MM[-DD]]; None: open
    last: str | None


FacetName = Literal["person", "source", "language", "byline", "year"]


@dataclass(frozen=True, slots=True)
class Named:
    """person:, source: or language: with what was typed after it."""

    facet: FacetName
    value: str


@dataclass(frozen=True, slots=True)
class AllOf:
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """Documents that do not match the node."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class Alike:
    """What was typed, or one of its aliases: one word to the rank, whichever of them stands there.

    Never made by the parser: only where the reader asked for aliases, and the archive has some.
    """

    node: "Word | Phrase | AllOf"  # as typed; AllOf: plain words one after the other
    others: tuple["Word | Phrase", ...]  # never none
    # The typed word is a small one in capitals (IS), which the index cannot tell from "is".
    is_small: bool = False


Node: TypeAlias = Word | Phrase | Dates | Named | AllOf | AnyOf | NoneOf | Alike


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query as it was understood."""

    text: str  # as typed, cut to the cap
    tree: Node | None  # None: nothing to search for, so every document
    read_as: str  # how it was read, in words; never empty when tree is not None
    notes: tuple[str, ...] = ()  # what was forgiven or cut, one sentence each


# Postings. text: stems of title (counted twice), passages and captions; exact: the same words,
# folded and not stemmed; title: stems; byline: folded words of byline and credits; removed: stems.
TermField = Literal["text", "exact", "title", "title_exact", "byline", "removed"]


@dataclass(frozen=True, slots=True)
class AnyTerm:
    """Documents with any of these terms: a word in every language's stem, or a prefix in full."""

    field: TermField
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermPhrase:
    """Documents in which the slots follow each other inside one passage."""

    field: TermField
    slots: tuple[tuple[str, ...], ...]  # per word the terms that may stand there
    slop: int = 0


@dataclass(frozen=True, slots=True)
class FacetIs:
    """Documents with this facet value; a person by id."""

    facet: FacetName
    value: str


@dataclass(frozen=True, slots=True)
class AllTerms:
    nodes: tuple["TermNode", ...]


@dataclass(frozen=True, slots=True)
class AnyTerms:
    nodes: tuple["TermNode", ...]


@dataclass(frozen=True, slots=True)
class NoTerms:
    node: "TermNode"


Leaf: TypeAlias = AnyTerm | TermPhrase
TermNode: TypeAlias = AnyTerm | TermPhrase | Dates | FacetIs | AllTerms | AnyTerms | NoTerms


@dataclass(frozen=True, slots=True)
class OneOf:
    """Leaves that count for the rank as one term: occurrences added up, documents united.

    All are of fields of one length: text and exact, or title and title_exact.
    """

    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Weighted:
    """A leaf that counts for the rank, and how much."""

    leaf: Leaf | OneOf
    weight: float = 1.0


Dated = Literal["sure", "doubtful", "none"]
Sort = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Filters:
    """The restrictions beside the query. Values of one field are alternatives; fields combine."""

    persons: tuple[str, ...] = ()  # any of these ids
    all_persons: tuple[str, ...] = ()  # each of these
    not_persons: tuple[str, ...] = ()  # none of these
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()  # "" is: language not known
    bylines: tuple[str, ...] = ()  # names in the byline
    years: tuple[str, ...] = ()  # YYYY
    dates: Dates | None = None
    dated: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True)
class MatchRequest:
    """What an engine is asked. Matching is by tree and filters; the rank is by ranking alone."""

    tree: TermNode | None = None  # None: every document
    ranking: tuple[Weighted, ...] = ()
    filters: Filters = field(default=Filters())
    sort: Sort = "relevance"
    offset: int = 0
    limit: int = 10
    facets: tuple[FacetName, ...] = ()
    facet_size: int = 10  # values a facet, the chosen ones besides


@dataclass(frozen=True, slots=True)
class Match:
    document: str  # id
    score: float


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A value and the total there would be if it alone were chosen in its facet."""

    value: str  # a person's id, an outlet, a language code, a name, a year
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Matches:
    """What an engine answers. Ties are broken by document id, so order never depends on history."""

    total: int
    matches: tuple[Match, ...]
    facets: Mapping[FacetName, tuple[FacetCount, ...]] = field(default_factory=dict)
    undated: int = 0  # how many more match all but the dates and years, for want of a date


@dataclass(frozen=True, slots=True)
class Query:
    """Everything that a search page's URL says."""

    text: str = ""
    filters: Filters = field(default=Filters())
    bylines: tuple[str, ...] = ()
    match: Literal["all", "some"] = "all"
    within: Literal["article", "removed"] = "article"
    sort: Sort = "relevance"
    page: int = 1
    size: int = 10
    skip: int = 0  # hits passed over before the first page
    aliases: bool = False  # a word is found under its aliases too, where corrections.txt has some


@dataclass(frozen=True, slots=True)
class Snippet:
    """A cut of a passage with what matched in it."""

    text: str
    highlights: tuple[Span, ...]  # offsets into text
    passage: str  # id of the passage; "" for removed text
    number: int  # of the passage in its article, from 1; 0 for removed text
    cut_before: bool = False  # the passage goes on before, after
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One result as it is shown."""

    document: Document
    score: float
    title_highlights: tuple[Span, ...]
    snippets: tuple[Snippet, ...]
    persons: tuple[Person, ...]
    matches: int  # highlights in the whole article


@dataclass(frozen=True, slots=True)
class FacetValue:
    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Aliases:
    """A word or phrase of a query that has aliases, and those that can be looked for."""

    text: str  # as typed
    others: tuple[str, ...]  # as corrections.txt has them


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a Query: what pages, API and command line all show."""

    query: Query
    read_as: str
    notes: tuple[str, ...]
    match: Literal["all", "some"]  # what the total counts
    total: int
    total_some: int  # documents with some of the words
    total_removed: int  # documents whose removed text matches
    undated: int
    hits: tuple[Hit, ...]
    facets: Mapping[FacetName, tuple[FacetValue, ...]]
    suggestion: str | None  # another spelling with more hits
    pages: int
    took: float  # seconds
    aliases: tuple[Aliases, ...] = ()  # looked for, or on offer where the query leaves them off
    total_aliases: int | None = None  # on offer: what the total would be with them


@dataclass(frozen=True, slots=True)
class ArchiveSummary:
    """What the archive holds, for the start page and /readyz."""

    generation: str
    documents: int
    passages: int
    persons: int
    sources: int
    languages: tuple[str, ...]  # codes, most documents first
    first: str | None  # earliest and latest date of publication
    last: str | None
