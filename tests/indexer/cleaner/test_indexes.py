import pytest

from indexer.model import Document, NoArticle, Reason

TEASERS = (
    "The goat boarded the tram at the market on Monday.",
    "It was made of brick, the council said, and it is gone.",
    "Nine thousand oysters are missing from the beds at the point.",
    "The choir sang under water for an hour and did not notice.",
    "The mayor has counted the geese again and found one more.",
)
HEADLINES = (
    "Goat takes tram to the sea",
    "Council loses bicycle shed",
    "Thieves leave pearls behind",
    "Estuary choir goes under",
    "Mayor counts geese again",
)


def page(*items, title="Harbour News"):
    return f"<title>{title}</title><h1>{title}</h1>" + "".join(items)


def linked(headline, teaser):
    return f"<div><h2><a href=x>{headline}</a></h2><p>{teaser}</p></div>"


def test_headlines_that_are_links_with_a_teaser_each_are_a_list(clean_page):
    found = clean_page(page(*map(linked, HEADLINES, TEASERS)))
    assert isinstance(found, NoArticle)
    teasers = [one for one in found.removed if one.text in TEASERS]
    assert {one.reason for one in teasers} == {Reason.RELATED}


def test_headings_that_are_no_links_are_an_article_s(clean_page):
    items = (f"<h2>{head}</h2><p>{text}</p>" for head, text in zip(HEADLINES, TEASERS, strict=True))
    assert isinstance(clean_page(page(*items)), Document)


def test_an_article_above_a_list_is_one(clean_page):
    article = "".join(f"<p>{text} {text}</p>" for text in TEASERS)
    items = map(linked, HEADLINES[:3], TEASERS[:3])
    assert isinstance(clean_page(page(article, *items)), Document)


def test_teasers_above_the_title_are_not_the_article_s(clean_page):
    items = map(linked, HEADLINES[:4], TEASERS[:4])
    article = f"<h1>Bell rings under water</h1><p>{TEASERS[4]}</p><p>{TEASERS[3]}</p>"
    markup = f"<title>Bell rings under water</title>{''.join(items)}{article}"
    assert isinstance(clean_page(markup), Document)


@pytest.mark.parametrize(
    ("title", "above", "below"),
    [
        ("Harbour News", "", " Continue reading"),
        ("Harbour News", "", "\nRead more"),
        ("Harbour News", "3 May 2016\n", ""),
        ("Harbour News", "Yesterday 14:02\n", ""),
        ("Author: Ann Lee", "", ""),
        ("Search results for “sea”", "", ""),
        ("Archive for May 2016", "", ""),
        ("Harbour News", "… ", " …"),
    ],
)
def test_a_list_of_plain_text_says_so_by_a_second_sign(clean_text, title, above, below):
    above, cut = ("", above) if above == "… " else (above, "")
    items = (
        f"{head}\n{above}{cut}{text}{below}\n"
        for head, text in zip(HEADLINES, TEASERS, strict=True)
    )
    assert isinstance(clean_text(f"{title}\n" + "\n".join(items)), NoArticle)


def test_without_one_it_is_an_article_in_chapters(clean_text):
    items = (f"{head}\n{text}\n" for head, text in zip(HEADLINES, TEASERS, strict=True))
    assert isinstance(clean_text("The week in the harbour\n\n" + "\n".join(items)), Document)


def test_a_search_in_a_title_makes_no_list_of_an_article(clean_text):
    text = "\n\n".join(TEASERS)
    assert isinstance(clean_text(f"Results for the sea\n\n{text}"), Document)


def test_an_introduction_does_not_hide_a_list(clean_page):
    items = map(linked, HEADLINES, TEASERS)
    assert isinstance(clean_page(page("<p>Ann Lee is a judge.</p>", *items)), NoArticle)


def test_hours_above_sentences_are_an_article_s(clean_text):
    hours = "\n\n".join(f"1{hour}:40\n{text}" for hour, text in enumerate(TEASERS))
    assert isinstance(clean_text(f"The storm, hour by hour\n\n{hours}"), Document)


def test_three_teasers_that_are_links_themselves_are_a_list(clean_page):
    cards = (
        f"<div><a href=x><h3>{head}</h3><p>{text}</p></a></div>"
        for head, text in zip(HEADLINES[:3], TEASERS[:3], strict=True)
    )
    assert isinstance(clean_page(page(*cards)), NoArticle)
