"""One person, one value: which mentions of a document are the same person.

The longest forms come first; a shorter form joins one if its words stand in it in order and it
ends or begins alike, or if it is the middle of one alone. A form that fits several goes, mention by
mention, to whom it means there (bearers). Spellings of one name, and what the text says of two
names, as in "X, known as Y" (apposition), join them too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer.persons.apposition import same_persons
from indexer.persons.bearers import Mentioned, meant
from indexer.persons.forms import Form, belongs, read_name, with_suffix
from indexer.persons.namesakes import told_apart
from indexer.persons.spellings import same_names
from indexer.persons.words import BY_LANGUAGE

MOST_ALIKE = 50  # full forms a shorter one is compared with: a register of one family stays linear

ALL_PARTICLES = frozenset().union(*(words.particles for words in BY_LANGUAGE.values()))


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions, by their number, that are one person; text is the fullest form as printed."""

    text: str
    mentions: tuple[int, ...]


def group(
    texts: Sequence[str], titles: frozenset[str], gaps: Sequence[str] = ()
) -> tuple[Group, ...]:
    """The persons of the mentions' printed texts, given in reading order.

    Every mention is in exactly one group; groups come in the order of their first mention. titles
    are words that may stand before a name without belonging to it, folded. gaps, if given, are
    what the document has before the first mention, between each two, and after the last.
    """
    gaps = gaps or ["\n"] * (len(texts) + 1)
    names = [read_name(with_suffix(*named), titles) for named in zip(texts, gaps[1:], strict=True)]
    forms = [name.form for name in names]
    places: dict[Form, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        places[form].append(number)
    owners = _owners(places, told_apart(places, gaps))
    mentions = list(map(Mentioned, forms, (name.titles for name in names), gaps))
    chosen = meant(mentions, [owners[form] for form in forms], titles)
    heads = _joined(chosen, forms, same_persons(texts, gaps), places)
    groups = (
        Group(_fullest([names[n].name for n in places[best]]), tuple(numbers))
        for best, numbers in _members(chosen, heads)
    )
    return tuple(sorted(groups, key=lambda group: group.mentions))


def _members(chosen: Sequence[Form], heads: dict[Form, Form]) -> Iterator[tuple[Form, list[int]]]:
    """For each person the form to show, and the mentions in order."""
    several = set(heads.values())
    members: dict[Form, list[int]] = defaultdict(list)
    for number, form in enumerate(chosen):
        members[_head(form, heads)].append(number)
    for head, numbers in members.items():
        yield _best_known(chosen[n] for n in numbers) if head in several else head, numbers


def _joined(
    chosen: list[Form],
    forms: Sequence[Form],
    said: Iterable[tuple[int, int]],
    places: Mapping[Form, list[int]],
) -> dict[Form, Form]:
    """For each full form that is another name of one, that one.

    A mention whose form is short for somebody else moves alone: her name at birth is her father's.
    """
    heads: dict[Form, Form] = {}
    for one, other in same_names(sorted(set(chosen), key=lambda form: places[form])):
        _join(one, other, heads)
    for first, second in said:
        if chosen[second] == forms[second]:
            _join(chosen[first], chosen[second], heads)
        else:
            chosen[second] = chosen[first]
    return heads


def _join(one: Form, other: Form, heads: dict[Form, Form]) -> None:
    one, other = _head(one, heads), _head(other, heads)
    if one != other:
        heads[other] = one


def _head(form: Form, heads: dict[Form, Form]) -> Form:
    """The last of the heads; the way there is halved, so that no chain is walked often."""
    while form in heads:
        above = heads[form]
        if above in heads:
            heads[form] = heads[above]
        form = above
    return form


def _owners(
    places: Mapping[Form, list[int]], apart: frozenset[Form]
) -> dict[Form, tuple[Form, ...]]:
    """For each form the full forms it may belong to: itself where there is none.

    Forms that are told apart from their namesakes belong to none that has a number.
    """
    by_word: dict[str, list[Form]] = defaultdict(list)
    owners = {}
    for form in sorted(places, key=lambda form: _by_length(form, places)):
        fitting = _fitting(form, by_word)
        if form in apart:
            fitting = tuple(full for full in fitting if not full.number)
        owners[form] = fitting or (form,)
        if owners[form] == (form,):
            by_word[form.words[-1]].append(form)
            if form.words[0] != form.words[-1]:
                by_word[form.words[0]].append(form)
    called = _in_the_middle(owners, places)
    return {form: _unique(called.get(full, full) for full in owners[form]) for form in owners}


def _unique(forms: Iterable[Form]) -> tuple[Form, ...]:
    return tuple(dict.fromkeys(forms))


def _by_length(form: Form, places: Mapping[Form, list[int]]) -> tuple[int, int, bool, list[int]]:
    words = form.words
    return -len(words), -sum(map(len, words)), not form.number, places[form]


def _fitting(form: Form, by_word: dict[str, list[Form]]) -> tuple[Form, ...]:
    alike_last = by_word[form.words[-1]][:MOST_ALIKE]
    fitting = tuple(
        full for full in alike_last if len(full.words) > 1 and belongs(form, full, at_end=True)
    )
    # Here too is Henri IV: a king's name is a given name.
    alike_first = by_word[form.words[0]][:MOST_ALIKE]
    return fitting + tuple(
        full for full in alike_first if full not in fitting and belongs(form, full, at_end=False)
    )


def _in_the_middle(
    owners: Mapping[Form, tuple[Form, ...]], places: Mapping[Form, list[int]]
) -> dict[Form, Form]:
    """Words that end and begin nobody's name, but stand in the middle of one person named before.

    The first of two surnames is what a Spaniard is called by.
    """
    middles: dict[str, list[Form]] = defaultdict(list)
    for full, possible in owners.items():
        for word in set(full.words[1:-1] if possible == (full,) else ()):
            middles[word].append(full)
    found: dict[Form, Form] = {}
    for form, possible in owners.items():
        alone = len(form.words) == 1 and form.words[0] not in ALL_PARTICLES
        bearers = middles.get(form.words[0], []) if alone else []
        if possible == (form,) and len(bearers) == 1 and places[bearers[0]][0] < places[form][0]:
            found[form] = bearers[0]
    return found


def _best_known(chosen: Iterable[Form]) -> Form:
    """Of the names of one person the one that is meant most often, a name of several words twice.

    Zevs, born Jon Arn, is Zevs if that is what he is called; of equals the first.
    """
    counts = Counter(chosen)
    return max(counts, key=lambda form: counts[form] * (2 if len(form.words) > 1 else 1))


def _fullest(names: Sequence[str]) -> str:
    """The most frequent printed form, one that is not all capitals if there is one."""
    if len(set(names)) == 1:
        return names[0]
    counts = Counter(names)
    return max(sorted(counts), key=lambda name: (not name.isupper(), counts[name]))
