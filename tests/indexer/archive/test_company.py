"""What the articles say of two names: who is named beside both, where, when, and together."""

from indexer.archive.company import MOST_ARTICLES, Company, signs
from indexer.archive.entries import Entry


def company(*articles: tuple[str | None, str | None, tuple[str, ...]]) -> Company:
    """A company of articles: outlet, date and who is named."""
    entries = [Entry(f"{n:06}", outlet, date, ()) for n, (outlet, date, _) in enumerate(articles)]
    named_in = [names for _, _, names in articles]
    everybody = {who for names in named_in for who in names}
    where = {who: [n for n, names in enumerate(named_in) if who in names] for who in everybody}
    return Company(entries, where, named_in)


def test_who_is_beside_both_comes_with_those_in_most_articles_of_both_first():
    found = company(
        (None, None, ("a", "x", "y")),
        (None, None, ("a", "y")),
        (None, None, ("b", "y", "x")),
        (None, None, ("b", "y", "z")),
    )
    assert found.shared("a", "b") == found.shared("b", "a") == (2, ("y", "x"))
    assert found.shared("a", "z") == (1, ("y",))


def test_an_article_that_names_both_is_a_sign_that_they_are_two():
    found = company((None, None, ("a", "b")), (None, None, ("a",)))
    assert found.together("a", "b") == 1
    assert signs(found, ("a", "b"), {"a": "A", "b": "B"}) == ("named as two in 1 article",)


def test_outlets_and_years_are_said_where_they_are_known():
    found = company(
        ("Gull", "2014-03-01", ("a",)),
        ("Wren", "2016", ("a",)),
        ("Gull", "2015-01", ("b",)),
        (None, None, ("b",)),
        (None, None, ("c",)),
    )
    assert found.outlets("a", "b") == ["Gull"]
    assert (found.dates("a"), found.dates("b"), found.dates("c")) == ("2014–2016", "2015", "")
    names = {"a": "A", "b": "B", "c": "C"}
    assert signs(found, ("a", "b"), names) == ("both in Gull", "in 2014–2016 and in 2015")
    assert signs(found, ("a", "c"), names) == ()


def test_of_many_names_beside_both_three_are_named_and_the_rest_counted():
    others = ("u", "v", "w", "x", "y")
    found = company((None, None, ("a", *others)), (None, None, ("b", *others)))
    names = {who: who.upper() for who in ("a", "b", *others)}
    assert signs(found, ("a", "b"), names) == ("named beside both: U, V, W and 2 more",)


def test_of_somebody_in_very_many_articles_the_first_are_looked_at():
    many = [(None, str(1900 + n % 100), ("a", f"x{n}")) for n in range(MOST_ARTICLES)]
    found = company(*many, ("Late", "2020", ("a", "b", "y")))
    assert found.shared("a", "b") == (0, ())
    assert found.together("a", "b") == 0
    assert found.dates("a") == "1900–1999"
