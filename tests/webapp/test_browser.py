"""The pages in a real browser: search, facet, back, deep links, a phone, no JavaScript, axe."""

import threading
from pathlib import Path

import pytest
from werkzeug.serving import WSGIRequestHandler, make_server

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not installed"),
]

PAGES = (
    "/",
    "/search?q=harbour",
    "/search?q=harbour&person=ida-lund&source=The+Quay&colour=red",
    "/search?q=newsletter&in=removed",
    "/search?q=lighthouse&source=The+Quay&year=2016",
    "/search?q=%D8%AD%D8%B1%D9%8A%D9%82",
    "/search?q=lighthouse",
    "/search?q=lighthouse&aliases=1",
    "/search?q=wrecked",
    "/search/person?q=harbour",
    "/search/byline?q=fire",
    "/search?q=fire&byline=olga+writer&all-person=ida-lund",
    "/documents/fire?q=harbour",
    "/documents/fire?view=original",
    "/documents/fire?view=removed",
    "/documents/vote?view=removed",
    "/documents/market?q=hats",
    "/documents/hostile?q=wrecked",
    "/documents/mina",
    "/documents/fire/passages/p00000000000a",
    "/documents/fire/passages/p00000000000b",
    "/documents/fire/passages/p00000000000c",
    "/documents/lost",
    "/persons",
    "/persons?q=zzz",
    "/persons/ida-lund",
    "/persons/per-holm",
    "/nothing",
)


class _Quiet(WSGIRequestHandler):
    def log(self, *args):
        pass


