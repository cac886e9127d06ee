import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cleaner.features import WORD, form_of
from indexer.cleaner.lines.characters import CharacterClass, read_characters

# Written down once more, from the shapes of the signs and not from the room's own table.
END = ".!?…؟۔։।。！？"
COMMA = ",;،؛、，"
QUOTE = "\"'“”‘’«»„‹›`「」"
MARK = "{}[]\\=_<>~^"
BAR = "|•·/→+#@*©–—-:"
FAR = 0x3100

ANY = st.text(st.characters(exclude_characters="\n", codec="utf-8"), min_size=1)
# Letters and digits of scripts with spaces between their words, and the signs around them.
WORDS = st.text(
    st.one_of(
        st.characters(categories=("Lu", "Ll", "Lt", "Nd"), max_codepoint=0x2FF),
        st.characters(categories=("Lu", "Ll"), min_codepoint=0x370, max_codepoint=0x52F),
        st.sampled_from(" .,'’-“”()/:"),
    ),
    min_size=1,
)


def class_of(sign):
    for kind in ("END", "COMMA", "QUOTE", "MARK", "BAR"):
        if sign in globals()[kind]:
            return CharacterClass[kind]
    if ord(sign) >= FAR:
        is_hangul = "HANGUL SYLLABLE" in unicodedata.name(sign, "")
        return CharacterClass.LETTER if is_hangul else CharacterClass.WIDE
    told = (
        (sign.isspace(), CharacterClass.SPACE),
        (sign.isupper(), CharacterClass.UPPER),
        (sign.islower(), CharacterClass.LOWER),
        (sign.isdigit(), CharacterClass.DIGIT),
        (sign.isalpha() or unicodedata.category(sign)[0] == "M", CharacterClass.LETTER),
    )
    return next((kind for is_so, kind in told if is_so), CharacterClass.OTHER)


def words_of(line):
    found = read_characters([line])
    return float(found.words[0])


@given(ANY)
def test_every_character_is_counted_in_the_class_that_python_sees_in_it(line):
    found = read_characters([line])
    expected = [class_of(sign) for sign in line]
    assert found.length[0] == len(line)
    assert found.first[0] == expected[0]
    for kind in set(CharacterClass) - {CharacterClass.SPACE}:  # the end of a line is a space too
        assert found.counts[0, kind] == expected.count(kind), kind


@given(st.lists(ANY, min_size=1, max_size=6))
def test_many_lines_at_once_are_counted_as_each_alone(lines):
    together = read_characters(lines)
    for field in together.__dataclass_fields__:
        alone = [getattr(read_characters([line]), field)[0] for line in lines]
        assert np.array_equal(getattr(together, field), np.array(alone)), field


@given(WORDS)
def test_words_are_those_of_the_form_of_a_line(line):
    found, form = read_characters([line]), form_of(line)
    assert found.words[0] == len(WORD.findall(line)) == form.size
    assert found.capitalised[0] == form.capitalised
    assert found.numbers[0] == form.numbers


@given(ANY)
def test_a_line_ends_as_its_last_two_signs_say(line):
    found = read_characters([line])
    last, before = line[-1], line[-2:-1]
    is_closed = last in QUOTE + ")" and before != "" and before in END
    assert found.ends[0] == (last in END or is_closed)
    assert found.colon[0] == (last in ":：")
    if len(line) > 1:
        assert found.cut[0] == (last == "…" or (last in END and before in END))


@pytest.mark.parametrize(
    ("line", "ends", "colon", "cut"),
    [
        ("The tram left.", True, False, False),
        ("“The tram left.”", True, False, False),
        ("(The tram left.)", True, False, False),
        ("The tram left", False, False, False),
        ("The tram carried:", False, True, False),
        ("The tram left ...", True, False, True),
        ("The tram left …", True, False, True),
        ("电车开走了。", True, False, False),
        ("电车：", False, True, False),
        ("غادر الترام؟", True, False, False),
    ],
)
def test_the_end_of_a_line_is_seen_in_every_script(line, ends, colon, cut):
    found = read_characters([line])
    assert (found.ends[0], found.colon[0], found.cut[0]) == (ends, colon, cut)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("don't stop the miller’s tram", 5),
        ("rock 'n' roll", 3),
        ("大桥在星期一", 3),  # two signs are a word
        ("大桥 and tram", 3),
        ("한국어 문장", 2),  # Hangul stands high up, but has spaces
        ("قال العمدة إن الجسر", 4),
        ("قالَ العُمدة", 2),  # a vowel sign divides no word
        ("cafe\u0301 au lait", 3),  # nor does an accent of its own
        ("* * *", 0),
        ("\U0001d400\U0001d401", 1),  # a letter beyond the first plane is one character
    ],
)
def test_words_are_counted_in_every_script(line, words):
    assert words_of(line) == words


def test_scripts_with_spaces_end_where_those_without_begin():
    edges = ["\u303f", "\u3042", "\u30f3", "\u3105", "\uabff", "\uac00", "\ud7a3", "\ud7a4"]
    other, letter, wide = CharacterClass.OTHER, CharacterClass.LETTER, CharacterClass.WIDE
    classes = [other, wide, wide, wide, wide, letter, letter, wide]
    assert read_characters(edges).first.tolist() == classes


def test_capitals_and_digits_at_the_front_of_words_are_counted():
    found = read_characters(["In 2016 the Lumna rose", "4th Street"])
    assert found.capitalised.tolist() == [2, 1]
    assert found.numbers.tolist() == [1, 1]


def test_a_lone_surrogate_is_one_character_and_no_error():
    found = read_characters(["goat \ud800 tram", "\udfff"])
    assert found.length.tolist() == [11, 1]
    assert found.words.tolist() == [2, 0]
