import time

import pytest

from indexer.cleaner.markup import MOST_MARKUP, flatten, strip_markup

LAST = "<p>The last sentence stands here.</p>"


def test_what_prints_nothing_is_cut_out():
    markup = "<p>a</p><!-- b --><script>c</script><style>d</style><?php e ?><svg><text>f</text></svg><p>g</p>"
    assert "".join(strip_markup(markup).markup.split()) == "<p>a</p><p>g</p>"


def test_a_comment_amid_a_word_leaves_no_gap():
    assert strip_markup("<p>Wo<!-- a -->rd, <b>Lee</b><!-- b -->.").markup == "<p>Word, <b>Lee</b>."


def test_a_comment_never_joins_two_halves_to_a_tag():
    assert strip_markup("<scr<!-- a -->ipt>x").markup == "<scr ipt>x"


def test_the_json_ld_is_kept_apart():
    stripped = strip_markup(
        '<script type="application/ld+json">{"a":1}</script><script>x</script><p>b'
    )
    assert stripped.json_ld == ('{"a":1}',)


def test_what_is_never_closed_does_not_swallow_the_text():
    for bomb in ("<!--", "<script>", "<style>", "<svg>"):
        assert LAST in strip_markup(bomb * 3 + LAST).markup


def test_a_monstrous_tag_loses_its_attributes():
    assert strip_markup(f'<img src="data:{"x" * 9000}">{LAST}').markup == f"<img>{LAST}"
    crowd = " ".join(f'a{number}=">"' for number in range(30_000))
    assert LAST in strip_markup(f"<p {crowd}>{LAST}").markup
    assert "a7=" not in strip_markup(f"<p {crowd}>{LAST}").markup
    assert "a7=" not in strip_markup(f"{LAST}<p {crowd}").markup


def test_a_crowded_page_keeps_its_usual_tags():
    links = "<a href=\"x\" class='y'>z</a>" * 15_000
    assert strip_markup(links).markup == links


def test_a_long_text_without_a_tag_stays():
    text = "word " * 2000
    assert strip_markup(f"{text}>{text}").markup == f"{text}>{text}"


def test_a_page_is_cut_at_ten_million_characters():
    assert len(strip_markup("x" * (MOST_MARKUP + 5)).markup) == MOST_MARKUP


def test_a_flat_page_has_no_nesting():
    assert flatten("<div><div><b>a</b><h2>b</h2></div></div>") == "<p><p>a<h2>b</h2><p><p>"


@pytest.mark.parametrize(
    "bomb", ["<!--", "<script>", "<", "<a", '<a href="', "<?", "=\"'", "<![CDATA["]
)
def test_two_hundred_thousand_openings_take_no_time(bomb):
    started = time.process_time()
    strip_markup(bomb * 200_000)
    assert time.process_time() - started < 5
