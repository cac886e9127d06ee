"""The sample archive holds what its README promises; nothing of the indexer is asked here."""

import json
import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
GOLD = [
    json.loads(line)
    for line in (ROOT / "tests/evaluation/seeds_gold.jsonl").read_text("utf8").splitlines()
]
NO_ARTICLE = "ostrel-courier/sections/gulf.html"
LEGACY_ENCODINGS = {"drovna-telegraph": "windows-1252", "le-fanal": "iso-8859-1"}
ABOUT = {"README.md", "corrections.txt"}
DUMP = re.compile(r'^string\((\d+)\) "(\[\{.*\} \])"$', re.M)
PHOTOGRAPHED = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}")


class PageText(HTMLParser):
    """Everything a browser would show of a page, and nothing of its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.silent = False

    def handle_starttag(self, tag, attrs):
        self.silent = tag in {"script", "style"}

    def handle_endtag(self, tag):
        self.silent = False

    def handle_data(self, data):
        if not self.silent:
            self.shown.append(data)


def read(place):
    path = SEEDS / place
    encoding = LEGACY_ENCODINGS.get(place.split("/")[0]) if path.suffix == ".html" else None
    return path.read_text(encoding or "utf8")


def shown(place):
    """What a reader can see of one article, without any white space."""
    file, _, line = place.partition(":")
    text = read(file)
    if line:
        text = json.loads(text.splitlines()[int(line) - 1])["text"]
    if file.endswith(".html"):
        page = PageText()
        page.feed(text)
        text = "".join(page.shown)
    return squeezed(text)


def squeezed(text):
    return re.sub(r"\s+", "", unescape(text))


def straight(text):
    return text.replace("’", "'")


def articles(suffix):
    return [gold for gold in GOLD if gold["place"].split(":")[0].endswith(suffix)]


def every_source():
    return sorted(
        str(path.relative_to(SEEDS))
        for path in SEEDS.rglob("*")
        if path.is_file() and path.name not in ABOUT and not path.name.endswith(".meta.json")
    )


def dumps():
    return [DUMP.search(read(place)) for place in every_source() if DUMP.search(read(place))]


all_articles = pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["place"])


def test_the_gold_has_every_article_once_and_the_section_page_not_at_all():
    places = [gold["place"] for gold in GOLD]
    assert len(set(places)) == len(places) >= 34
    files = {place.split(":")[0] for place in places}
    assert sorted(files | {NO_ARTICLE}) == every_source()
    assert NO_ARTICLE not in files


def test_every_record_of_the_wire_has_its_gold():
    for path in SEEDS.rglob("*.jsonl"):
        place = str(path.relative_to(SEEDS))
        records = [json.loads(line) for line in path.read_text("utf8").splitlines()]
        gold = [one for one in GOLD if one["place"].startswith(f"{place}:")]
        assert len(records) == len(gold) >= 4
        for record, one in zip(records, gold, strict=True):
            assert {key: record[key] for key in ("title", "source", "published", "language")} == {
                key: one[key] for key in ("title", "source", "published", "language")
            }
            assert set(record.get("persons", [])) <= set(one["persons"])
        assert any("persons" in record for record in records)


def test_at_least_six_outlets_have_a_folder_each():
    outlets = {gold["place"].split("/")[0]: gold["source"] for gold in GOLD}
    assert len(outlets) == len(set(outlets.values())) >= 6


def test_text_and_pages_are_about_as_many():
    text, pages = len(articles(".txt")), len(articles(".html"))
    assert min(text, pages) >= 0.4 * (text + pages)


def test_there_are_two_articles_each_in_french_and_arabic():
    languages = Counter(gold["language"] for gold in GOLD)
    assert languages["fr"] == languages["ar"] == 2
    assert languages["en"] == len(GOLD) - 4


def test_the_arabic_articles_are_in_arabic_script():
    for gold in GOLD:
        body = "".join(gold["body"])
        arabic = len(re.findall(r"[\u0621-\u064a]", body)) / len(body)
        assert (arabic > 0.6) == (gold["language"] == "ar"), gold["place"]


def test_there_are_two_long_articles_and_three_very_short_ones():
    lengths = sorted(len(gold["body"]) for gold in GOLD)
    assert lengths[-2] >= 40
    short = [gold for gold in GOLD if len(gold["body"]) == 1 and len(gold["body"][0]) < 400]
    assert len(short) >= 3


def test_the_dates_spread_over_the_years():
    years = {gold["published"][:4] for gold in GOLD if gold["published"]}
    assert (min(years), max(years)) == ("2009", "2024")
    assert len(years) >= 12


def test_one_article_is_undated_and_one_has_only_the_date_of_its_photograph():
    undated = [gold for gold in GOLD if not gold["published"]]
    assert len(undated) == 2
    photograph = [gold for gold in undated if gold["captions"]]
    assert [bool(PHOTOGRAPHED.search(gold["captions"][0])) for gold in photograph] == [True]
    (never,) = [gold for gold in undated if not gold["captions"]]
    assert not re.search(r"\d{4}", read(never["place"]))


def test_side_cars_agree_with_the_gold_and_one_alone_knows_the_date():
    dated = []
    for side_car in SEEDS.rglob("*.meta.json"):
        given = json.loads(side_car.read_text("utf8"))
        place = str(side_car.relative_to(SEEDS)).replace(".meta.json", ".txt")
        (gold,) = [gold for gold in GOLD if gold["place"] == place]
        assert {key: gold[key] for key in given} == given
        dated += [place for date in [given.get("published")] if date and date not in read(place)]
    assert dated == ["gulf-ledger/port-sale-arithmetic.txt"]


@all_articles
def test_the_source_shows_every_paragraph_caption_and_piece_of_debris(gold):
    text = shown(gold["place"])
    missing = [
        part
        for kind in ("body", "captions", "credits", "debris")
        for part in gold[kind]
        if squeezed(part) not in text
    ]
    assert gold["body"]
    assert not missing


@all_articles
def test_the_paragraphs_stand_in_order(gold):
    text, end = shown(gold["place"]), 0
    for paragraph in gold["body"]:
        end = text.index(squeezed(paragraph), end) + len(squeezed(paragraph))
    assert end <= len(text)


@all_articles
def test_no_debris_is_a_part_of_the_body(gold):
    body = "\n".join(gold["body"])
    assert not [part for part in gold["debris"] if part in body and part != gold["title"]]


@all_articles
def test_the_persons_are_named_in_body_or_captions_and_the_others_are_not(gold):
    article = straight("\n".join(gold["body"] + gold["captions"]))
    assert not [name for name in gold["persons"] if straight(name) not in article]
    assert not [name for name in gold["not_persons"] if straight(name) in article]


def test_the_dumps_are_well_formed_and_say_their_length():
    found = dumps()
    assert len(found) >= 3
    for dump in found:
        assert int(dump[1]) == len(dump[2].encode())
        assert all({"id", "title"} <= set(link) for link in json.loads(dump[2]))


def test_the_people_of_the_dumps_occur_nowhere_else():
    titles = "\n".join(link["title"] for dump in dumps() for link in json.loads(dump[2]))
    people = {
        name for gold in GOLD for name in gold["not_persons"] if straight(name) in straight(titles)
    }
    assert len(people) >= 5
    for place in every_source():
        text = DUMP.sub("", read(place))
        assert not [name for name in people if name in text], place


@pytest.mark.parametrize(
    ("what", "pattern"),
    {
        "a masthead as the first line": r"\A[^\n]+ \| The Gulf Ledger\n",
        "the site's name behind the title": r"\n\n[^\n]+ \| THE GULF LEDGER [^\n]+\n",
        "a menu's title": r"^Select Page$",
        "a picture's number": r"^Media ID: \d+$",
        "a line that announces a caption": r"^Caption:\n\n.+IRP/",
        "a caption wrapped over three lines": r"\n\n[^\n]+\n[^\n]+\n[^\n]+/PHOTOGRAPH BY [^\n]+\n\n",
        "a caption in the middle of the text": r"\n\n[^\n]+, 20\d\d\. ©IRP\n\n[^\n]+",
        "a caption without a credit": r"^The file photo shows ",
        "a PHP dump": r'^string\(\d+\) "\[\{"id":',
        "the title twice": r"\A([^\n]+)\n\n\1\n",
        "a date line": r"^[A-Z][a-z]{2} [A-Z][a-z]{2} \d+, \d{4} \d\d:\d\d:\d\d$",
        "an agency's slug": r"^[A-Z]/[A-Z]{2} \d\d$",
        "a source line": r"^Daily Wren :: World Feed$",
        "a source line in words": r"^Source: Sirajnet$",
        "a comment form": r"^Leave a Reply$",
        "buttons": r"^Show Buttons\nHide Buttons$",
        "a count of comments": r"^Comments 0$",
        "a link line in Arabic": r"^[\u0621-\u064a ]+ W\d+$",
        "a sub-head between dashes": r"^- .+ -$",
        "a line of a no-break space": "\n\n\u00a0\n\n",
        "quotations within quotations": r"^\"[^\n]*“[^\n]*‘[^\n]+’[^\n]*”[^\n]*\"$",
        "a sharing bar": r"^Share this: Facebook Twitter",
        "a cookie notice": r"^Nous utilisons des cookies",
        "an author's note": r"^Samir Ghazzoun is The Gulf Ledger’s correspondent",
        "related headlines": r"^RELATED ARTICLES\n",
        "a newsletter": r"^Sign up for Wren Alerts",
        "a byline": r"^By [A-Z ]+$",
        "a last sentence like a sharing bar": r"\n\n[^\n]+Vexabook, Chirpline[^\n]+\.\n\nComments 0\n\Z",
    }.items(),
)
def test_the_texts_carry_every_kind_of_debris(what, pattern):
    texts = [read(place) for place in every_source() if place.endswith(".txt")]
    assert any(re.search(pattern, text, re.M) for text in texts), what


@pytest.mark.parametrize(
    ("what", "pattern"),
    {
        "JSON-LD": r'<script type="application/ld\+json">',
        "JSON-LD in a graph": r'"@graph": ?\[',
        "microdata": r'itemprop="datePublished"',
        "a date in a meta element": r'<meta name="date"',
        "navigation": r"<nav\b",
        "a figure with its credit": r'<figcaption>[^<]+<span class="credit">',
        "an aside of related stories": r"<aside class=\"related",
        "a footer": r"<footer\b",
        "a cookie banner": r'id="cookie-banner"',
        "a newsletter": r'class="newsletter-signup"',
        "readers' comments": r'id="comments"',
        "an author's note": r'class="author-note"',
        "sharing links": r'class="share-tools"',
        "a layout of tables": r"<TABLE[^>]*>\s*<TR>",
        "paragraphs that are line breaks": r"<br><br>\n[A-Z“]",
        "a list": r"<ul>\n<li>[^<]+</li>",
        "a quotation": r"<blockquote>",
        "right to left": r'<html lang="ar" dir="rtl">',
    }.items(),
)
def test_the_pages_carry_every_kind_of_markup(what, pattern):
    pages = [read(gold["place"]) for gold in articles(".html")]
    assert any(re.search(pattern, page) for page in pages), what


def test_one_outlets_pages_have_og_meta_and_no_other():
    pages = [read(gold["place"]) for gold in articles(".html") if "halvoort" in gold["place"]]
    assert pages
    for page in pages:
        assert 'property="og:title"' in page
        assert not re.search(r"ld\+json|<article|<time|itemprop|name=\"date\"", page)


@pytest.mark.parametrize(("outlet", "charset"), LEGACY_ENCODINGS.items())
def test_old_encodings_are_declared_and_are_no_utf_8(outlet, charset):
    for path in (SEEDS / outlet).glob("*.html"):
        assert f"charset={charset}" in path.read_bytes().decode(charset)
        with pytest.raises(UnicodeDecodeError):
            path.read_text("utf8")


def test_the_section_page_has_headlines_and_no_paragraph_of_an_article():
    page = read(NO_ARTICLE)
    assert len(re.findall(r'<li><a href="/[\w-]+\.html">', page)) >= 8
    assert "<article" not in page
    assert "ld+json" not in page


def sentences(gold):
    return set(re.split(r"(?<=[.”\"]) ", " ".join(gold["body"])))


def test_one_story_is_copied_edited_and_told_anew():
    told = {
        gold["source"]: sentences(gold) for gold in GOLD if "2016-10-0" in str(gold["published"])
    }
    wire = {re.sub(r"[“”\"’]", "'", one) for one in told.pop("Irenne Press")}
    shares = {
        outlet: len(wire & {re.sub(r"[“”\"’]", "'", one) for one in text}) / len(text)
        for outlet, text in told.items()
    }
    assert shares["Tamirnet"] > 0.5 > shares["Halvoort Evening Post"] > shares["Daily Wren"] == 0


def test_people_come_back_in_several_outlets():
    outlets = {}
    for gold in GOLD:
        for name in gold["persons"]:
            outlets.setdefault(straight(name), set()).add(gold["source"])
    assert len([name for name, where in outlets.items() if len(where) >= 3]) >= 12


def test_two_people_share_a_surname_inside_an_article_and_two_across_articles():
    both = [gold for gold in GOLD if {"Radomil Veskovar", "Jasna Veskovar"} <= set(gold["persons"])]
    assert len(both) >= 3
    gerda = {gold["place"] for gold in GOLD if "Gerda Halbrecht" in gold["persons"]}
    tomasz = {gold["place"] for gold in GOLD if "Tomasz Halbrecht" in gold["persons"]}
    assert gerda
    assert tomasz
    assert not gerda & tomasz


def test_the_corrections_are_about_people_of_the_archive_and_drop_who_is_none():
    lines = [
        line
        for line in (SEEDS / "corrections.txt").read_text("utf8").splitlines()
        if line and not line.startswith("#")
    ]
    assert 2 <= len(lines) <= 6
    named = {name for gold in GOLD for name in gold["persons"]}
    for line in lines:
        verb, _, about = line.partition(": ")
        names = set(re.split(r" [=|] ", about))
        assert names.isdisjoint(named) if verb == "drop" else names <= named, line


def test_the_readme_says_that_all_is_fiction_and_counts_right():
    text = (SEEDS / "README.md").read_text("utf8")
    assert "fiction" in text
    assert "MIT" in text
    outlets = {gold["place"].split("/")[0] for gold in GOLD}
    assert f"{len(GOLD)} articles from {len(outlets)} outlets" in text
    assert f"{len(articles('.txt'))} are plain text, {len(articles('.html'))} HTML" in text
    assert all(f"`{outlet}/`" in text for outlet in outlets)
