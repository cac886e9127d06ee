import time
import unicodedata

import pytest

from indexer.model import AllOf, AnyOf, Dates, Named, Node, NoneOf, Phrase, Word
from indexer.query import parse_query

A, B, C, D = Word("alpha"), Word("beta"), Word("gamma"), Word("delta")


def tree(text: str) -> Node | None:
    return parse_query(text).tree


def notes(text: str) -> str:
    return " ".join(parse_query(text).notes)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("alpha", A),
        ("alpha beta", AllOf((A, B))),
        ("alpha alpha", AllOf((A, A))),
        ("alpha AND beta", AllOf((A, B))),
        ("alpha OR beta", AnyOf((A, B))),
        ("alpha OR beta OR gamma", AnyOf((A, B, C))),
        ("alpha and beta or not gamma", AllOf((A, Word("and"), B, Word("or"), Word("not"), C))),
        ("alpha OR beta gamma", AllOf((AnyOf((A, B)), C))),
        ("alpha AND beta OR gamma", AnyOf((AllOf((A, B)), C))),
        ("alpha NOT beta", AllOf((A, NoneOf(B)))),
        ("alpha AND NOT beta", AllOf((A, NoneOf(B)))),
        ("alpha OR NOT beta", AnyOf((A, NoneOf(B)))),
        ("alpha -beta", AllOf((A, NoneOf(B)))),
        ("alpha −beta", AllOf((A, NoneOf(B)))),
        ("alpha --beta", AllOf((A, NoneOf(B)))),
        ("alpha - beta", AllOf((A, B))),
        ('-"alpha beta"', NoneOf(Phrase(("alpha", "beta")))),
        ("-alpha -beta", AllOf((NoneOf(A), NoneOf(B)))),
        ("-(alpha OR beta)", NoneOf(AnyOf((A, B)))),
        ("NOT NOT alpha", A),
        ("alpha (beta OR gamma)", AllOf((A, AnyOf((B, C))))),
        ("(alpha beta) OR gamma", AnyOf((AllOf((A, B)), C))),
        ("(alpha (beta (gamma)))", AllOf((A, B, C))),
        ("() alpha", A),
        ("al-Sahl", Word("al-Sahl")),
        ("O'Brien’s", Word("O'Brien’s")),
        ("U.S.", Word("U.S")),
        ("“Who?”, alpha!", AllOf((Phrase(("Who",)), A))),
        ("alpha & beta", AllOf((A, B))),
        ("+alpha #beta", AllOf((A, B))),
        ("भाषा", Word("भाषा")),
        ('"alpha beta"', Phrase(("alpha", "beta"))),
        ("“alpha beta”", Phrase(("alpha", "beta"))),
        ("«alpha beta»", Phrase(("alpha", "beta"))),
        ("„alpha beta“", Phrase(("alpha", "beta"))),
        ("「東京 大阪」", Phrase(("東京", "大阪"))),
        ('"alpha, beta!"', Phrase(("alpha", "beta"))),
        ('alpha"beta gamma"', AllOf((A, Phrase(("beta", "gamma"))))),
        ('"alpha beta"~3', Phrase(("alpha", "beta"), slop=3)),
        ('"alpha beta"~', Phrase(("alpha", "beta"))),
        ('""', None),
        ("gov*", Word("gov", prefix=True)),
        ("al-Sah*", Word("al-Sah", prefix=True)),
        ("title:alpha", Word("alpha", "title")),
        ("TITLE:alpha", Word("alpha", "title")),
        ("title: alpha", Word("alpha", "title")),
        ("title:alp*", Word("alp", "title", prefix=True)),
        ('title:"alpha beta"~2', Phrase(("alpha", "beta"), "title", 2)),
        (
            "title:(alpha OR beta) gamma",
            AllOf((AnyOf((Word("alpha", "title"), Word("beta", "title"))), C)),
        ),
        ("byline:alpha", Word("alpha", "byline")),
        ("-title:alpha", NoneOf(Word("alpha", "title"))),
        ('person:"Jan  Kowalski"', Named("person", "Jan Kowalski")),
        ("person:Kowalski,", Named("person", "Kowalski")),
        ("person:“Jan Kowalski”", Named("person", "Jan Kowalski")),
        (
            "source:(herald OR courier)",
            AnyOf((Named("source", "herald"), Named("source", "courier"))),
        ),
        ("language:FR", Named("language", "fr")),
        ("language:Arabic", Named("language", "ar")),
        ("date:2016", Dates("2016", "2016")),
        ("date:2016-5", Dates("2016-05", "2016-05")),
        ("date:2016-05-31,", Dates("2016-05-31", "2016-05-31")),
        ("date:2016-01..2016-06", Dates("2016-01", "2016-06")),
        ('date:"2016-01 .. 2016-06"', Dates("2016-01", "2016-06")),
        ("date:2016..", Dates("2016", None)),
        ("date:2016...", Dates("2016", None)),
        ("date:..2016", Dates(None, "2016")),
        ("date:>=2016", Dates("2016", None)),
        ("date:<=2016", Dates(None, "2016")),
        ("date:2016-05..2016", Dates("2016-05", "2016")),
        ("10:30", AllOf((Word("10"), Word("30")))),
        ("2015 OR 2016", AnyOf((Word("2015"), Word("2016")))),
        ("بغداد OR دمشق", AnyOf((Word("بغداد"), Word("دمشق")))),
        ("", None),
        (" \t\u200b ", None),
        ("… & —", None),
        ("alpha\0beta", AllOf((A, B))),
        ("al\u200bpha\u202e", A),
        ("alpha\ud800", A),
    ],
)
def test_what_is_typed_as_the_documentation_says_needs_no_note(typed, expected):
    parsed = parse_query(typed)
    assert parsed.tree == expected
    assert not [note for note in parsed.notes if "before OR" not in note and "cancel" not in note]


