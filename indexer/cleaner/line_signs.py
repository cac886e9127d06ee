"""What a single line says of itself, wherever it stands: buttons, bars, boxes, notices, prompts."""

import re
from collections import defaultdict
from collections.abc import Sequence

from indexer.cleaner.block import Verdict
from indexer.cleaner.features import Form
from indexer.cleaner.phrases import WHOLE_LINES
from indexer.cleaner.traces import ADDRESS, ANY, BARS, COOKIE, NOTICES, PROMPT, RIGHTS
from indexer.cleaner.vocabulary import (
    COMMENT_PROMPT,
    CONSENT,
    COOKIES,
    COPYRIGHT,
    NETWORKS,
    PROMOTION_BEGINNINGS,
    PROMOTION_OBJECT,
    PROMOTION_START,
    RELATED_BEGINNINGS,
    RELATED_PREFIX,
    SHARING,
    SHARING_VERBS,
    UI_LINE_WORDS,
    UI_WORDS,
    beginnings,
)
from indexer.model import Reason

_KEY_VALUE = re.compile(r"[A-Z][\w-]{0,20}(?:[ _][\w-]{1,20}){0,2}\s?[:=#]\s?[\w./#-]{0,60}")
_HAS_DIGIT = re.compile(r"\d")
_SOURCES = r"source|sources|quelle|quellen|fuente|origin|via|المصدر"
_MATERIAL = r"with (?:reports?|files?|input|inputs) from|mit material von|avec"
_SOURCE_LINE = re.compile(
    r"[^:.!?]{2,60}\s?::\s?[^:.!?]{2,60}"
    rf"|(?:{_SOURCES})\s?:\s?[^.!?]{{2,60}}|(?:{_MATERIAL})\s[^.!?]{{2,60}}",
    re.IGNORECASE,
)
_REPORTING = r"reporting|writing|editing|compiled|written|translated|edited"
_REPORTED_BY = re.compile(
    rf"[(\[–—-]{{0,2}}\s?(?:with )?(?:additional )?(?:{_REPORTING})"
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


# The patterns that a line has to begin with, by what its first word begins with.
_RELATED, _SOURCE, _REPORTED, _PROMOTION = 1, 2, 4, 8
_BEGINNINGS: dict[str, int] = defaultdict(int)
for _pattern, _words in (
    (_RELATED, RELATED_BEGINNINGS),
    (_SOURCE, beginnings(f"{_SOURCES}|{_MATERIAL}")),
    (_REPORTED, beginnings(f"with|additional|{_REPORTING}")),
    (_PROMOTION, PROMOTION_BEGINNINGS),
):
    for _word in _words:
        _BEGINNINGS[_word] |= _pattern

_BARS = re.compile(r"\s[|•·»/]\s")
_LABELS = 4  # between bars; a page's title has three at most
_MENU_WORDS = 40
_BUTTON_WORDS = 6
_BAR_WORDS = 30
_LABEL_WORDS = 14
MOST_LABELLED_WORDS = 40
_PROMOTION_WORDS = 60
_NOTICE_WORDS = 120
_SINCE = ("vor", "il", "hace", "منذ")

_SHARING_BAR = NETWORKS | SHARING
_SHARING_BUTTONS = NETWORKS | SHARING_VERBS

# A line with another word, numbers aside, is neither a bar nor a label.
BUTTON_WORDS = frozenset().union(
    UI_LINE_WORDS, _SHARING_BAR, *(phrase.split() for phrase in WHOLE_LINES)
)

_WORDLESS = Verdict(Reason.OTHER, "a line without a word")
_NUMBERS = Verdict(Reason.OTHER, "nothing but numbers")
_MENU = Verdict(Reason.NAVIGATION, "short labels between bars: a menu")
_ADDRESS = Verdict(Reason.NAVIGATION, "nothing but an address or tags")
_AGE = Verdict(Reason.DATE_LINE, "how long ago, or how long to read")
_SIGNATURE = Verdict(Reason.CREDIT, "the signature of a post")
_SHARING_SIGN = Verdict(Reason.SHARING, "nothing but words of sharing bars")
_BUTTONS = Verdict(Reason.NAVIGATION, "a short line of words that buttons are made of")
_POINTER = Verdict(Reason.RELATED, "a pointer to another article")
_SOURCE_NAMED = Verdict(Reason.SOURCE_LINE, "names a source")


def line_sign(text: str, form: Form, traces: int = ANY) -> Verdict | None:
    """The verdict that a line's own words and looks carry; None where they say nothing.

    A sentence is only ever removed for what it says to the reader (notices, prompts), never for a
    word that buttons also use. traces are the line's, where they were looked for.
    """
    if found := _form_sign(text, form, traces) or _button_sign(form):
        return found
    begins = _BEGINNINGS.get(form.folded[0][:3], 0)
    if (begins or "::" in text) and (found := _labelled_sign(text, form, begins)):
        return found
    if traces & NOTICES and (found := _notice_sign(text, form, traces)):
        return found
    return _promotion_sign(text, form) if begins & _PROMOTION else None


def begins_sign(word: str) -> bool:
    """Whether a sign that has a word for its beginning may begin with this one, case folded."""
    return word[:3] in _BEGINNINGS or _may_be_elapsed(word)


def begins_as_sign(form: Form) -> bool:
    """Whether a line of any length may be a sign by its first word."""
    return bool(form.folded) and form.folded[0][:3] in _BEGINNINGS


def comment_head(form: Form) -> bool:
    """Whether the line is the head of a comment section, with or without a number."""
    return form.size <= _BAR_WORDS and WHOLE_LINES.get(_bare(form)) is Reason.COMMENTS


def related_head(text: str, form: Form) -> bool:
    """Whether the line is the head of a box with other articles."""
    return len(text) < 60 and WHOLE_LINES.get(_bare(form)) is Reason.RELATED


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
    """The key of a line without its numbers."""
    if not form.numbers:
        return form.key
    return " ".join([word for word in form.folded if not word[0].isdigit()])


def _form_sign(text: str, form: Form, traces: int) -> Verdict | None:
    if not form.folded:
        return _WORDLESS
    if form.numbers == len(form.folded) and not form.ends and len(text) < 30:
        return _NUMBERS
    if traces & BARS and form.size <= _MENU_WORDS and _is_menu(text):
        return _MENU
    if form.size > _LABEL_WORDS:
        return None
    if traces & ADDRESS and _URL.fullmatch(text):
        return _ADDRESS
    if _may_be_elapsed(form.folded[0]) and _ELAPSED.fullmatch(text):
        return _AGE
    if text[0] in "—–-" and _TWEET_SIGNATURE.fullmatch(text):
        return _SIGNATURE
    return None


def _may_be_elapsed(word: str) -> bool:
    """Whether "5 hours ago" may begin with this word."""
    return word[0] == "a" or word[0].isdigit() or word in _SINCE


def _is_menu(text: str) -> bool:
    labels = _BARS.split(text)
    return len(labels) >= _LABELS and all(len(label.split()) <= 3 for label in labels)


def _button_sign(form: Form) -> Verdict | None:
    if form.size > _BAR_WORDS:
        return None
    bare = _bare(form)
    if reason := WHOLE_LINES.get(bare):
        return Verdict(reason, f"a line that is a button or a label: {bare}")
    if not form.ends or form.size < 4:
        return _bar_sign(bare.split())
    return None


def _bar_sign(words: Sequence[str]) -> Verdict | None:
    if not words:
        return None
    if _SHARING_BAR.issuperset(words) and not _SHARING_BUTTONS.isdisjoint(words):
        return _SHARING_SIGN
    if len(words) > _BUTTON_WORDS or not UI_LINE_WORDS.issuperset(words):
        return None
    return _BUTTONS if 2 * sum(map(UI_WORDS.__contains__, words)) >= len(words) else None


def _labelled_sign(text: str, form: Form, begins: int) -> Verdict | None:
    if form.size > MOST_LABELLED_WORDS:
        return None
    if begins & _RELATED and RELATED_PREFIX.match(text):
        return _POINTER
    is_label = form.size <= _LABEL_WORDS and not form.ends
    if is_label and (begins & _SOURCE or "::" in text) and _SOURCE_LINE.fullmatch(text):
        return _SOURCE_NAMED
    if begins & _REPORTED and _REPORTED_BY.fullmatch(text):
        return Verdict(Reason.CREDIT, "who reported and edited", credit=text.strip("()[] "))
    return None


def _notice_sign(text: str, form: Form, traces: int) -> Verdict | None:
    if form.size > _NOTICE_WORDS:
        return None
    if traces & PROMPT and COMMENT_PROMPT.search(text):
        return Verdict(Reason.COMMENTS, "a notice of a comment form")
    if traces & COOKIE and _asks_for_consent(text):
        return Verdict(Reason.COOKIES, "cookies, and the reader's consent")
    if traces & RIGHTS and form.size <= MOST_LABELLED_WORDS and _claims_rights(text, form):
        return Verdict(Reason.SOURCE_LINE, "a notice of rights")
    return None


def _promotion_sign(text: str, form: Form) -> Verdict | None:
    if form.size <= _PROMOTION_WORDS and _asks_for_something(text):
        return Verdict(Reason.PROMOTION, "asks the reader to subscribe, follow, donate or sign in")
    return None


def _asks_for_something(text: str) -> bool:
    imperative = PROMOTION_START.match(text)
    return imperative is not None and bool(PROMOTION_OBJECT.search(text, imperative.end()))


def _asks_for_consent(text: str) -> bool:
    return bool(COOKIES.search(text) and CONSENT.search(text))


def _claims_rights(text: str, form: Form) -> bool:
    return bool(COPYRIGHT.search(text)) and not _is_story_of_rights(form)


def _is_story_of_rights(form: Form) -> bool:
    """Whether a sentence tells of copyright (a court case), rather than claims it."""
    return form.prose and form.ends and form.lower * 10 >= 6 * len(form.folded) and form.size > 12
