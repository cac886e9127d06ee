from indexer.archive import clean_sites
from indexer.cleaner import take_as_clean
from indexer.model import NoArticle, RawDocument

LINE = "Follow the harbour page"
THINGS = ["tide", "crane", "ferry", "rope", "salt", "storm", "fog", "gull", "mast", "keel", "net"]


def raw(number, site, text=None):
    text = text if text is not None else f"{_title(number)}\n\n{_story(number)}\n\n{LINE}"
    return RawDocument("same", "same", "stdin", "text", text, "hash", site)


def _title(number):
    return f"{THINGS[number % 11]} and {THINGS[(number * 3 + 1) % 11]} {number * 7}"


def _story(number):
    words = (f"{THINGS[(number * step + step) % 11]}{number}" for step in range(1, 11))
    return f"Of {', '.join(words)}."


def cleaned(*raws):
    return list(clean_sites((each, take_as_clean(each).document) for each in raws))


def test_a_batch_loses_the_lines_that_a_site_repeats_and_keeps_its_order():
    mixed = [raw(n, "harbour" if n % 2 else f"site {n}") for n in range(16)]
    for number, document in enumerate(cleaned(*mixed)):
        texts = [passage.text for passage in document.passages]
        assert _story(number) in texts
        assert (LINE in texts) == (number % 2 == 0)


def test_without_a_site_nothing_repeats():
    assert all(
        LINE in [passage.text for passage in document.passages]
        for document in cleaned(*(raw(n, None) for n in range(9)))
    )


def test_what_is_no_article_stays_in_its_place():
    batch = cleaned(raw(0, "a"), raw(1, "a", ""), raw(2, "a"))
    assert [isinstance(document, NoArticle) for document in batch] == [False, True, False]
