import pytest

from indexer.cleaner.html_blocks import html_blocks
from indexer.model import PassageKind, Reason

PROSE = "The goat boarded the tram at the market, and the driver said nothing."


def texts(markup):
    return [block.text for block in html_blocks(markup).blocks]


def kinds(markup):
    return [block.kind for block in html_blocks(markup).blocks]


def test_paragraphs_are_not_split_at_inline_elements():
    assert texts("<p>The <a href=x>goat</a> took <b>the</b> tram<sup>1</sup>.</p>") == [
        "The goat took the tram1."
    ]


def test_paragraphs_are_not_doubled_by_what_encloses_them():
    assert texts("<div><div><p>One.</p><p>Two.</p></div>Three.</div>") == ["One.", "Two.", "Three."]


def test_two_breaks_end_a_paragraph_and_one_does_not():
    first, second = (
        "The goat took the tram to<br>the sea at noon.",
        "It was a long way, and it slept.",
    )
    assert texts(f"<div>{first}<br> <br/>{second}</div>") == [first.replace("<br>", " "), second]


def test_short_lines_with_breaks_are_lines():
    assert texts("<td>3 March 2016<br>Goat Takes the Tram<br>By Ann Lee</td>") == [
        "3 March 2016",
        "Goat Takes the Tram",
        "By Ann Lee",
    ]


def test_kinds_come_from_the_elements():
    markup = (
        "<h2>The sea</h2><ul><li>One goat.</li></ul><blockquote><p>I saw it.</p></blockquote>"
        "<figure><figcaption>A tram.</figcaption></figure><p>Text.</p>"
        "<table><tr><th>Goats</th><td>3</td></tr></table>"
    )
    assert kinds(markup) == [
        PassageKind.HEADING,
        PassageKind.LIST_ITEM,
        PassageKind.QUOTATION,
        PassageKind.CAPTION,
        PassageKind.PARAGRAPH,
        PassageKind.TABLE,
    ]


def test_what_is_hidden_is_not_read():
    markup = f"<p>{PROSE}</p><p hidden>a</p><p style='display: none'>b</p><noscript>c</noscript><select><option>d</select>"
    assert texts(markup) == [PROSE]


def test_what_is_read_aloud_only_is_not_read():
    markup = (
        "<p>The goat<a href=x> took<span class='u-sr-only'>, opens in a new tab</span></a> the "
        "<em style='clip:rect(0 0 0 0)'>electric</em>tram.</p>"
    )
    assert texts(markup) == ["The goat took the tram."]


def test_a_page_that_hides_all_its_text_is_read_nevertheless():
    assert texts(f"<div style='visibility:hidden'><p>{PROSE}</p></div>") == [PROSE]


def test_the_share_of_links_is_measured_in_letters():
    (block,) = html_blocks("<p>abcde <a href=x>fghi</a></p>").blocks
    assert block.links == pytest.approx(0.4)


def test_a_close_element_names_a_short_text():
    page = html_blocks(
        '<span class="credit">Ann Lee</span><div class="date">no day</div><div class="date">3 May 2016</div>'
    )
    assert [block.hint for block in page.blocks] == [Reason.CREDIT, None, Reason.DATE_LINE]


def test_an_element_far_out_does_not_name_a_text():
    (block,) = html_blocks(
        '<div class="author"><div><div><div>Goats</div></div></div></div>'
    ).blocks
    assert block.hint is None


def test_headings_and_times_are_told():
    page = html_blocks(
        "<h1>Goat</h1><p><time datetime=2016-06-07 itemprop=datePublished>x</time></p><h1>Tram</h1>"
    )
    assert page.headlines == ("Goat", "Tram")
    assert [(time.stamp, time.before, time.marked) for time in page.times] == [
        ("2016-06-07", 1, True)
    ]


def test_a_page_nested_deeper_than_a_parser_goes_keeps_its_text():
    assert texts("<div>" * 5000 + f"<p>{PROSE}</p>" + "</div>" * 5000) == [PROSE]


@pytest.mark.parametrize("markup", ["", " ", "<>", "<!DOCTYPE html>"])
def test_an_empty_page_has_no_blocks(markup):
    assert [text for text in texts(markup) if text != "<>"] == []


def test_a_page_that_leaves_out_its_body_loses_nothing():
    found = html_blocks("<title>t</title><main><p>The boat is late.</p></main>").blocks
    assert [block.text for block in found] == ["The boat is late."]
