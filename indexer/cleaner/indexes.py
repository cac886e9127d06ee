"""Pages that list articles: fronts, topics, archives, and what a search has found.

Headlines and teasers take turns on them. A short article with headlines of others below it must not
be taken for one, so a list that is not long has to say so by a second sign: the same words below
every teaser, a date beside every headline, cut sentences, or a title that announces results.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from indexer.cleaner.block import Verdict
from indexer.cleaner.own_verdicts import Reading
from indexer.cleaner.walls import parts, plain
from indexer.model import Reason

_WORDS = 250  # of running text; who calls an article of more an index loses all of it
_TEASER_WORDS = 32  # on average
_HEADLINES = 8  # of a list that has no other sign
_IN_COMPANY = 0.34  # of its teasers stand beside another
_LINKED = 0.8  # of a headline that is a link
_HEADLINE_WORDS = 4
_LED_WORDS = 2  # of a headline right above a teaser
_LED_WORDS_LINKED = 3  # of one that is a link; shorter ones lead to sections

_FEWEST = 3  # teasers of a list with a second sign
_FEWEST_LINKED = 4  # of a page's list whose headlines are links
_LED = 0.8  # of the teasers stand right below a headline
_ABOVE = 4  # lines above a teaser in which its headline stands
_ANNOUNCED = 12  # lines above the first teaser in which a page says what it is
_BESIDE = (Reason.DATE_LINE, Reason.BYLINE, Reason.CREDIT, Reason.SOURCE_LINE)

_MORE = re.compile(
    r"(?:continue reading|read (?:more|on|the (?:full|rest)[\w ]{0,20})|more|full story|"
    r"weiterlesen|mehr(?: lesen)?|zum artikel|lire (?:la suite|plus|l.article)|"
    r"(?:leer|ver) más|seguir leyendo|leggi (?:tutto|di più)|continua(?: a leggere)?|"
    r"continuar lendo|"
    r"ler mais|leia mais|czytaj (?:więcej|dalej)|więcej|читать (?:далее|полностью)|подробнее|"
    r"lees (?:meer|verder)|läs mer|les mer|læs mere|devamı(?:nı oku)?|(?:اقرأ|قراءة) المزيد|"
    r"التفاصيل|続きを読む|阅读(?:更多|全文))[\W_]{0,6}$",
    re.IGNORECASE,
)
_RESULTS = re.compile(
    r"(?:(?:your )?search(?:ed| results?)? (?:results? )?for\b|search results?\b|results for\b|"
    r"you searched for\b|\d+ results? for\b|suchergebnisse?\b|ergebnisse für\b|"
    r"(?:ihre )?suche nach\b|"
    r"résultats? (?:de (?:la |votre )?recherche|pour)\b|(?:votre )?recherche [:«]|"
    r"resultados? (?:de (?:la )?búsqueda|da (?:busca|pesquisa)|para|de)\b|"
    r"risultati (?:della |di )?(?:ricerca|per)\b|wyniki wyszukiwania\b|результат\w{0,2} поиска\b|"
    r"zoekresultaten\b|sökresultat\b|søkeresultater\b|søgeresultater\b|arama sonuçları\b|"
    r"نتائج البحث|検索結果|搜[索尋寻]结果)",
)
_LISTS = re.compile(
    r"(?:(?:monthly |daily |news )?archives?(?: (?:for|of) .{1,40})?|(?:tag|author|category|topic|"
    r"thema|autor|auteur|autore|автор|schlagwort|kategorie|étiquette|catégorie|etiqueta|"
    r"categoría|tema|categoria|argomento|тег|"
    r"рубрика|وسم|قسم) ?: ?.{1,40})"
)
_END = 60  # characters of a line in which such words stand
_MORE_WORDS = 6  # of a line with a sentence in front of them
_INTRODUCTION_WORDS = 10
_HOUR = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_HOUR_WORDS = 6  # of a line with an hour, a day beside it
_CUT = ("…", "...", "[…]", "[...]")


def is_index(
    reading: Reading, verdicts: Sequence[Verdict], kept: Sequence[int], core: range
) -> bool:
    """Whether a source lists articles and is none.

    Args:
        reading: the source.
        verdicts: on each of its lines.
        kept: the lines that would be the article's text.
        core: where the running text is the densest.

    """
    if _is_long_list(reading, verdicts, core) or _is_of_links(reading, kept):
        return True
    prose = [line for line in kept if _is_running(line, reading)]
    below = [line for line in prose if line > reading.shown_title]
    prose = below or prose  # teasers above a title are those of other articles
    if prose and _is_introduction(prose[0], reading, verdicts):
        prose = prose[1:]
    if len(prose) < _FEWEST or not _are_teasers(prose, reading):
        return False
    if _share_led(reading, verdicts, prose) < _LED:
        return False
    is_told = reading.is_page and len(prose) >= _FEWEST_LINKED
    return is_told or _has_sign(reading, verdicts, prose)


def _is_running(line: int, reading: Reading) -> bool:
    """Whether a line is running text, or would be without the "Read more" at its end."""
    form = reading.forms[line]
    return form.prose or (
        form.size >= _MORE_WORDS and bool(_MORE.search(reading.blocks[line].text[-_END:]))
    )


def _is_of_links(reading: Reading, kept: Sequence[int]) -> bool:
    """Whether all sentences are links: cards that lead to articles."""
    prose = [line for line in kept if reading.forms[line].prose]
    if not prose or any(reading.blocks[line].links < _LINKED for line in prose):
        return False
    linked = (
        form.prose and block.links >= _LINKED
        for block, form in zip(reading.blocks, reading.forms, strict=True)
    )
    return sum(linked) >= _FEWEST


def _is_introduction(line: int, reading: Reading, verdicts: Sequence[Verdict]) -> bool:
    """Whether a line, the first of a list, is no teaser: "12 articles.", "Ann Lee is a judge."."""
    return reading.forms[line].size < _INTRODUCTION_WORDS and not _is_led(line, reading, verdicts)


def _are_teasers(prose: Sequence[int], reading: Reading) -> bool:
    words = sum(reading.forms[line].size for line in prose)
    return words <= _WORDS and words < _TEASER_WORDS * len(prose)


def _is_long_list(reading: Reading, verdicts: Sequence[Verdict], core: range) -> bool:
    """Whether headlines and short teasers take turns, with hardly two sentences in a row."""
    kept = [line for line in core if verdicts[line].is_text and reading.forms[line].prose]
    headlines = [line for line in core if _is_headline(line, reading)]
    if len(headlines) < _HEADLINES or len(kept) > 2 * len(headlines):
        return False
    company = _in_company(kept, headlines)
    return _are_teasers(kept, reading) and company < _IN_COMPANY * len(kept)


def _is_headline(line: int, reading: Reading) -> bool:
    block, form = reading.blocks[line], reading.forms[line]
    if reading.is_page:
        return block.links >= _LINKED and form.size >= _HEADLINE_WORDS
    return not form.prose


def _in_company(prose: Sequence[int], headlines: Sequence[int]) -> int:
    """How many sentences have another one above or below before any headline."""
    chapters: Counter[int] = Counter(bisect_left(headlines, line) for line in prose)
    return sum(size for size in chapters.values() if size > 1)


def _share_led(reading: Reading, verdicts: Sequence[Verdict], prose: Sequence[int]) -> float:
    """The share of the teasers right below a headline, or a date or name that is below one."""
    return sum(_is_led(line, reading, verdicts) for line in prose) / len(prose)


def _is_led(line: int, reading: Reading, verdicts: Sequence[Verdict]) -> bool:
    for above in range(line - 1, max(-1, line - 1 - _ABOVE), -1):
        text = reading.blocks[above].text[:80]
        if _is_dated(above, reading, verdicts) or _MORE.fullmatch(text):
            continue
        form = reading.forms[above]
        if reading.is_page:
            return reading.blocks[above].links >= _LINKED and form.size >= _LED_WORDS_LINKED
        return not form.prose and form.size >= _LED_WORDS
    return False


def _is_dated(line: int, reading: Reading, verdicts: Sequence[Verdict]) -> bool:
    """Whether a line holds a date, a name or an hour, and no sentence."""
    if verdicts[line].reason in _BESIDE:
        return True
    form = reading.forms[line]
    return (
        not form.prose
        and form.size <= _HOUR_WORDS
        and bool(_HOUR.search(reading.blocks[line].text))
    )


def _has_sign(reading: Reading, verdicts: Sequence[Verdict], prose: Sequence[int]) -> bool:
    """Whether a list of teasers says a second time that it is one."""
    above = (plain(block.text) for block in reading.blocks[: prose[0]][-_ANNOUNCED:])
    if any(
        _RESULTS.match(sign) or _LISTS.fullmatch(sign)
        for sign in (*parts(reading.title.text), *above)
    ):
        return True
    region = range(max(0, prose[0] - _ABOVE), min(prose[-1] + 3, len(verdicts)))
    texts = [reading.blocks[line].text for line in region]
    signed = (
        sum(bool(_MORE.search(text[-_END:])) for text in texts),
        sum(_is_dated(line, reading, verdicts) for line in region),
        sum(text.startswith(_CUT) or text.endswith(_CUT) for text in texts),
    )
    return max(signed) >= max(_FEWEST, _LED * len(prose))
