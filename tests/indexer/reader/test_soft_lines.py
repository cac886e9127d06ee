import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.reader import join_soft_lines

PARAGRAPH = (
    "The council of the valley met on Tuesday evening to talk about the bridge, which has been "
    "closed since the flood. It decided nothing. Members of all parties said that the costs, put "
    "at some four million crowns by the engineers, were more than the town could bear. A new "
    "meeting was called for the spring."
)
ARABIC = (
    "اجتمع مجلس الوادي مساء يوم الثلاثاء للحديث عن الجسر المغلق منذ الفيضان ولم يتخذ أي قرار بشأنه، "
    "وقال أعضاء من جميع الأحزاب إن التكاليف التي قدرها المهندسون بنحو أربعة ملايين كرونة أكبر مما تستطيع "
    "المدينة تحمله، ودعي إلى اجتماع جديد في الربيع لبحث الأمر مرة أخرى مع ممثلي الحكومة والمقاطعة. "
    "وسيبقى الجسر مغلقا حتى ذلك الحين، كما قال المجلس، وتعمل العبارة كل يوم من الصباح إلى المساء."
)


@pytest.mark.parametrize("width", [50, 60, 65, 72, 80, 100])
@pytest.mark.parametrize("paragraph", [PARAGRAPH, ARABIC])
def test_a_wrapped_paragraph_is_one_line_again(paragraph, width):
    wrapped = textwrap.fill(paragraph, width)
    assert "\n" in wrapped
    assert join_soft_lines(wrapped) == paragraph


def test_the_lines_of_a_caption_of_unlike_length_are_joined_where_they_go_on_in_lower_case():
    caption = [
        "A. Berg, who sat on the council for the farmers' party,",  # 55 columns
        "and who left it in the spring of that year, is pictured at the bridge",
        "after the flood, together with the engineers of the province./PHOTO B. HOLM / AGENCY",
    ]
    assert join_soft_lines("\n".join(caption)) == " ".join(caption)


@pytest.mark.parametrize(
    "text",
    [
        "Show Buttons\nHide Buttons",
        "Nothing decided about the bridge | THE HERALD Archive 2005 -2017\nSelect Page\nMedia ID: 5",
        "Home\nNews\nSport\nabout us\ncontact",
        "Nothing decided about the bridge\nNothing decided about the bridge\nTue Jun 7, 2016 08:33:35",
        "Council of the valley decides nothing about the bridge again\nby A. Berg",
        "The council of the valley met on Tuesday evening.\nthe bridge is closed",
        "- the first entry of a list, which is as long as a line may be\n- the second entry",
        "Engineers had asked for one of these three things to be built:\n1. a bridge\n2) a ferry",
        "This is where the council of the valley met on Tuesday\nhttp://herald.example/bridge",
        f"{PARAGRAPH}\nand here is another long paragraph. {PARAGRAPH}",
        "The council met.\n\nand decided nothing",
        "市长对记者表示议会将于星期日举行会议讨论新的法律市长对记者表示议会将于星期日举行会议\n讨论新的法律。",
    ],
)
def test_what_only_stands_below_each_other_stays_apart(text):
    assert join_soft_lines(text) == text


def test_headlines_in_a_list_stay_apart_though_they_are_about_as_long():
    headlines = [
        "Council of the valley decides nothing about the bridge",
        "Engineers put the costs at four million crowns",
        "Farmers' party leaves the council of the valley",
        "Ferry to run until the spring, province says",
        "Flood closes bridge and two roads in the valley",
    ]
    assert join_soft_lines("\n".join(headlines)) == "\n".join(headlines)


def test_debris_above_a_wrapped_paragraph_stays_apart():
    wrapped = textwrap.fill(PARAGRAPH, 72)
    assert join_soft_lines(f"Select Page\nMedia ID: 5\n{wrapped}\nShare") == (
        f"Select Page\nMedia ID: 5\n{PARAGRAPH}\nShare"
    )


def test_in_a_wrapped_page_two_lines_are_enough():
    two = (
        "Long ago, in the days of the first bridge, it was the mayor of the\nGreen party who paid."
    )
    assert join_soft_lines(f"{textwrap.fill(PARAGRAPH, 70)}\n\n{two}").endswith(
        two.replace("\n", " ")
    )
    assert join_soft_lines(two) == two


def test_in_a_wrapped_page_what_does_not_fill_its_line_stays_apart():
    text = f"{textwrap.fill(PARAGRAPH, 70)}\n\nNothing decided\nThe council met"
    assert join_soft_lines(text) == f"{PARAGRAPH}\n\nNothing decided\nThe council met"
    wide = f"{textwrap.fill(PARAGRAPH, 70)}\n\n{PARAGRAPH}\nThe council met"
    assert join_soft_lines(wide) == f"{PARAGRAPH}\n\n{PARAGRAPH}\nThe council met"


def test_an_indented_line_begins_a_paragraph():
    first, second = (
        textwrap.fill(PARAGRAPH, 70),
        textwrap.fill(PARAGRAPH, 70, initial_indent="    "),
    )
    assert join_soft_lines(f"{first}\n{second}") == f"{PARAGRAPH}\n    {PARAGRAPH}"


