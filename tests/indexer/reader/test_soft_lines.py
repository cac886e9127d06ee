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
        return "".join(string.split()).replace("\xad", "")

    joined = join_soft_lines(text)
    assert bare(joined) == bare(text)
    assert joined.count("\n") <= text.count("\n")


@settings(deadline=None)
@given(st.lists(st.text(alphabet="abcdefghij", min_size=1, max_size=9), min_size=60, max_size=120))
def test_joining_twice_is_joining_once(words):
    joined = join_soft_lines(textwrap.fill(" ".join(words), 60))
    assert join_soft_lines(joined) == joined == " ".join(words)


@pytest.mark.parametrize("line", ["a" * 60, "a " * 30, "", " " * 60, "a" * 59 + "."])
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
