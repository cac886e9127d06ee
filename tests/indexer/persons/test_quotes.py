import time

import pytest

from indexer.model import Document, Mention, MentionKind, Name, Passage, PassageKind
from indexer.persons import Quotation, quotations

# The forms of each person of these tests, the fullest first.
PEOPLE = {
    "ada lund": ("Ada Lund", "Lund"),
    "ben okoro": ("Ben Okoro", "Okoro"),
    "eva sanz": ("Eva Sanz", "Sanz"),
    "sami": ("سامي منصور", "منصور"),
    "layla": ("ليلى حداد",),
}


def document(text, language="en", kinds=None):
    lines = text.split("\n")
    passages = tuple(
        Passage(f"p{number}", line, (kinds or {}).get(number, PassageKind.PARAGRAPH))
        for number, line in enumerate(lines)
    )
    names = tuple(
        Name(key, forms[0], tuple(mentions(passages, forms))) for key, forms in PEOPLE.items()
    )
    return Document("d", "d", "d", "", passages, language=language, names=names)


def mentions(passages, forms):
    for passage in passages:
        end = 0
        while True:
            found = [(passage.text.find(form, end), form) for form in forms]
            found = [one for one in found if one[0] >= 0]
            if not found:
                break
            start, form = min(found, key=lambda one: (one[0], -len(one[1])))
            end = start + len(form)
            yield Mention(passage.id, (start, end))


def said(text, language="en", kinds=None):
    read = document(text, language, kinds)
    texts = {passage.id: passage.text for passage in read.passages}
    return [(one.speaker, texts[one.passage][slice(*one.span)]) for one in quotations(read)]


ADA, BEN, EVA = "ada lund", "ben okoro", "eva sanz"


def test_a_quotation_is_a_span_of_a_passage_and_the_key_of_a_name():
    read = document("Nothing here.\n“It rains,” said Ada Lund.")
    assert quotations(read) == (Quotation("p1", (1, 10), ADA),)


@pytest.mark.parametrize(
    "text",
    [
        "“It rains,” said Ada Lund.",
        "“It rains,” Ada Lund said.",
        '"It rains," Ada Lund said.',
        "‘It rains,’ Ada Lund said.",
        "“It rains,” says Ada Lund, who leads the council.",
        "“It rains,” said the minister, Ada Lund.",
        "“It rains,” the minister, Ada Lund, said on Monday.",
        "“It rains,” union leader Ada Lund told reporters.",
        "“It rains,” Lund, 45, of Leeds, told the paper.",
        "“It rains,” Ada Lund (Labour) said.",
        "“It rains,” said Okoro's lawyer, Ada Lund.",
        "“It rains,” according to Ada Lund.",
        "Ada Lund said: “It rains,”",
        "Ada Lund, the minister for trade, said: “It rains,”",
        "The minister, Ada Lund, said, “It rains,”",
        "Ada Lund of the Passengers' League said: “It rains,”",
        "Labour's Ada Lund said: “It rains,”",
        "Secretary of State Ada Lund said: “It rains,”",
        "In the morning, Ms. Lund said: “It rains,”",
        "Asked about it, Lund answered: “It rains,”",
        "The paper quotes Ada Lund as saying “It rains,”",
        "Ada Lund has been quoted as saying “It rains,”",
        "Ada Lund is saying “It rains,”",
        "According to Ada Lund, “It rains,”",
        "Ada Lund: “It rains,”",
        "Ada Lund was blunt: “It rains,”",
        "Speaking to Okoro, Lund said “It rains,”",
        "Okoro left, with Lund stating: “It rains,”",
        "Ada Lund spoke to the press, saying “It rains,”",
        "Ada Lund laughed and said “It rains,”",
        "Okoro left after Lund said “It rains,”",
        "Ben Okoro says Ada Lund told him: “It rains,”",
    ],
)
def test_the_subject_of_the_verb_of_speech_says_it(text):
    assert said(text) == [(ADA, "It rains,")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund called the plan “a slow disaster”.",
        "Ada Lund said that the plan was “a slow disaster” for all.",
        "The plan, Ada Lund said, was “a slow disaster”.",
        "Ada Lund said what she saw was “a slow disaster”.",
        "The plan is “a slow disaster”, Ada Lund said.",
    ],
)
def test_part_of_a_sentence_is_said_by_whoever_the_verb_is_of(text):
    assert said(text) == [(ADA, "a slow disaster")]