@pytest.mark.parametrize(
    ("typed", "expected", "note"),
    [
        ('"alpha beta', Phrase(("alpha", "beta")), "not closed"),
        ('alpha "', A, "not closed"),
        ("(alpha beta", AllOf((A, B)), "closed at the end"),
        ("alpha) beta", AllOf((A, B)), "not open"),
        ("alpha OR", A, "“OR” has nothing to join"),
        ("OR alpha", A, "“OR” has nothing to join"),
        ("alpha AND OR beta", AnyOf((A, B)), "“AND” has nothing to join"),
        ("alpha NOT", A, "“NOT” has nothing to join"),
        ("(alpha NOT) beta", AllOf((A, B)), "“NOT” has nothing to join"),
        ("alpha AND NOT OR beta", AnyOf((A, B)), "“NOT” has nothing to join"),
        ("NOT NOT alpha", A, "cancel"),
        ("foo:bar", AllOf((Word("foo"), Word("bar"))), "no field “foo”"),
        ("title:", Word("title"), "After “title:” stands nothing"),
        ("title: OR alpha", AnyOf((Word("title"), A)), "After “title:” stands nothing"),
        ("*alpha", A, "cannot begin"),
        ("?lpha", Word("lpha"), "cannot begin"),
        ("*", None, "cannot begin"),
        ("*a*", Word("a"), "3 letters"),
        ("al-Na*", Word("al-Na"), "3 letters"),
        ("al*ha", AllOf((Word("al"), Word("ha"))), "read as spaces"),
        ("al?ha*", AllOf((Word("al"), Word("ha"))), "read as spaces"),
        ('"alph* beta"', Phrase(("alph", "beta")), "In a phrase"),
        ("[alpha TO beta]", AllOf((A, Word("TO"), B)), "no ranges"),
        ("/alp.*ha/", AllOf((Word("alp"), Word("ha"))), "no regular expressions"),
        ("alpha~9", A, "“~9”"),
        ("alpha^nan beta^2", AllOf((A, B)), "“^nan”"),
        ("~9 alpha", AllOf((Word("9"), A)), ""),
        ("ALPHA AND BETA", AllOf((Word("ALPHA"), Word("AND"), Word("BETA"))), "all in capitals"),
        ("AND", Word("AND"), "all in capitals"),
        ("date:2016-02-30 alpha", A, "“2016-02-30” is no date"),
        ("date:2016-13", None, "no date"),
        ("date:0000", None, "no date"),
        ("date:yesterday", None, "no date"),
        ("date:..", None, "no date"),
        ("date:2016..soon", None, "no date"),
        ("date:2017-02..2016", Dates("2016", "2017-02"), "wrong way round"),
        ('"alpha beta"~100000', Phrase(("alpha", "beta"), slop=10), "At most 10"),
        ("person:…", None, ""),
        ("alpha AND beta OR gamma", AnyOf((AllOf((A, B)), C)), "AND was read before OR"),
    ],
)
def test_what_cannot_be_read_as_typed_is_forgiven_and_said(typed, expected, note):
    assert tree(typed) == expected
    assert note in notes(typed)