def test_a_hyphen_at_the_end_of_a_line_takes_no_space():
    start = "The council of the valley met on Tuesday evening about the well"
    assert join_soft_lines(f"{start}-\nknown bridge") == f"{start}-known bridge"
    assert join_soft_lines(f"{start} -\nknown to all") == f"{start} - known to all"
    assert join_soft_lines(f"{start}\xad\nknown bridge") == f"{start}known bridge"


@settings(deadline=None)
@given(st.text(alphabet="aB .-\n\t\xad•1م市", max_size=400))
def test_only_space_and_hyphens_ever_change(text):
    def bare(string):
        return "".join(string.split()).replace("\xad", "").replace("-", "")

    joined = join_soft_lines(text)
    assert bare(joined) == bare(text)
    assert joined.count("\n") <= text.count("\n")


@settings(deadline=None)
@given(st.lists(st.text(alphabet="abcdefghij", min_size=1, max_size=9), min_size=60, max_size=120))
def test_joining_twice_is_joining_once(words):
    paragraph = f"{' '.join(words)}."
    joined = join_soft_lines(textwrap.fill(paragraph, 60))
    assert join_soft_lines(joined) == joined == paragraph


@pytest.mark.parametrize(
    "line",
    [
        "a" * 60,
        "a " * 30,
        "",
        " " * 60,
        "a" * 59 + ".",
        "a" * 57 + "-\nb",
        "the words of the council of the valley meet to break the wor-",
        ".'" * 30,
        "-" * 60,
    ],
)
def test_millions_of_characters_take_no_more_than_seconds(line):
    start = time.perf_counter()
    join_soft_lines(f"{line}\n" * 50_000)
    assert time.perf_counter() - start < 5


def test_a_wrapped_paragraph_of_german_is_joined_over_nouns_and_days():
    wrapped = (
        "Ober- und Niederweidach haben sich nach 212 Jahren geeinigt: Aus dem\n"
        "Brunnen an der Gemarkungsgrenze dürfen künftig beide Dörfer schöpfen,\n"
        "Oberweidach an den geraden, Niederweidach an den ungeraden Tagen. Den\n"
        "31. eines Monats teilen sie sich."
    )
    assert join_soft_lines(wrapped) == wrapped.replace("\n", " ")


def test_numbered_headlines_in_lower_case_stay_apart():
    listed = (
        "1. how the old tramway came back to the market after forty years\n"
        "2. why the council wants to sell the harbour and nobody wants it\n"
        "3. what the heron had for breakfast, and what the baker has lost"
    )
    assert join_soft_lines(listed) == listed


SHORT = (
    "The ferry of the valley stays in harbour until the spring, Alma Verano said on Monday. "
    "She spoke for the province.",
    "The mayor, Abu Tarek al-Nuri, was not amused. He called on the engineers of the province, "
    "among them Nora O'Brannon, to mend it.",
    "Nobody would say on Tuesday what that will cost. Nora O'Brannon put it at four million, "
    "and Abu Tarek al-Nuri at six. The council meets again.",
)


@pytest.mark.parametrize("width", [50, 56, 62, 66, 72, 80])
def test_paragraphs_of_two_or_three_lines_are_whole_again_with_the_names_in_them(width):
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in SHORT)
    assert join_soft_lines(text) == "\n\n".join(SHORT)


def test_paragraphs_without_a_blank_line_between_them_are_parted_where_one_ends_early():
    text = "\n".join(textwrap.fill(paragraph, 62) for paragraph in SHORT)
    assert join_soft_lines(text) == "\n".join(SHORT)


@pytest.mark.parametrize(
    "text",
    [
        # verse in lower case, ended by a mark in nearly every line
        "The river went by the house in the night of the flood,\n"
        "and nobody heard it go over the stones of the ford,\n"
        "but the miller, who lay awake for his wheel and his bread,\n"
        "and counted the hours by the groan of the rope and the board.",
        # one sentence a line
        "The council of the valley met on Tuesday to talk about it.\n"
        "It decided nothing, as it has done since the great flood.\n"
        "Members of all parties said that the costs were too high.\n"
        "A new meeting was called for the spring, in the old hall.",
        # goods: as wide as each other, and no sentence in them
        "500 g of flour of rye, 200 g of flour of wheat, two eggs\n"
        "1 spoon of salt, half a spoon of sugar, water as needed\n"
        "Butter for the form, and some flour for the baking table\n"
        "Yeast of the size of a walnut, or a bag of dried yeast",
    ],
)
def test_lines_about_as_wide_as_each_other_stay_apart_if_each_is_one_for_its_own_sake(text):
    assert join_soft_lines(text) == text
    assert join_soft_lines(f"{text}\n\n{text}") == f"{text}\n\n{text}"


