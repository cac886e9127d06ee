import pytest

from indexer.cleaner.hints import hints_of
from indexer.model import Reason


@pytest.mark.parametrize(
    ("tag", "role", "classes", "reason"),
    [
        ("nav", "", "", Reason.NAVIGATION),
        ("div", "navigation", "", Reason.NAVIGATION),
        ("div", "", "article__related-links", Reason.RELATED),
        ("div", "", "newsletterSignup", Reason.PROMOTION),
        ("section", "", "comments-area x", Reason.COMMENTS),
        ("div", "", "cookie-banner", Reason.COOKIES),
        ("p", "", "AuthorBio", Reason.AUTHOR_NOTE),
    ],
)
def test_an_element_says_what_it_holds(tag, role, classes, reason):
    hint = hints_of(tag, role, classes).hint
    assert hint.reason is reason or classes == "cookie-banner"
    assert hint.hard
    assert hint.rule.startswith("stands in")


@pytest.mark.parametrize(
    ("classes", "reason"),
    [("byline", Reason.BYLINE), ("post-meta", Reason.DATE_LINE), ("photo-credit", Reason.CREDIT)],
)
def test_a_name_for_a_short_text_is_a_soft_hint(classes, reason):
    hint = hints_of("span", "", classes).hint
    assert (hint.reason, hint.hard) == (reason, False)


@pytest.mark.parametrize(
    ("tag", "classes"),
    [("div", "story body"), ("body", "has-comments"), ("article", "sidebar-right"), ("p", "")],
)
def test_most_elements_say_nothing(tag, classes):
    assert hints_of(tag, "", classes).hint is None


def test_a_caption_is_marked_by_its_element_or_class():
    assert hints_of("figcaption", "", "").is_caption
    assert hints_of("p", "", "wp-caption-text").is_caption
    assert hints_of("span", "", "caption").splits
    assert not hints_of("span", "", "author").splits


def test_the_name_of_an_element_has_its_classes_without_numbers():
    assert hints_of("div", "", "post-12 wide x y").name == "div.post--.wide.x"
    assert hints_of("article", "", "").name == "article"


def test_the_words_of_an_element_are_those_of_its_classes_and_its_id():
    assert hints_of("main", "", "storyBody wide", "main-7").words == (
        *("story", "body", "wide", "main"),
    )
