"""A table of sources that are to hurt the cleaner, each of any size: what bombs.py measures."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

PIECES = 24_000  # twice as many lines or blocks are just below what the cleaner takes

SENTENCE = "The ferry was late again, and nobody at the quay could say why it had been so. "
LAST = f"<p>{SENTENCE * 3}</p>"


@dataclass(frozen=True, slots=True)
class Bomb:
    """A source that is to hurt, at any size."""

    name: str
    format: Literal["text", "html"]
    n: int
    made: Callable[[int], str]


def bombs() -> tuple[Bomb, ...]:
    """Every one of them: pages first."""
    return (*_html_bombs(), *_text_bombs())


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda n: piece * n + LAST


def _nested(tag: str) -> Callable[[int], str]:
    return lambda n: f"<{tag}>" * n + SENTENCE + f"</{tag}>" * n + LAST


def _each(piece: str) -> Callable[[int], str]:
    """Pieces that are all different: nothing is remembered from one to the next."""
    return lambda n: "".join(piece.replace("#", str(number)) for number in range(n)) + LAST


def _lines(line: str) -> Callable[[int], str]:
    return lambda n: "\n".join(line.replace("#", str(number)) for number in range(n))


def _text(piece: str) -> Callable[[int], str]:
    return lambda n: SENTENCE + "\n" + piece * n + "\n" + SENTENCE


def _json_ld(inner: Callable[[int], str]) -> Callable[[int], str]:
    return lambda n: f'<script type="application/ld+json">{inner(n)}</script>{LAST}'


def _html_bombs() -> tuple[Bomb, ...]:
    tags = "div b font table blockquote li ul a p span section em h1 td select form article dl"
    nested = [Bomb(f"nested <{tag}>", "html", PIECES, _nested(tag)) for tag in tags.split()]
    openings = (
        *("<!--", "<!", "<?", "<![CDATA[", "<script>", "<style>", "<title>", "<textarea>", "<svg>"),
        *("<", "</", "</p>", "<a", '<a href="', "<p>", "<table><tr><td>", "<br>", "<b><p>", "&"),
        *(
            "&amp;",
            "&#",
            "&#x110000;",
            "&lt;p&gt;",
            "\x00",
            "\ud800",
            "<p>\x00",
            "\u200f",
            "\u0301",
        ),
        *("<i><b>", "<ul><li>", "<a><table>", "<option>", "<h1>a</h1>", "<li>a b c", "=\"'"),
        *("<article>", "<div class='comments'>", "<div class='related'>x", '<p style="', "<tr>"),
    )
    opened = [Bomb(f"{piece!r} ×", "html", PIECES, _repeated(piece)) for piece in openings]
    return (*nested, *opened, *_built_bombs())


def _built_bombs() -> tuple[Bomb, ...]:
    paragraph = f"<p>{SENTENCE}</p>"
    return (
        Bomb("attributes", "html", PIECES, lambda n: f"<p {_attributes(n)}>{SENTENCE}</p>{LAST}"),
        Bomb("attributes, 59 each", "html", 2_000, lambda n: f"<p {_attributes(59)}>a</p>" * n),
        Bomb("a long value", "html", 200_000, lambda n: f'<p class="{"x " * n}">a</p>{LAST}'),
        Bomb("long classes", "html", 2_000, lambda n: f'<p class="{"share-x " * 400}">a' * n),
        Bomb("many classes", "html", PIECES, _each('<div class="c#-share-#">word # here</div>')),
        Bomb("a long style", "html", 200_000, lambda n: f'<p style="{"display" * n}">a</p>{LAST}'),
        Bomb("blocks", "html", PIECES, _each("<p>Block # says a word. And a second.</p>")),
        Bomb("paragraphs", "html", PIECES, lambda n: paragraph * n),
        Bomb("links", "html", PIECES, _each('<a href="/x#">Headline number # of the day</a>')),
        Bomb("link blocks", "html", PIECES, _each('<li><a href="/x#">Headline # of the day</a>')),
        Bomb("headlines", "html", PIECES, _each("<h1>The # headline of the day</h1>")),
        Bomb("times", "html", PIECES, _each("<time datetime='2014-05-02'>May 2, 2014</time>")),
        Bomb("time blocks", "html", PIECES, _each("<p><time datetime='2014-05-0#'>May</time></p>")),
        Bomb("captions", "html", PIECES, _each("<figcaption>A boat #. Photo: A. B.</figcaption>")),
        Bomb(
            "cells", "html", PIECES, lambda n: f"<table><tr>{'<td>a</td>' * n}</tr></table>{LAST}"
        ),
        Bomb("rows", "html", PIECES, lambda n: f"<table>{'<tr><td>a<td>b' * n}</table>{LAST}"),
        Bomb("breaks", "html", PIECES, lambda n: f"<p>{'word.<br>' * n}</p>{LAST}"),
        Bomb("one paragraph", "html", PIECES, lambda n: f"<p>{SENTENCE * n}</p>"),
        Bomb("a long title", "html", PIECES, lambda n: f"<title>{'Word ' * n}</title>{paragraph}"),
        Bomb("titles", "html", PIECES, _each("<title>Word # of the day</title>")),
        Bomb("metas", "html", PIECES, _each('<meta property="og:title" content="Word #">')),
        Bomb("JSON-LD blocks", "html", PIECES, lambda n: _json_ld(lambda _: '{"a":1}')(1) * n),
        Bomb("JSON-LD lists", "html", PIECES, _json_ld(lambda n: "[" * n + "]" * n)),
        Bomb("JSON-LD objects", "html", PIECES, _json_ld(lambda n: '{"a":' * n + "1" + "}" * n)),
        Bomb("JSON-LD wide", "html", PIECES, _json_ld(_graph)),
        Bomb("JSON-LD digits", "html", 200_000, _json_ld(lambda n: '{"a":' + "9" * n + "}")),
        Bomb(
            "JSON-LD text", "html", 200_000, _json_ld(lambda n: json.dumps({"headline": "w " * n}))
        ),
        Bomb("JSON-LD body", "html", PIECES, _json_ld(_body)),
        Bomb("comments", "html", PIECES, _each("<div class='comment'><p>I think # so.</p></div>")),
        Bomb(
            "deep and wide", "html", PIECES // 4, lambda n: "<div class='x y'>" * 1_500 + LAST * n
        ),
        Bomb("a title of parts", "html", PIECES, lambda n: f"{_title('Word - ' * n)}{LAST}"),
        Bomb("a title of bars", "html", PIECES, lambda n: f"{_title('Word | ' * n)}{LAST}"),
        Bomb("a heading of parts", "html", PIECES, lambda n: f"<h1>{'Word - ' * n}</h1>{LAST}"),
        Bomb(
            "one heading often", "html", PIECES, _repeated(f"{_title('The boat')}<h1>The boat</h1>")
        ),
        Bomb(
            "an article in each", "html", 4_000, _repeated(f"<article><h1>A</h1>{LAST}</article>")
        ),
        Bomb("no article in them", "html", PIECES, _repeated("<div><p>a b c d</p></div>")),
        Bomb("JSON-LD kinds", "html", 300, _json_ld(lambda n: '{"@type":' * n + "1" + "}" * n)),
        Bomb("hints in hints", "html", 1_000, lambda n: '<div class="sidebar">' * n + LAST * n),
    )


def _title(title: str) -> str:
    return f"<title>{title}</title><meta property='og:site_name' content='Word Wave'>"


def _attributes(n: int) -> str:
    return " ".join(f'a{number}="v"' for number in range(n))


def _graph(n: int) -> str:
    return json.dumps(
        {"@graph": [{"@type": "NewsArticle", "headline": f"a {i}"} for i in range(n)]}
    )


def _body(n: int) -> str:
    return json.dumps({"@type": "NewsArticle", "articleBody": "<p>" + SENTENCE * n})


def _text_bombs() -> tuple[Bomb, ...]:
    pieces = (
        *(
            " ",
            "\n",
            "\r",
            "\t",
            "\u00a0",
            "\u200b",
            "\u200f",
            "\u0301",
            "\x00",
            "\ud800",
            "\u2028",
        ),
        *("A", "Ab ", "AB ", "A. ", "9", "9 ", "1/", "2014-", "12.", "May ", "May 5 ", "a.", "..."),
        *(
            "(",
            "((",
            "[",
            '"',
            "“",
            "'",
            "-",
            "- ",
            "—",
            "|",
            " | ",
            "/",
            "©",
            "© ",
            "Photo: ",
            ":",
        ),
        *(
            "By ",
            "By A",
            "and ",
            "von ",
            "Caption:",
            "http://",
            "www.",
            "@",
            "a@",
            "#",
            "{",
            '{"a":',
        ),
        *(
            "string(1) ",
            'array(1) {["a"]=>',
            "Read more: ",
            "Share ",
            "x\n",
            "AB\n",
            "2 days ago\n",
        ),
        *(
            "May 5, 2014\n",
            "5/5/2014 ",
            "REUTERS/",
            "Photo by A ",
            "The file photo shows ",
            "م",
            "中",
        ),
        *("By Ann Lee\n", "Comments\n", "Related\n", "Photo: A. B.\n", "1. \n", "a b.\n", "A B\n"),
        *(
            "Title | Site\n",
            "Reply\n",
            "word\n\n",
            SENTENCE,
            f"{SENTENCE}\n",
            "12:30 ",
            "<p>",
            "a | ",
        ),
    )
    repeated = [Bomb(f"{piece[:24]!r} ×", "text", PIECES, _text(piece)) for piece in pieces]
    return (
        *repeated,
        Bomb("short lines", "text", PIECES, _lines("line #")),
        Bomb("bare lines", "text", PIECES, _lines("A headline no #")),
        Bomb("sentences", "text", PIECES, _lines("Boat # is late. So am I.")),
        Bomb("captions", "text", PIECES, _lines("Boat #. Photo: Ann Lee / Wire")),
        Bomb("sentences and headlines", "text", PIECES, _lines("Boat # is late. So am I.\nBoat #")),
        Bomb("one long line", "text", PIECES, lambda n: SENTENCE * n),
        Bomb("a long word", "text", 400_000, lambda n: "a" * n),
        Bomb("marks in no order", "text", PIECES, lambda n: "a" + "\u0301\u0323" * n),
        Bomb("a long first line", "text", PIECES, lambda n: f"{'Word - ' * n}\n\n{SENTENCE}"),
        Bomb("a site in a long line", "text", PIECES, lambda n: f"Wave\n{'A - Wave ' * n}"),
    )
