import time

import pytest

from indexer.cleaner.html_page import read_page
from indexer.cleaner.seams import MOST_PASSED


def text_of(markup):
    (block,) = read_page(f"<p>{markup}</p>").blocks
    return block.text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span class=a1>Ann Lee</span><time>11 Oct</time>", "Ann Lee 11 Oct"),
        ("Ann Lee<time>11 Oct</time>", "Ann Lee 11 Oct"),
        ("<time>11 Oct</time>Ann Lee", "11 Oct Ann Lee"),
        ("<a href=1>News</a><a href=2>Weather</a><a href=3>sea</a>", "News Weather sea"),
        ("<span><a href=1>News</a></span><span><a href=2>Sea</a></span>", "News Sea"),
        ("<a href=1>新聞</a><a href=2>天氣</a>", "新聞 天氣"),
        ("<a href=1>Ann Lee</a><span class=date>today</span>", "Ann Lee today"),
        ("<a href=1>Ann Lee</a><span class=date>Today</span>", "Ann Lee Today"),
        ("<span class=x>Ann Lee</span><span class=y>Reporter</span>", "Ann Lee Reporter"),
        (
            "<span class=x>It rains.</span><span class=y>“So,” he says</span>",
            "It rains. “So,” he says",
        ),
        ("<sea-name>Ann Lee</sea-name><sea-role>Reporter</sea-role>", "Ann Lee Reporter"),
        ("Ann Lee<span class=byline>Reporter</span>", "Ann Lee Reporter"),
        ("<span class=x>الكاتب</span><span class=date>اليوم</span>", "الكاتب اليوم"),
        ("sea<img src=x>side", "sea side"),
        ("<label>Email</label><input><label>password</label>", "Email password"),
    ],
)
def test_what_a_reader_sees_apart_is_apart(markup, text):
    assert text_of(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<b>W</b>ord", "Word"),
        ("<span class=dropcap>T</span><span class=rest>he goat</span>", "The goat"),
        ("<span class=dropcap>T</span><span class=rest>HE GOAT</span>", "THE GOAT"),
        ("<a href=1>link</a>s, <a href=2>more</a>.", "links, more."),
        ("<a href=1>Wo</a><a href=1>rd</a>", "Word"),
        ("<a href=1>l’</a><a href=2>Europe</a>", "l’Europe"),
        ("<a href=1>sea</a><a name=x></a>s", "seas"),
        ("<span class=c1>i</span><span class=c2>Phone", "iPhone"),
        ("<span class=c1>wo</span><span class=c2>rd</span>", "word"),
        ("<span class=c1>Sea</span><span class=c1>Salt</span>", "SeaSalt"),
        ("<i>Sea</i><b>Salt</b>", "SeaSalt"),
        ("in the <time>1990</time>s", "in the 1990s"),
        ("(<time>11 Oct</time>), <time>12 Oct</time>.", "(11 Oct), 12 Oct."),
        ("x<sup><a href=1>1</a></sup><sup><a href=2>2</a></sup> CO<sub>2</sub>", "x12 CO2"),
        ("<mark>se</mark>arch and Word<wbr>break", "search and Wordbreak"),
        ("Wo<!-- a -->rd, <b>Lee</b><!-- b -->.", "Word, Lee."),
        ("<span class=x>新聞</span><span class=y>天氣</span>", "新聞天氣"),
    ],
)
def test_a_word_that_is_marked_up_inside_stays_whole(markup, text):
    assert text_of(markup) == text


def test_a_space_that_is_there_is_not_doubled():
    assert text_of("<a href=1>News</a> <a href=2>Sea</a>") == "News Sea"


def test_thousands_of_elements_between_two_texts_take_no_time():
    started = time.process_time()
    assert text_of(f"Sea<i class=date></i>{'<b></b>' * 20_000}11") == "Sea 11"
    assert time.process_time() - started < 5
    assert MOST_PASSED < 100