def test_brackets_around_an_and_need_no_note():
    assert not notes("(alpha AND beta) OR gamma")


def test_a_note_is_given_once():
    assert len(parse_query("*a *b *c").notes) == 1


def test_composed_and_decomposed_queries_are_the_same():
    typed = 'café "élan vital" title:über'
    assert tree(unicodedata.normalize("NFD", typed)) == tree(typed)


def test_500_characters_are_read_up_to_the_last_whole_word():
    parsed = parse_query("abcdefgh " * 4000)
    assert len(parsed.text) <= 500
    assert isinstance(parsed.tree, AllOf)
    assert set(parsed.tree.nodes) == {Word("abcdefgh")}
    assert "first 500 characters" in parsed.notes[0]


def test_a_word_of_40_kilobytes_is_cut():
    assert tree("x" * 40_000) == Word("x" * 500)
    assert tree(" " + "x" * 40_000) == Word("x" * 499)


def test_500_characters_exactly_are_not_cut():
    assert parse_query("abcd " * 99 + "abcde").notes == ()


def test_the_text_is_fit_to_be_shown():
    assert parse_query("a\0b\ud800c\nd").text == "a b c d"


def test_at_most_16_operators_are_read_and_plain_words_do_not_count():
    parsed = parse_query(" OR ".join("abcdefghijklmnopqrstuvwxyz"))
    assert parsed.tree == AnyOf(tuple(Word(letter) for letter in "abcdefghijklmnopq"))
    assert "first 16 operators" in parsed.notes[0]
    assert not parse_query("word " * 99).notes


@pytest.mark.parametrize("clause", ['"a b"', "abc*", "title:a", 'person:"a b"', "-a"])
def test_phrases_prefixes_fields_and_minus_count_too(clause):
    assert not parse_query(" ".join([clause] * 16)).notes
    parsed = parse_query(" ".join([clause] * 17))
    assert isinstance(parsed.tree, AllOf)
    assert len(parsed.tree.nodes) == 16
    assert "first 16" in parsed.notes[0]


def test_brackets_nest_five_deep():
    five = "(a OR (b (c OR (d (e OR f)))))"
    assert not notes(five)
    assert "5 deep" in notes(f"(x OR {five})")
    assert tree("(" * 100 + "alpha" + ")" * 100 + " beta") == AllOf((A, B))


def test_a_phrase_has_at_most_12_words():
    parsed = parse_query('"' + "w " * 50 + '"')
    assert parsed.tree == Phrase(("w",) * 12)
    assert "first 12 words" in parsed.notes[0]


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 40_000,
        "word " * 5_000,
        "(" * 5_000,
        "(" * 200 + "a" + ")" * 200,
        '"' * 1_001,
        "NOT " * 3_000 + "a",
        "NOT NOT a",
        "a OR " * 1_000 + "b",
        "-" * 5_000,
        "title:" * 5_000,
        "a:" * 5_000,
        "~^" * 5_000,
        "*?" * 5_000,
        "/" * 5_000,
        "[" * 5_000 + " TO " + "]" * 5_000,
        "a\u0301" * 20_000,
        "\u0301" * 40_000,
        "\u202e\u200f\0\ud800" * 1_000,
        '"a b"~' + "9" * 5_000,
        "date:" + "9" * 5_000,
        "date:" + "." * 5_000,
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_no_query_is_slow_or_breaks(hostile):
    started = time.process_time()
    parsed = parse_query(hostile)
    assert time.process_time() - started < 0.3
    assert parsed.text.encode("utf8")
    assert parsed.read_as or parsed.tree is None