@pytest.mark.parametrize(
    "text",
    [
        # somebody else, or nobody who is named
        "A spokesman for Ada Lund said: “No comment here.”",
        "“No comment here,” said a spokesman for Ada Lund.",
        "“No comment here,” a friend of Ada Lund said.",
        "“No comment here,” said a neighbour, who knows Ada Lund.",
        "“No comment here,” said the minister, a friend of Ada Lund.",
        "“No comment here,” said when Ada Lund came.",
        "Ada Lund's lawyer said: “No comment here.”",
        "The wife of President Ada Lund said: “No comment here.”",
        "Police investigating Ada Lund said: “No comment here.”",
        "Those who met Ada Lund said: “No comment here.”",
        "A letter from Ada Lund said “no comment here”.",
        "Ada Lund wore a shirt that said “no comment here”.",
        "Ada Lund recalled her father saying, “No comment here.”",
        "Ada Lund said the army called it “no comment here”.",
        "According to a lawyer for Ada Lund, it was “no comment here”.",
        # several at once
        "Ada Lund and Ben Okoro said: “No comment here.”",
        "The council and Ada Lund said: “No comment here.”",
        "“No comment here,” said Ada Lund and Ben Okoro.",
        "Ada Lund said life was what they call “no comment here”.",
        # not said
        "Ada Lund did not say “no comment here”.",
        "Ada Lund never said “no comment here”.",
        "Ada Lund was told “no comment here”.",
        "Ada Lund was described as “no comment here” by all.",
        "Ada Lund refused to say “no comment here”.",
        # the object of another's verb
        "Protesters met Ada Lund, calling the plan “no comment here”.",
        "Ada Lund met Ben Okoro, calling the plan “no comment here”.",
        "To Ada Lund, saying “no comment here” was rude.",
        "Saying “no comment here” did not help Ada Lund.",
        # the relative clause ended before
        "Ada Lund, who said she was ill, was met by crowds with “no comment here” on their lips.",
        # two verbs
        "Ada Lund said on Monday that it was over, “no comment here”, according to Ben Okoro.",
        # no verb at all
        "Ada Lund saw “no comment here” on the wall.",
        "“No comment here.” Ada Lund went home.",
        "“No comment here” and “none there” and Ada Lund.",
        "Ada Lund's motto: “No comment here.”",
    ],
)
def test_where_another_may_have_said_it_nobody_has(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund said the film “The Long Way Home” was over.",
        "Ada Lund said she saw “Titanic” twice.",
        "Ada Lund said the so-called “long way home” was over.",
        "Ada Lund said the man known to his fans as “the long way home” was over.",
        "Ada Lund said a sign reading “this is the way” was gone.",
        "Ada Lund said her “troop surge” would work.",
        "Ada Lund said they would carry out the “road map” plan.",
        "Ada Lund spoke of a book titled “the long way home”.",
        "“The Long Way Home”, Ada Lund said, was a bad film.",
        "Ada Lund told them to vote “yes” in June.",
        "Ada Lund said “…” and left.",
    ],
)
def test_titles_nicknames_and_terms_are_no_quotations(text):
    assert said(text) == []


def test_a_quote_in_two_parts_has_one_speaker():
    text = "“It rains,” said Ada Lund, the minister, “and it pours.”"
    assert said(text) == [(ADA, "It rains,"), (ADA, "and it pours.")]


def test_a_second_quote_of_the_paragraph_is_the_same_persons():
    assert said("“It rains,” said Lund. “It pours.” “It hails.”") == [
        (ADA, "It rains,"),
        (ADA, "It pours."),
        (ADA, "It hails."),
    ]
    assert said("“It rains,” said Lund. She paused. “It pours.”")[1:] == [(ADA, "It pours.")]


@pytest.mark.parametrize(
    "between", ["Okoro shook his head.", "A woman stood up.", "The room was silent.", "He went."]
)
def test_a_second_quote_is_nobodys_where_somebody_else_may_speak(between):
    expected = 2 if between == "He went." else 1
    assert len(said(f"“It rains,” said Lund. {between} “It pours.”")) == expected


