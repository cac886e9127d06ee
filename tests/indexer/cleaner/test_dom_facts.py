import pytest

from indexer.cleaner.dom_facts import NUMBERS
from indexer.cleaner.html_blocks import html_blocks

PROSE = "The goat boarded the tram at the market, and the driver said nothing."
OTHER = "It left the tram at the sea, where the milk is cheap and the wind is cold."
PAGE = f"""
<body><nav class="top-menu"><a href=x>Home</a></nav>
<div id="content-12" class="main"><article class="post wide"><h1>Goat</h1>
<img><p class="text first">{PROSE}</p><p class="text x7"><b>{OTHER}</b></p>
<aside class="relatedPosts"><ul><li>Trams</li><li><a>Goats</a></li></ul></aside></article></div>
<p>{PROSE}</p></body>"""


def facts(markup=PAGE):
    return {block.text: block.dom for block in reversed(html_blocks(markup).blocks)}


def number(text, name, markup=PAGE):
    return facts(markup)[text].numbers[NUMBERS.index(name)]


def test_every_block_has_all_numbers():
    assert all(len(dom.numbers) == len(NUMBERS) for dom in facts().values())
    assert all(isinstance(each, float) for dom in facts().values() for each in dom.numbers)


def test_the_tag_and_the_path_are_those_of_the_innermost_element():
    dom = facts()[PROSE]
    assert dom.tag == "p"
    assert dom.path == "html>body>div.main>article.post.wide>p.text.first"
    assert facts()[OTHER].path.endswith(">p.text.x-")


def test_the_words_begin_with_the_innermost_element():
    dom = facts()["Trams"]
    assert dom.words == ("related", "posts", "post", "wide", "main", "content")
    assert dom.near == 0
    assert facts()[PROSE].words[: facts()[PROSE].near] == ("text", "first", "post", "wide")


def test_the_classes_of_inline_elements_come_first():
    dom = facts('<div class="text"><p>Read: <span class="teaserLink">Goats</span></p></div>')
    assert dom["Read: Goats"].words == ("teaser", "link", "text")
    assert dom["Read: Goats"].near == 3


def test_the_classes_of_an_empty_element_are_no_other_block_s():
    dom = facts(f'<div><span class="icon"></span><p>{PROSE}</p></div>')
    assert dom[PROSE].words == ()


def test_a_path_and_the_words_have_an_end():
    deep = "".join(f'<div class="{"abcdefghij"[level]}x">' for level in range(10)) + PROSE
    assert facts(deep)[PROSE].path == "div.ex>div.fx>div.gx>div.hx>div.ix>div.jx"
    many = "".join(
        f'<div class="{"ab cd ef gh ij kl mn op qr".replace(" ", c + " ")}">' for c in "xyz"
    )
    assert len(facts(many + PROSE)[PROSE].words) == 24


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (PROSE, "depth", 5),
        ("Home", "in_nav", 1),
        ("Trams", "in_aside", 0.8**2),
        ("Trams", "in_nav", 0),
        ("Trams", "in_related", 0.8**2),
        ("Home", "in_navigation", 1),
        ("Trams", "own_blocks", 1),
        ("Trams", "box_blocks", 2),
        ("Trams", "outer_blocks", 5),
        ("Trams", "box_links", 0.5),
        ("Trams", "box_letters", 10),
        ("Trams", "siblings", 2),
        ("Trams", "place", 0.5),
        ("Goats", "place", 1),
        ("Goats", "path_blocks", 2),
        ("Goats", "parent_path_blocks", 2),
        ("Goats", "path_mass", 0),
        (PROSE, "images", 1),
        (OTHER, "images", 0),
        (OTHER, "emphasis", 1),
        (PROSE, "emphasis", 0),
        (PROSE, "inside", 1),
        ("Home", "inside", 0),
        ("Home", "from_container", -1),
        ("Home", "container_place", 0),
        (OTHER, "from_headline", 2),
        (PROSE, "copies", 0),
        ("Home", "main_headings", 0),
        (OTHER, "main_headings", 1),
        ("Home", "article_nth", -1),
        (OTHER, "article_nth", 0),
        ("Trams", "box_nth", 0),
        ("Trams", "box_like", 1),
    ],
)
def test_numbers(text, name, expected):
    assert number(text, name) == pytest.approx(expected)


def test_the_share_of_running_text_at_a_path():
    body = len(PROSE) / (2 * len(PROSE) + len(OTHER))
    assert number(PROSE, "path_mass") == pytest.approx(body)
    assert number(OTHER, "parent_path_mass") == pytest.approx(1 - body)
    assert number("Trams", "outer_mass") == pytest.approx(1 - body)
    assert number(OTHER, "own_prose") == 1


def test_the_second_of_two_articles_is_known():
    markup = "".join(
        f"<div class='body post-{number}'><article><p>{text}</p><p>Goats {number}</p></article></div>"
        for number, text in enumerate((PROSE, OTHER, "A goat, a tram."))
    )
    assert number(OTHER, "box_nth", markup) == 1
    assert number(OTHER, "box_like", markup) == 3
    assert number("Goats 2", "article_nth", markup) == 2
    share = len(OTHER) / (len(PROSE) + len(OTHER))
    assert number("Goats 1", "article_mass", markup) == pytest.approx(share)


def test_a_copy_knows_that_it_is_one():
    last = html_blocks(PAGE).blocks[-1]
    assert last.dom.numbers[NUMBERS.index("copies")] == 1
    assert last.dom.numbers[NUMBERS.index("from_container")] == 1


def test_hidden_text_is_marked():
    assert number(PROSE, "hidden", f"<div hidden><p>{PROSE}</p></div>") == 1
    assert number(PROSE, "hidden") == 0
