import pytest

from indexer.cleaner.captions import caption_of


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        (
            "A tug tows the ferry, June 4, 2016. WIRE/Ann Lee",
            "A tug tows the ferry, June 4, 2016.",
            "WIRE/Ann Lee",
        ),
        ("A tug tows the ferry. ©IRP", "A tug tows the ferry.", "©IRP"),
        (
            "A tug tows it./PHOTOGRAPH BY ANN LEE / WIRE",
            "A tug tows it.",
            "PHOTOGRAPH BY ANN LEE / WIRE",
        ),
        ("The mayor at home. (AP Photo/Ann Lee)", "The mayor at home.", "(AP Photo/Ann Lee)"),
        ("The mayor at home. Photo: Ann Lee/Wire", "The mayor at home.", "Photo: Ann Lee/Wire"),
        ("Der Deich am Abend. Foto: Karl Möll", "Der Deich am Abend.", "Foto: Karl Möll"),
        ("The mayor. Morning Gull/Ann Lee", "The mayor.", "Morning Gull/Ann Lee"),
        ("The mayor. Ann Lee/WIRE", "The mayor.", "Ann Lee/WIRE"),
        ("The mayor at home. Getty Images", "The mayor at home.", "Getty Images"),
    ],
)
def test_a_credit_is_known_by_its_form_and_stands_apart(text, caption, credit):
    found = caption_of(text)
    assert (found.text, found.credit) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Ann Lee",
        "©IRP",
        "WIRE/Ann Lee",
        "Getty Images",
        "(Photo by Ann Lee/Getty)",
        "Ann Lee via Reuters",
    ],
)
def test_a_line_may_be_nothing_but_a_credit(text):
    found = caption_of(text)
    assert (found.text, found.credit) == ("", text)


@pytest.mark.parametrize(
    "text",
    [
        "The file photo shows a tug off the northern bank.",
        "This handout picture released by the coast guard shows the wreck.",
        "A tug at the quay of Ostrel (archive)",
        "صورة أرشيفية للجسر القديم",
    ],
)
def test_a_caption_without_a_credit_says_that_it_is_one(text):
    found = caption_of(text)
    assert found.text == text
    assert found.credit is None


@pytest.mark.parametrize(
    "text",
    [
        "He told Reuters that the photo was his.",
        "Copyright © law was the subject of the day, he said, and he said it with a sigh that lasted a good while.",
        "The vote was 24/7 news for a week.",
        "She works for the radio and/or television.",
        "Representatives of Google, Microsoft, Facebook and Twitter will also be taking part.",
        "The picture that emerges is one of neglect.",
    ],
)
def test_a_sentence_about_pictures_is_no_caption(text):
    assert caption_of(text) is None


def test_an_agency_alone_at_the_end_may_sign_a_paragraph():
    assert (
        caption_of("The bridge stays closed. (AFP)") is None
        or caption_of("The bridge stays closed. AFP").is_sign_off
    )


def test_only_the_end_of_a_long_text_is_searched():
    assert caption_of("Ab " * 200_000 + "end. ©IRP").credit == "©IRP"
