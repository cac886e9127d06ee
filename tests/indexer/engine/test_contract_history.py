"""What every engine does: whatever happened before, an archive equals one built from scratch."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from indexer.model import (
    AllTerms,
    AnyTerm,
    AnyTerms,
    ArchiveTables,
    Dates,
    Filters,
    MatchRequest,
    NoTerms,
    Person,
    TermPhrase,
    Weighted,
)

IDS = st.sampled_from([f"d{number}" for number in range(9)])
WORDS = st.sampled_from(("rain", "snow", "hail", "storm", "storms"))
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
NAMES = ("Ida Holm", "Bo Berg", "Cy Dahl")
PERSONS = st.sampled_from(("ida-holm", "bo-berg", "cy-dahl", ""))
DATES_CYCLE = (None, "2015", "2016-03", "2016-11-30")
DATES = st.sampled_from(DATES_CYCLE)

LEAVES = (
    AnyTerm("text", ("rain",)),
    AnyTerm("text", ("storm", "hail")),
    AnyTerm("exact", ("storms", "snow")),
    AnyTerm("title", ("rain",)),
    AnyTerm("removed", ("snow",)),
    AnyTerm("byline", ("hail",)),
    TermPhrase("exact", (("rain",), ("snow", "hail"))),
    TermPhrase("text", (("storm",), ("rain",)), slop=2),
)
REQUESTS = (
    MatchRequest(),
    MatchRequest(tree=LEAVES[0]),
    MatchRequest(tree=AnyTerms(LEAVES[:3]), sort="newest"),
    MatchRequest(tree=AllTerms((LEAVES[0], NoTerms(LEAVES[2]))), sort="oldest"),
    MatchRequest(tree=LEAVES[6], filters=Filters(persons=("ida-holm",))),
    MatchRequest(filters=Filters(years=("2016",), not_persons=("bo-berg",))),
    MatchRequest(tree=Dates("2016", None), filters=Filters(sources=("Gazette",))),
)
FACETS = ("person", "source", "language", "year")


def observed(searcher):
    """Everything of an archive that anybody can see, but for its generation's name."""
    answers = []
    for request in REQUESTS:
        for leaf in LEAVES:
            asked = MatchRequest(
                tree=request.tree,
                ranking=(Weighted(leaf), Weighted(LEAVES[1], 0.4)),
                filters=request.filters,
                sort=request.sort,
                facets=FACETS,
                limit=50,
            )
            answers.append((searcher.match(asked), list(searcher.stream(asked))))
    ids = sorted(searcher.stream(MatchRequest()))
    summary = searcher.summary()
    return {
        # Scores are equal to the last bit: that is less than the contract's 1e-9, and simpler.
        "answers": answers,
        "facets": [searcher.count_facet(REQUESTS[0], facet) for facet in FACETS],
        "documents": searcher.documents(ids),
        "originals": [searcher.original(id_) for id_ in ids],
        "vocabulary": tuple(searcher.vocabulary()),
        "prefix": tuple(searcher.expand_prefix("s")),
        "passages": searcher.passage_statistics(LEAVES),
        "persons": tuple(searcher.persons()),
        "languages": searcher.languages(),
        "summary": [getattr(summary, name) for name in summary.__slots__ if name != "generation"],
    }


class History(RuleBasedStateMachine):
    """An engine that lives through changes, beside a list of what it should hold."""

    new_engine = article = None  # given by the test

    @initialize()
    def start(self):
        self.engine = self.new_engine()
        self.wanted = {}
        self.tables = ArchiveTables()
        self.published = ({}, ArchiveTables())
        self.writer = None

    def write(self):
        self.writer = self.writer or self.engine.writer()
        return self.writer

    @rule(
        id_=IDS,
        title=TEXTS,
        passages=st.lists(TEXTS, max_size=3),
        persons=st.sets(st.sampled_from(NAMES)),
        date=DATES,
        source=st.sampled_from((None, "Gazette", "Courier")),
        other=TEXTS,
    )
    def put(self, id_, title, passages, persons, date, source, other):
        document = self.article(
            id_,
            title,
            *passages,
            persons=sorted(persons),
            date=date,
            source=source,
            removed=(other,),
            byline=title,
            language="en" if len(other) % 2 else None,
        )
        self.write().put(document, title, f"{title} {other}-")
        self.wanted[id_] = document, title, f"{title} {other}-"

    @rule(id_=IDS)
    def delete(self, id_):
        self.write().delete(id_)
        self.wanted.pop(id_, None)

    @rule(of=st.tuples(PERSONS, PERSONS), here=st.dictionaries(IDS, PERSONS, max_size=2))
    def correct(self, of, here):
        self.tables = ArchiveTables(
            persons=(Person("ida-holm", "Ida Holm"), Person("bo-berg", "Bo", hidden=True)),
            person_of=dict(zip(("ida holm", "bo berg"), of, strict=True)),
            person_here={(id_, "ida holm"): person for id_, person in here.items()},
        )
        self.write().set_tables(self.tables)

    @rule()
    def publish(self):
        with self.write() as writer:
            writer.publish()
        self.writer = None
        self.published = dict(self.wanted), self.tables

    @rule()
    def abandon(self):
        with self.write():
            self.writer = None
        self.wanted, self.tables = dict(self.published[0]), self.published[1]

    @rule(id_=IDS)
    def forget(self, id_):
        if self.writer is None and self.engine.current():
            self.engine.forget([id_])

    @invariant()
    def equals_a_rebuild(self):
        if self.writer is not None or not self.engine.current():
            return
        rebuilt = self.new_engine()
        documents, tables = self.published
        with rebuilt.writer() as writer:
            for id_ in sorted(documents, reverse=True):
                writer.put(*documents[id_])
            writer.set_tables(tables)
            writer.publish()
        assert observed(self.engine.searcher()) == observed(rebuilt.searcher())
        assert self.engine.check(deep=True) == ()

    def teardown(self):
        if self.writer is not None:
            with self.writer:
                pass


def test_after_any_changes_everything_equals_a_rebuild(new_engine, article):
    faces = {"new_engine": staticmethod(new_engine), "article": staticmethod(article)}
    run_state_machine_as_test(
        type("OneEnginesHistory", (History,), faces),
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_order_of_documents_and_the_number_of_generations_do_not_show(new_engine, article):
    # Enough small generations that segments are merged, with documents replaced and deleted.
    documents = [
        article(f"d{n}", f"rain {'snow ' * (n % 3)}", "hail storms", date=DATES_CYCLE[n % 4])
        for n in range(40)
    ]
    grown, built = new_engine(), new_engine()
    for n, document in enumerate(documents):
        with grown.writer() as writer:
            writer.put(document, "original", "print")
            if n % 5 == 4:
                writer.put(article(f"d{n - 2}", "changed rain"), "original", "print")
                writer.delete(f"d{n - 3}")
            writer.publish()
    wanted = {document.id: document for document in documents}
    for n in range(4, 40, 5):
        wanted[f"d{n - 2}"] = article(f"d{n - 2}", "changed rain")
        del wanted[f"d{n - 3}"]
    with built.writer() as writer:
        for id_ in reversed(wanted):
            writer.put(wanted[id_], "original", "print")
        writer.publish()
    assert observed(grown.searcher()) == observed(built.searcher())
    assert grown.check(deep=True) == ()
