"""What a single line says of itself, wherever it stands: buttons, bars, boxes, notices, prompts."""

import re

from indexer.cleaner.block import Verdict
from indexer.cleaner.features import Form
from indexer.cleaner.phrases import WHOLE_LINES
from indexer.cleaner.vocabulary import (
    COMMENT_PROMPT,
    CONSENT,
    COOKIES,
    COPYRIGHT,
    NETWORKS,
    PROMOTION_OBJECT,
    PROMOTION_START,
    RELATED_PREFIX,
    SHARING,
    SHARING_VERBS,
    UI_LINE_WORDS,
    UI_WORDS,
)
from indexer.model import Reason

_KEY_VALUE = re.compile(r"[A-Z][\w-]{0,20}(?:[ _][\w-]{1,20}){0,2}\s?[:=#]\s?[\w./#-]{0,60}")
_HAS_DIGIT = re.compile(r"\d")
_SOURCE_LINE = re.compile(
    r"[^:.!?]{2,60}\s?::\s?[^:.!?]{2,60}"
    r"|(?:source|sources|quelle|quellen|fuente|origin|via|المصدر)\s?:\s?[^.!?]{2,60}"
    r"|(?:with (?:reports?|files?|input|inputs) from|mit material von|avec)\s[^.!?]{2,60}",
    re.IGNORECASE,
)
_REPORTED_BY = re.compile(
    r"[(\[–—-]{0,2}\s?(?:with )?(?:additional )?"
    r"(?:reporting|writing|editing|compiled|written|translated|edited)"
    r"\s(?:and \w{1,20} )?by\s.{2,200}",
    re.IGNORECASE,
)
_SLUG = re.compile(
    r"[A-Z]{1,5}(?:[/.&-][A-Z]{1,5}){0,4}(?:\s\d{1,4})?|[a-z]{2,4}(?:/[a-z]{2,4}){1,4}"
)
_ELAPSED = re.compile(
    r"(?:\d{1,3}|an?)\s?(?:s|sec|min|mins|minutes?|h|hrs?|hours?|days?|weeks?|months?|"
    r"years?)\.?\s(?:ago|read)"
    r"(?:\s.{0,30})?|vor \d{1,3} \w{1,10}|il y a \d{1,3} \w{1,10}|hace \d{1,3} \w{1,10}|منذ "
    r".{1,20}",
    re.IGNORECASE,
)
_URL = re.compile(
    r"(?:https?://|www\.)\S{3,2000}|\S{1,80}@\S{1,80}\.\w{2,10}|#\w{1,80}(?:\s#\w{1,80}){0,30}"
)
_TWEET_SIGNATURE = re.compile(r"[—–-]\s?.{1,60}\(@\w{1,30}\)\s.{0,40}")

# What the patterns of notices cannot do without: looked for first, being ten times as fast.
_PROMPT_TRACES = ("mail", "comment", "logged in", "fields", "felder", "champs", "campos", "بريدك")
_COOKIE_TRACES = ("cookie", "traceurs", "gdpr", "rgpd", "dsgvo", "الارتباط", "الكوكيز")
_RIGHTS_TRACES = (
    "©",
    "(c)",
    "copyright",
    "rights",
    "rechte",
    "droits",
    "derechos",
    "diritti",
    "حقوق",
    "powered",
)

_BARS = re.compile(r"\s[|•·»/]\s")
_LABELS = 4  # between bars; a page's title has three at most
_MENU_WORDS = 40
_BUTTON_WORDS = 6
_PROMOTION_WORDS = 60
_NOTICE_WORDS = 120


def line_sign(text: str, form: Form) -> Verdict | None:
    """The verdict that a line's own words and looks carry; None where they say nothing.

    A sentence is only ever removed for what it says to the reader (notices, prompts), never for a
    word that buttons also use.
    """
    return (
        _form_sign(text, form)
        or _button_sign(form)
        or _labelled_sign(text, form)
        or _notice_sign(text, form)
    )


def comment_head(form: Form) -> bool:
    """Whether the line is the head of a comment section, with or without a number."""
    return WHOLE_LINES.get(_bare(form)) is Reason.COMMENTS


def related_head(text: str, form: Form) -> bool:
    """Whether the line is the head of a box with other articles."""
    return WHOLE_LINES.get(_bare(form)) is Reason.RELATED and len(text) < 60


def slug_sign(text: str, form: Form) -> Verdict | None:
    """An editor's or agency's initials and number; only where nothing of the article follows."""
    if len(text) <= 24 and form.size <= 6 and _SLUG.fullmatch(text):
        return Verdict(Reason.CREDIT, "initials and a number standing alone: an agency's slug")
    return None


