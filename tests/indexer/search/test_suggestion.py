"""Did you mean: which query is offered instead, for words, for names, and when none is."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engine import open_engine
from indexer.identity import name_key, passage_ids, person_id
from indexer.model import ArchiveTables, Document, Filters, Name, Passage, Person, Query
from indexer.query import parse_query
from indexer.search import search
from indexer.search.misspelt_names import meant_name
from indexer.search.suggestion import likeliest_words, suggest_query

TEXTS = (
    ("en", "The harbour strike ended at dawn.", 6),
    ("en", "The harbour bridge was closed in the storm.", 3),
    ("en", "A stroke of luck for the hospital.", 8),
    ("en", "Doctors at the hospital treat a stroke.", 4),
    ("en", "Marko and Miner sold the boat.", 3),
    ("de", "Der Müller mahlt das Mehl in der Mühle.", 4),
    ("fr", "Les élections à l'Étang sont terminées.", 4),
    ("ar", "افتتحت المدرسة الجديدة في المدينة.", 4),
)
# Name → articles that name them.
PERSONS = {
    "Marco Minelli": 3,
    "José Brandão Núñez": 4,
    "Jon Torvald": 9,
    "John Torwald": 1,
    "Wes Torvald": 1,
}
HIDDEN = "Petra Kamera"


def _articles():
    for number, (language, text, copies) in enumerate(TEXTS):
        for copy in range(copies):
            yield _article(f"t{number}-{copy}", language, text)
    for number, (name, copies) in enumerate({**PERSONS, HIDDEN: 5}.items()):
        for copy in range(copies):
            yield _article(f"p{number}-{copy}", "en", f"{name} spoke.", name)


def _article(number, language, text, *names):
    passages = tuple(map(Passage, passage_ids([text]), [text]))
    named = tuple(Name(name_key(name), name, ()) for name in names)
    return Document(
        number, number, f"{number}.txt", "", passages, names=named, language=language, source="S"
    )


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    engine = open_engine(str(tmp_path_factory.mktemp("suggestion") / "index"))
    persons = [Person(person_id(name), name, documents=n) for name, n in PERSONS.items()]
    hidden = Person(person_id(HIDDEN), HIDDEN, documents=5, hidden=True)
    with engine.writer() as writer:
        for document in _articles():
            writer.put(document, "original", document.id)
        names = {name_key(name): person_id(name) for name in (*PERSONS, HIDDEN)}
        writer.set_tables(ArchiveTables((*persons, hidden), names))
        writer.publish()
    return engine.searcher()


def suggested(archive, text, **fields):
    return search(archive, Query(text=text, **fields)).suggestion


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("habrour", "harbour"),
        ("HARBOR", "HARBOUR"),
        ("Hospitel", "Hospital"),
        ("harbour strkie", "harbour strike"),
        ("habrour strkie", "harbour strike"),
        ("habrour AND brigde", "harbour AND bridge"),
        ("habrour -strike", "harbour -strike"),
        ('"the strike" habrour', '"the strike" harbour'),
        ("habrour title:strkie stro*", "harbour title:strkie stro*"),
    ],
)
def test_the_words_that_the_archive_does_not_know_are_respelt_and_nothing_else(
    archive, typed, meant
):
    assert suggested(archive, typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["harbour", "harbour hospital", "strkie*", '"habrour strkie"', "title:habrour", "hbr", "2o16"],
)
def test_what_is_right_or_no_plain_word_is_left_alone(archive, typed):
    assert suggested(archive, typed) is None


def test_one_wrong_word_is_seen_though_the_page_shows_articles_with_the_others(archive):
    results = search(archive, Query(text="hospital strkoe"))
    assert (results.match, results.total, results.suggestion) == ("some", 12, "hospital stroke")


@pytest.mark.parametrize("match", ["all", "some"])
def test_a_query_with_hits_enough_gets_none_however_it_is_matched(archive, match):
    assert suggested(archive, "harbour strike", match=match) is None
    assert suggested(archive, "jon torvald", match=match) is None


def test_the_other_words_decide_which_word_is_meant(archive):
    assert suggested(archive, "strke") == "stroke"  # twice as many articles have it
    assert suggested(archive, "harbour strke") == "harbour strike"
    assert suggested(archive, "hospital strke") == "hospital stroke"
    assert suggested(archive, "bridge harbour zzzz strke") == "bridge harbour zzzz stroke"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mueler", "müller"),
        ("Muellerr", "Müller"),
        ("elektions", "élections"),
        ("المدرسسة", "المدرسة"),
    ],
)
def test_a_word_is_offered_as_it_is_printed(archive, typed, meant):
    assert suggested(archive, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Marko Mineli", "Marco Minelli"),  # Marko alone is a word of the archive
        ("marko minelli", "marco minelli"),
        ("mineli marco", "minelli marco"),
        ("Jose Brandao Nunes", "Jose Brandao Núñez"),
        ("brandap nunez", "brandão nunez"),
        ("jon torvlad", "jon torvald"),
    ],
)
def test_a_name_that_nobody_bears_is_respelt_as_one_of_the_register(archive, typed, meant):
    assert suggested(archive, typed) == meant


def test_a_name_that_somebody_bears_is_no_misspelling_of_another(archive):
    assert search(archive, Query(text="john torwald")).total == 1
    assert suggested(archive, "john torwald") is None


def test_two_words_are_not_both_the_same_word_of_a_name(archive):
    assert meant_name(archive, {"marko": "marko", "marcos": "marcos"}, frozenset()) is None


def test_small_words_and_known_ones_far_from_a_name_are_taken_as_typed(archive):
    assert suggested(archive, "was torvald") is None  # one slip from Wes would be a name
    known = frozenset({"maarko"})
    far = {"maarko": "maarko", "minelli": "minelli"}  # two slips from Marco
    assert meant_name(archive, far, known) is None
    assert meant_name(archive, far, frozenset()) is not None


def test_names_are_not_sought_where_more_was_typed_than_words(archive):
    assert suggested(archive, "marko OR minelli") is None
    assert suggested(archive, "marko -minelli") is None
    assert suggested(archive, "marko minelli harbour hospital bridge") is None


def test_a_name_that_is_hidden_is_not_offered(archive):
    meant = meant_name(archive, {"petta": "petta", "kamera": "kamera"}, frozenset())
    assert meant is None
    meant = meant_name(archive, {"marko": "marko", "mineli": "mineli"}, frozenset())
    assert meant is not None
    assert meant.words == {"marko": "marco", "mineli": "minelli"}


def test_filters_do_not_make_a_right_word_wrong(archive):
    assert suggested(archive, "harbour", filters=Filters(sources=("T",))) is None


def test_three_words_that_may_be_meant_come_likeliest_first(archive):
    assert likeliest_words(archive, "strke", 2) == ("stroke", "strike")
    assert likeliest_words(archive, "strke", 1) == ("stroke",)
    assert likeliest_words(archive, "harbour", 3) == ()
    assert likeliest_words(archive, "al-strke", 3) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["marko", "mineli", "strke", "AND"])).map(" ".join)
)
def test_no_text_breaks_it_and_what_is_offered_is_another_query(archive, text):
    assert suggested(archive, text) != text


@pytest.mark.parametrize(
    "text",
    [
        "strkie" * 7_000,
        "strkie\u0301" + "\u0301" * 40_000,
        " ".join(f"str{n:b}ke".replace("0", "i").replace("1", "o") for n in range(5_000)),
        "marko " * 5_000,
    ],
    ids=["a word of 42 kB", "marks", "5,000 words", "one word 5,000 times"],
)
def test_a_hostile_query_costs_little(archive, text):
    suggested(archive, "habrour")
    parsed = parse_query(text)
    started = time.process_time()
    suggest_query(archive, parsed, 0)
    # 5 ms at most, measured; of 5,000 words, 500 characters are read.
    assert time.process_time() - started < 0.1
