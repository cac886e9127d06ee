import pytest

from indexer.cleaner.features import WORD, form_of, forms_of, script_of, script_share


@pytest.mark.parametrize(
    "line",
    [
        "The bridge was closed on Monday.",
        "“We heard it,” said the miller.",
        "قال العمدة إن الجسر سيغلق غدا.",
        "大桥在星期一早上因为洪水被关闭了。",
        "Der Deich hielt, obwohl das Wasser bis an die Krone stand und niemand schlafen ging, die ganze Nacht",
    ],
)
def test_running_text_is_known_by_its_end_or_its_length(line):
    assert form_of(line).prose


@pytest.mark.parametrize(
    "line",
    [
        "Home",
        "Bridge Closed After Flood",
        "News Sport Weather Tides",
        "Select Page",
        "12:40",
        "Acme Widgets Inc.",
    ],
)
def test_labels_and_headlines_are_no_running_text(line):
    assert not form_of(line).prose


def test_a_line_is_counted_in_words():
    form = form_of("In 2016 the Lumna rose")
    assert (form.size, form.capitalised, form.numbers, form.lower) == (5, 2, 1, 2)


def test_two_printings_of_a_line_share_their_key():
    assert form_of("The Mayor’s “plan”").key == form_of("THE MAYOR'S plan").key


def test_arabic_vowel_signs_do_not_make_another_line():
    assert form_of("اقرأ أيضًا").key == form_of("اقرأ أيضا").key


def test_the_script_of_most_letters_is_the_script_of_a_text():
    assert script_of(["The river rose.", "النهر"]) == "latin"
    assert script_of(["Река вышла из берегов."]) == "cyrillic"
    assert script_of(["12 : 40"]) is None


@pytest.mark.parametrize(
    ("line", "script", "share"),
    [("river", "latin", 1.0), ("النهر", "latin", 0.0), ("12", "arabic", 1.0)],
)
def test_the_share_of_a_script_is_of_the_letters_alone(line, script, share):
    assert script_share(line, script) == share


@pytest.mark.parametrize(
    "line",
    [
        "'Tis the miller's '''goat''' - o'clock_sharp, 2nd²",
        "L’été, „über‟ ‘Ärger’ – 5½ °C… (Œuvres)",
        "''' ' ''",
        "İstanbul'da Łódź → “Zürich”",
        "大桥在星期一早上 closed",
        "ŠKODA’S ﬁrst 3D-print",
    ],
)
def test_words_are_the_same_by_tables_and_by_the_pattern(line):
    forms = forms_of([line, "", "Home 7", line])
    assert forms[0] == forms[3] == form_of(line)
    assert forms[0].words == tuple(WORD.findall(line))
    assert forms[0].folded == tuple(WORD.findall(line.casefold().replace("’", "'")))
    assert (forms[2].size, forms[2].capitalised, forms[2].numbers) == (2, 1, 1)
    assert forms[1].folded == ()


def test_no_lines_have_no_looks():
    assert forms_of([]) == []