BROKEN = [
    (
        "The council of the valley met on Tuesday evening to talk about the con-\n"
        "struction of a bridge, which has been closed since the flood. The engi-\n"
        "neers of the province, led by Alberto Her-\nnández, said nothing.",
        "The council of the valley met on Tuesday evening to talk about the construction of a "
        "bridge, which has been closed since the flood. The engineers of the province, led by "
        "Alberto Hernández, said nothing.",
    ),
    (
        "Der Rat des Tals hat sich am Dienstag getroffen, um über die Erneue-\n"
        "rung der Brücke zu sprechen, die seit dem Hochwasser geschlossen ist.\n"
        "Die Ober- und Niederweidacher blieben zu Hause, sagte Jutta Brenn-\nholt.",
        "Der Rat des Tals hat sich am Dienstag getroffen, um über die Erneuerung der Brücke zu "
        "sprechen, die seit dem Hochwasser geschlossen ist. Die Ober- und Niederweidacher blieben "
        "zu Hause, sagte Jutta Brennholt.",
    ),
    (
        "El consejo del valle se reunió el martes para hablar de la construc-\n"
        "ción del puente, que está cerrado desde la inundación, según el pre-\n"
        "sidente de la provincia.",
        "El consejo del valle se reunió el martes para hablar de la construcción del puente, que "
        "está cerrado desde la inundación, según el presidente de la provincia.",
    ),
]


@pytest.mark.parametrize(("wrapped", "whole"), BROKEN)
def test_the_hyphen_of_a_broken_word_goes(wrapped, whole):
    assert join_soft_lines(wrapped) == whole


START = "The council of the valley met on Tuesday evening to hear of the"


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("long-", "term plan for the bridge.", "long-term plan"),
        ("ferry-", "house. The ferryhouse is old.", "ferryhouse. The"),
        ("ferry-", "house. The ferry-house is old.", "ferry-house. The"),
        ("ferry-", "houses. The ferryhouse is old.", "ferryhouses. The"),
        ("EU-", "led talks about the bridge.", "EU-led talks"),
        ("18-", "year-old ferryman of the valley.", "18-year-old"),
        ("pre-", "and post-war bridges of the valley.", "pre- and post-war"),
        ("isl-", "and. The island is old.", "island. The"),
        ("cor-", "rupt mayor of the valley.", "corrupt mayor"),
        ("remai-", "ned bridge of the valley.", "remained bridge"),
        ("hard-", "boiled mayor of the valley.", "hard-boiled mayor"),
        ("minister Na-", "rim of the valley.", "Na-rim of"),
        ("bri-", "dg3 of the valley.", "bri-dg3 of"),
        ("page old-bridge-of-the-val-", "ley-closed now.", "of-the-val-ley-closed"),
        ("bri¬", "dge which was closed for long.", "bridge which"),
        ("bri\xad", "dge which was closed for long.", "bridge which"),
        ("http://herald.example/a-", "bridge which closed.", "example/a-bridge which"),
        ("(old) -", "which is to say the bridge.", "(old) - which"),
    ],
)
def test_the_text_itself_tells_what_a_hyphen_at_the_end_of_a_line_is(line, following, joined):
    assert joined in join_soft_lines(f"{START} {line}\n{following}")


@pytest.mark.parametrize("name", ["al-|Nuri", "Jean-|Luc", "anti-|Valley"])
def test_a_hyphen_before_a_capital_stays_though_the_text_breaks_words(name):
    first, last = name.split("|")
    wrapped = (
        "The council of the valley met on Tuesday evening to talk of the construc-\n"
        f"tion of a bridge, which was closed after the flood, as the man said: {first}\n"
        f"{last} was there, and the council, which he knows well, decided nothing."
    )
    assert f"said: {first}{last} was" in join_soft_lines(wrapped)
    assert "construction of" in join_soft_lines(wrapped)


def test_compounds_stay_in_a_text_that_breaks_words_if_their_halves_are_words():
    wrapped = (
        "The council of the valley met on Tuesday evening to talk of the construc-\n"
        "tion of a bridge. It was closed after the flood, and a ferry-\n"
        "bridge is to be built. The ferry is old, said the well-\n"
        "known engineer."
    )
    joined = join_soft_lines(wrapped)
    assert "construction of" in joined
    assert "ferry-bridge is" in joined
    assert "well-known engineer" in joined


WRAPPED = textwrap.fill(PARAGRAPH, 62)


@pytest.mark.parametrize("entry", ["25. They", "– Nobody", "南沙群島 and they"])
def test_what_looks_like_an_entry_amid_a_sentence_goes_on_with_it(entry):
    line = "The two others are the teachers Berg, who is 31, and Holm, who"
    joined = join_soft_lines(f"{line}\n{entry} said nothing.\n\n{WRAPPED}\n{line}\n{entry} said.")
    assert f"{line} {entry} said." in joined


def test_entries_stay_apart_in_a_wrapped_page_if_there_are_two_of_them():
    line = "The two others are the teachers Berg, who is 31, and Holm, who"
    text = f"{WRAPPED}\n{line}\n25. They\n26. We"
    assert join_soft_lines(text) == f"{PARAGRAPH}\n{line}\n25. They\n26. We"
    text = f"{WRAPPED}\n{line}\n      25. They"
    assert join_soft_lines(text).endswith(f"{line}\n      25. They")