def test_each_of_several_speakers_says_their_own():
    text = "“Who?” Lund asked. “Me,” said Okoro. “You.” Lund called it “a day of shame” but "
    text += "Okoro said it was “only a day”."
    assert said(text) == [
        (ADA, "Who?"),
        (BEN, "Me,"),
        (BEN, "You."),
        (ADA, "a day of shame"),
        (BEN, "only a day"),
    ]


def test_a_verb_that_leads_on_to_the_next_quote_is_not_of_the_one_before():
    assert said("“Who?” Okoro replied: “Me.”") == [(BEN, "Me.")]


def test_a_quote_that_ends_a_sentence_leaves_the_next_sentence_alone():
    assert said("Okoro called it “a mess.” Lund said it was “a day.”") == [
        (BEN, "a mess."),
        (ADA, "a day."),
    ]
    assert said("Okoro said it was “a mess”; Lund went.") == [(BEN, "a mess")]
    assert said("Okoro is no Dr. Lund. “It is a mess,” he said.") == []


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Ada Lund lost her house.", ADA),
        ("However, Ada Lund lost her house.", ADA),
        ("Her deputy, Ada Lund, was there.", ADA),
        ("Officials say Ada Lund lost her house.", ADA),
        ("Ada Lund lost her house. She was out.", ADA),
        ("“It burns,” said Ada Lund.", ADA),
        ("Ada Lund met Ben Okoro.", None),
        ("Ada Lund met a nurse.", None),
        ("“It burns,” Ada Lund told Eva Sanz.", None),
        ("“It burns,” said a nurse.", None),
        ("Ada Lund's house burnt.", None),
        ("Firemen met Ada Lund.", None),
        ("Ada Lund lost her house. The fire was large.", None),
        ("Mr. Lund lost his house.", None),
    ],
)
def test_she_is_the_one_person_the_sentence_before_is_about(before, speaker):
    for joint in (" ", "\n"):
        found = said(f"{before}{joint}“All is gone,” she said.")
        speakers = [who for who, words in found if words == "All is gone,"]
        assert speakers == ([speaker] if speaker else [])


def test_he_is_nobody_whom_the_article_calls_ms():
    assert said("Ms. Lund left. “All is gone,” he said.") == []
    assert said("Ms. Lund left. “All is gone,” she said.") == [(ADA, "All is gone,")]


def test_in_one_sentence_he_is_the_one_who_was_named():
    assert said("Ben Okoro said he would not go and that he felt “very ill”.") == [
        (BEN, "very ill")
    ]
    assert said("Okoro said Lund would go and he said it was “very ill”.") == []


def test_a_quote_over_paragraphs_goes_on_where_its_marks_are_repeated():
    text = "“It rains,” said Lund. “It pours.\n“It hails.\n“It snows.”\n“Who is that?”"
    assert said(text) == [
        (ADA, "It rains,"),
        (ADA, "It pours."),
        (ADA, "It hails."),
        (ADA, "It snows."),
    ]


def test_a_quote_left_open_ends_with_its_paragraph_or_is_none():
    assert said("Lund said: “It rains and pours.\nThe end.") == [(ADA, "It rains and pours.")]
    assert said("Lund said: “It rains. The council met. It was over.\nThe end.") == []


def test_captions_stand_beside_the_text_and_headings_begin_anew():
    text = "“It rains,” said Lund.\nA picture of Okoro\n“It pours,” she said."
    assert said(text, kinds={1: PassageKind.CAPTION})[1:] == [(ADA, "It pours,")]
    assert said(text.replace(" of Okoro", ""), kinds={1: PassageKind.HEADING})[1:] == []
    assert said("Lund said: “It rains.”", kinds={0: PassageKind.CAPTION}) == []
    assert said("Lund: “It rains.”", kinds={0: PassageKind.HEADING}) == [(ADA, "It rains.")]


def test_bodies_and_places_say_nothing():
    read = document("“It rains,” said Ada Lund.")
    bodies = tuple(
        Name(name.key, name.text, name.mentions, MentionKind.ORGANISATION) for name in read.names
    )
    changed = Document("d", "d", "d", "", read.passages, language="en", names=bodies)
    assert quotations(changed) == ()


def test_a_document_without_names_or_in_a_language_unknown_to_us_has_none():
    read = document("“It rains,” said Ada Lund.")
    assert quotations(Document("d", "d", "d", "", read.passages, language="en")) == ()
    assert said("“Sataa”, sanoi Ada Lund.", "fi") == []