def key_value_sign(text: str, form: Form) -> Verdict | None:
    """A key and its value ("Media ID: 1234"); a score inside an article looks alike."""
    if form.size <= 8 and _KEY_VALUE.fullmatch(text) and _HAS_DIGIT.search(text) and not form.ends:
        return Verdict(Reason.NAVIGATION, "a key and its value")
    return None


def _bare(form: Form) -> str:
    return (
        " ".join(word for word in form.folded if not word[0].isdigit())
        if form.numbers
        else form.key
    )


def _form_sign(text: str, form: Form) -> Verdict | None:
    if not form.words:
        return Verdict(Reason.OTHER, "a line without a word")
    if form.numbers == len(form.words) and not form.ends and len(text) < 30:
        return Verdict(Reason.OTHER, "nothing but numbers")
    if form.size <= _MENU_WORDS and _is_menu(text):
        return Verdict(Reason.NAVIGATION, "short labels between bars: a menu")
    if form.size > 14:
        return None
    if _URL.fullmatch(text):
        return Verdict(Reason.NAVIGATION, "nothing but an address or tags")
    if _ELAPSED.fullmatch(text):
        return Verdict(Reason.DATE_LINE, "how long ago, or how long to read")
    if _TWEET_SIGNATURE.fullmatch(text):
        return Verdict(Reason.CREDIT, "the signature of a post")
    return None


def _is_menu(text: str) -> bool:
    labels = _BARS.split(text)
    return len(labels) >= _LABELS and all(len(label.split()) <= 3 for label in labels)


def _button_sign(form: Form) -> Verdict | None:
    if form.size > 30:
        return None
    bare = _bare(form)
    if reason := WHOLE_LINES.get(bare):
        return Verdict(reason, f"a line that is a button or a label: {bare}")
    if not form.ends or form.size < 4:
        return _bar_sign(form)
    return None


def _bar_sign(form: Form) -> Verdict | None:
    words = [word for word in form.folded if not word[0].isdigit()]
    if not words:
        return None
    if all(word in NETWORKS or word in SHARING for word in words) and any(
        word in NETWORKS or word in SHARING_VERBS for word in words
    ):
        return Verdict(Reason.SHARING, "nothing but words of sharing bars")
    ui = sum(word in UI_WORDS for word in words)
    if len(words) <= _BUTTON_WORDS and ui * 2 >= len(words) and _all_ui(words):
        return Verdict(Reason.NAVIGATION, "a short line of words that buttons are made of")
    return None


def _all_ui(words: list[str]) -> bool:
    return all(word in UI_LINE_WORDS for word in words)


def _labelled_sign(text: str, form: Form) -> Verdict | None:
    if form.size > 40:
        return None
    if RELATED_PREFIX.match(text):
        return Verdict(Reason.RELATED, "a pointer to another article")
    if form.size <= 14 and not form.ends and _SOURCE_LINE.fullmatch(text):
        return Verdict(Reason.SOURCE_LINE, "names a source")
    if _REPORTED_BY.fullmatch(text):
        return Verdict(Reason.CREDIT, "who reported and edited", credit=text.strip("()[] "))
    return None


def _notice_sign(text: str, form: Form) -> Verdict | None:
    if form.size > _NOTICE_WORDS:
        return None
    low = form.low
    if any(trace in low for trace in _PROMPT_TRACES) and COMMENT_PROMPT.search(text):
        return Verdict(Reason.COMMENTS, "a notice of a comment form")
    if any(trace in low for trace in _COOKIE_TRACES) and _asks_for_consent(text):
        return Verdict(Reason.COOKIES, "cookies, and the reader's consent")
    if form.size <= 40 and _claims_rights(text, form):
        return Verdict(Reason.SOURCE_LINE, "a notice of rights")
    if form.size <= _PROMOTION_WORDS and _asks_for_something(text):
        return Verdict(Reason.PROMOTION, "asks the reader to subscribe, follow, donate or sign in")
    return None


def _asks_for_something(text: str) -> bool:
    imperative = PROMOTION_START.match(text)
    return imperative is not None and bool(PROMOTION_OBJECT.search(text, imperative.end()))


def _asks_for_consent(text: str) -> bool:
    return bool(COOKIES.search(text) and CONSENT.search(text))


def _claims_rights(text: str, form: Form) -> bool:
    if not any(trace in form.low for trace in _RIGHTS_TRACES):
        return False
    return bool(COPYRIGHT.search(text)) and not _is_story_of_rights(form)


def _is_story_of_rights(form: Form) -> bool:
    """Whether a sentence tells of copyright (a court case), rather than claims it."""
    return form.prose and form.ends and form.lower * 10 >= 6 * len(form.words) and form.size > 12
