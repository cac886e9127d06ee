"""Names in Arabic, where no capital helps."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقال الدكتور سالم الدرواني إن السفينة وصلت", ["سالم الدرواني"]),
        ("التقى رئيس الجمهورية ميشال عازار وفدا من البنك", ["ميشال عازار"]),
        ("أعلن المتحدث باسم الحكومة سامر القاسم أن الاجتماع سيعقد", ["سامر القاسم"]),
        ("وأصدر القاضي عبد العزيز بن ناصر حكما", ["عبد العزيز بن ناصر"]),
        ("وأشاد الجمهور بالشاعر نزار الأيوبي", ["نزار الأيوبي"]),
        ("زار الملك فيصل الثالث المدينة", ["فيصل الثالث"]),
        ("وصل أنطونيو غوتيرمان، وهو مبعوث، إلى عدن", ["أنطونيو غوتيرمان"]),
        ("جاء محمد العبيدي إلى هنا", ["محمد العبيدي"]),
        ("تقف السيدة أم خالد هنا", ["أم خالد"]),
        ("وقالت مريم إن الماء لا يكفي", ["مريم"]),
        ("وأدار اللقاء الحكم التونسي بدر العبيدي", ["بدر العبيدي"]),
        ("التقى خليل إبراهيم، عمر منصور", ["خليل إبراهيم", "عمر منصور"]),
    ],
)
def test_a_title_a_role_a_verb_or_two_known_names_speak_for_a_person(tagged, text, names):
    assert tagged("ar", text) == names


@pytest.mark.parametrize(
    "text",
    [
        "وتعد جامعة الملك سعود من أكبر الجامعات",
        "ويقع المطعم في شارع محمد العبيدي قرب ملعب محمد الخامس",
        "كان الجو جميلا في شهر نيسان وكان الأمل كبيرا",
        "هذا خبر سعيد وعمل كريم في العراق",
        "قالت الحكومة إن القرار صعب",
        "وقال إنه يستخدم منتج Just for Men يوميا",
        "عبد",
        "وقال",
    ],
)
def test_streets_and_words_of_every_day_are_no_persons(tagged, text):
    assert tagged("ar", text) == []


def test_a_surname_is_found_again_alone_and_behind_an_and(tagged):
    texts = "قال الوزير حسين الجبوري نعم", "ثم غادر الجبوري والجبوري متعب"
    assert tagged("ar", *texts) == ["حسين الجبوري", "الجبوري", "الجبوري"]


def test_a_given_name_is_found_again_beside_a_verb_only(tagged):
    texts = "فازت الكاتبة سلمى الخطيب", "وقالت سلمى نعم", "كانت سلمى هناك"
    assert tagged("ar", *texts) == ["سلمى الخطيب", "سلمى"]


def test_a_surname_that_is_an_adjective_needs_more_than_being_known(tagged):
    texts = "قال الوزير محمد كريم نعم", "هذا رجل كريم جدا"
    assert tagged("ar", *texts)[0] == "محمد كريم"
    assert tagged("ar", "قال الوزير محمد كريم نعم", "هذا بلد كريم جدا") == ["محمد كريم"]


@pytest.mark.parametrize("text", ["محمد علي ", "بن ", "عبد ", "وقال ", "ا" * 50])
def test_a_line_of_a_hundred_kilobytes_is_read_to_its_end(tagged, text):
    assert len(tagged("ar", text * (100_000 // len(text)))) <= 100_000 // len(text)