def test_without_a_language_the_text_is_read_in_its_own():
    text = "“It rains, and it has been raining for a week in the valley,” said Ada Lund."
    assert len(said(text, None)) == 1


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("de", "„Es regnet“, sagte Ada Lund. „Und wie.“", [ADA, ADA]),
        ("de", "Ada Lund erklärte: „Es regnet.“", [ADA]),
        ("de", "Laut Ada Lund ist das „ein großer Fehler“.", [ADA]),
        ("de", "„Es regnet“, so Lund.", [ADA]),
        ("de", "Der Ingenieur Ben Okoro erklärte: „Es regnet.“", [BEN]),
        ("de", "Die Sprecherin der Ministerin Ada Lund erklärte: „Es regnet.“", []),
        ("de", "Ein Sprecher von Ada Lund sagte: „Es regnet.“", []),
        ("de", "„Es regnet“, sagte ein Sprecher von Ada Lund.", []),
        ("de", "Ada Lund sah den Film „Die lange Nacht“.", []),
        ("fr", "« Il pleut », a déclaré la ministre, Ada Lund. « Encore. »", [ADA, ADA]),
        ("fr", "« Il pleut », se réjouit Ada Lund.", [ADA]),
        ("fr", "« Il pleut », a promis M. Okoro.", [BEN]),
        ("fr", "Selon Mme Lund, c'est « une grave erreur ».", [ADA]),
        ("fr", "Ben Okoro a estimé que c'était « une grave erreur ».", [BEN]),
        ("fr", "L'avocat de Ben Okoro a déclaré : « Il pleut. »", []),
        ("fr", "« Il pleut », dit un voisin d'Ada Lund.", []),
        ("es", "«Llueve», dijo Eva Sanz, la alcaldesa. «Mucho.»", [EVA, EVA]),
        ("es", "“Llueve”, aseguró la alcaldesa, Eva Sanz.", [EVA]),
        ("es", "Según Eva Sanz, es «un grave error».", [EVA]),
        ("es", "«Llueve», dijo el hermano de Eva Sanz.", []),
        ("es", "Eva Sanz llegó. «Llueve», afirmó el concejal.", []),
        ("ar", "قال سامي منصور: «لن نغلق المدرسة».", ["sami"]),
        ("ar", 'وقال الرئيس سامي منصور: "لن نغلق المدرسة".', ["sami"]),
        ("ar", "قال وزير العدل سامي منصور: «لن نغلق المدرسة».", ["sami"]),
        ("ar", "«هذا يكفي»، قال الدكتور سامي منصور. «نعم.»", ["sami", "sami"]),
        ("ar", "قال محامي سامي منصور: «لا تعليق».", []),
        ("ar", "قال محامي الرئيس سامي منصور: «لا تعليق».", []),
        ("ar", "قال صديق الدكتور سامي منصور: «لا تعليق».", []),
        ("ar", "وقال لسامي منصور: «لا تعليق».", []),
        ("ar", "قال ليلى حداد الدكتور سامي منصور: «لا تعليق».", []),
        ("ar", "قال سامي منصور وليلى حداد: «لا تعليق».", []),
        ("ar", "لم يقل سامي منصور: «لا تعليق».", []),
        ("ar", "لا يقول سامي منصور: «لا تعليق».", []),
        ("ar", "شاهد سامي منصور فيلم «الليل الطويل».", []),
        ("ar", "قال سامي منصور إن فيلم «الليل الطويل» جيد.", []),
    ],
)
def test_other_languages_have_verbs_of_speech_too(language, text, speakers):
    assert [speaker for speaker, _ in said(text, language)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        '"' * 10_000,
        '"a" ' * 10_000,
        "“No,” said Ada Lund. " * 10_000,
        "“No,” said Ada Lund, " * 10_000,
        "Ada Lund and said " * 10_000,
        "Ada Lund, saying “no”, " * 10_000,
        "a" * 1_000_000,
        "“" + "a" * 1_000_000,
        "(" * 100_000 + "Ada Lund",
        "\u202e\u200b\x00“" * 20_000,
    ],
)
def test_hostile_text_costs_no_more_than_its_length(text):
    read = document(text)
    began = time.process_time()
    quotations(read)
    assert time.process_time() - began < 10