@pytest.fixture(scope="module")
def site(app):
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, site):
    contexts = []

    def open_page(address, width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on(
            "console", lambda said: page.faults.append(said.text) if said.type == "error" else None
        )
        page.goto(site + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_aliases_are_switched_on_kept_and_switched_off(open_page):
    page = open_page("/search?q=lighthouse")
    page.get_by_role("link", name="Also search for").click()
    page.wait_for_url("**aliases=1")
    assert page.locator("h1").inner_text() == "2 articles for lighthouse"
    page.get_by_role("link", name="Fire at the old harbour").click()
    assert "old harbour burned" in page.locator("mark").all_inner_texts()
    page.get_by_role("link", name="Results for lighthouse").click()
    page.locator("#q").press("Enter")
    page.wait_for_url("**aliases=1")
    page.get_by_role("link", name="Search without aliases").click()
    assert page.locator("h1").inner_text() == "1 article for lighthouse"


def test_search_facet_back(open_page):
    page = open_page("/")
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=harbour")
    before = page.locator("h1").inner_text()
    page.get_by_role("link", name="Northern Herald 2 articles").click()
    page.wait_for_url("**source=Northern+Herald")
    assert page.locator("h1").inner_text() == "2 articles for harbour"
    page.get_by_role("link", name="Source Northern Herald").press("Enter")
    page.wait_for_url("**/search?q=harbour")
    page.go_back()
    page.go_back()
    assert page.url.endswith("/search?q=harbour")
    assert page.locator("h1").inner_text() == before
    assert page.faults == []


def is_in_view(page, locator):
    box = locator.bounding_box()
    return (
        box is not None
        and box["y"] >= 0
        and box["y"] + box["height"] <= page.viewport_size["height"]
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_a_snippet_leads_to_its_passage_with_its_mark_in_view(open_page, scripts):
    page = open_page("/search?q=lighthouse", java_script_enabled=scripts)
    page.get_by_role("link", name="paragraph 60").click()
    page.wait_for_url("**/documents/long?**")
    mark = page.locator("mark")
    assert mark.inner_text() == "lighthouse"
    playwright.expect(mark).to_be_in_viewport()
    assert is_in_view(page, mark)


def test_a_permanent_link_lands_on_its_passage(open_page, documents):
    passage = next(one for one in documents if one.id == "long").passages[59]
    page = open_page(f"/documents/long/passages/{passage.id}")
    playwright.expect(page.locator(f"#{passage.id} > p")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.id") == passage.id
    assert page.get_by_label("Permanent link, citation and correction").is_visible()


def test_the_sign_of_a_link_never_covers_the_text_in_either_direction(open_page):
    for document in ("mina", "phare"):
        passage = open_page(f"/documents/{document}").locator(".passage").first
        text = passage.locator("p").first.bounding_box()
        sign = passage.locator(".pilcrow").bounding_box()
        assert sign["x"] >= text["x"] + text["width"]


def test_n_steps_through_the_marks_but_not_while_typing(open_page):
    page = open_page("/documents/fire?q=harbour")
    for expected in (0, 1, 2, 0):
        page.keyboard.press("n")
        found = "[...document.querySelectorAll('main mark')].indexOf(document.activeElement)"
        assert page.evaluate(found) == expected
    page.keyboard.press("N")
    assert page.evaluate(found) == 2
    page.keyboard.press("/")
    page.keyboard.type("nN/")
    assert page.locator("#q").input_value() == "nN/"


def test_lists_and_tables_run_as_their_words_do(open_page):
    directions = "one => getComputedStyle(one).direction"
    for document, direction in (("mina", "rtl"), ("market", "ltr")):
        page = open_page(f"/documents/{document}")
        assert page.locator("ul.run").evaluate(directions) == direction
        assert page.locator(".run table").evaluate(directions) == direction
        for words in page.locator("li .words").all():
            mark, item = words.locator("xpath=../a").bounding_box(), words.bounding_box()
            assert mark["x"] >= item["x"] + item["width"] or mark["x"] + mark["width"] <= item["x"]


def test_a_line_is_copied(open_page, site):
    page = open_page(
        "/documents/fire?view=removed",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.get_by_role("button", name="Copy line 1").click()
    playwright.expect(page.get_by_role("button", name="Copied line 1")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("keep: fire | Subscribe")


def test_without_javascript_everything_is_there(open_page):
    page = open_page("/", java_script_enabled=False)
    page.locator("#q").fill("harbour")
    page.get_by_role("button", name="Search").click()
    assert page.get_by_role("link", name="Ida Lund 16 articles").is_visible()
    page.get_by_role("link", name="Ida Lund 16 articles").click()
    assert page.locator("h1").inner_text() == "16 articles for harbour"
    assert page.get_by_role("button", name="Copy").count() == 0


def test_on_a_phone_the_filters_are_behind_a_disclosure(open_page):
    page = open_page("/search?q=harbour&person=ida-lund&year=2016", width=320)
    facet = page.get_by_role("link", name="Per Holm 1 article")
    assert not facet.is_visible()
    page.get_by_text("Filters (2)").click()
    assert facet.is_visible()


class Visited:
    """A page as it stands after loading, with every disclosure open, and what it asked for."""

    def __init__(self, page, address):
        self.page, self.asked, self.complaints = page, [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", self._listen)
        page.goto(address)
        for disclosure in page.locator("summary:visible").all():
            disclosure.click()

    def _listen(self, said):
        # A page that answers 404 or 410 says so in the console; that is what it is for.
        if said.type == "error" and "status of 4" not in said.text:
            self.complaints.append(said.text)

    def axe_faults(self, options):
        found = axe.Axe().run(self.page, options=options).response["violations"]
        return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]


@pytest.fixture(scope="module", params=PAGES)
def visited(request, browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    yield Visited(context.new_page(), site + request.param)
    context.close()


def test_axe_finds_nothing_to_complain_of(visited):
    visited.page.emulate_media(color_scheme="light")
    visited.page.set_viewport_size({"width": 1280, "height": 800})
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    assert visited.axe_faults({"runOnly": tags}) == []


def test_in_the_dark_every_text_can_be_read(visited):
    visited.page.emulate_media(color_scheme="dark")
    assert visited.axe_faults({"runOnly": {"type": "rule", "values": ["color-contrast"]}}) == []


def test_320_pixels_are_wide_enough_and_targets_large_enough(visited):
    visited.page.set_viewport_size({"width": 320, "height": 800})
    assert visited.page.evaluate("document.documentElement.scrollWidth") <= 320
    small = visited.page.evaluate(
        """() => [...document.querySelectorAll('a, button, summary, input')].filter(it => {
            const box = it.getBoundingClientRect();
            const inline = getComputedStyle(it).display === 'inline';
            return it.checkVisibility() && !it.closest('.skip') && !inline && box.width > 1
                && (box.height < 23.9 || box.width < 23.9);
        }).map(it => it.outerHTML.slice(0, 120))"""
    )
    assert small == []


def test_no_page_asks_for_anything_from_elsewhere_or_breaks_its_policy(visited, site):
    assert all(address.startswith((site, "data:")) for address in visited.asked)
    assert visited.complaints == []
