"""A permanent link says truly what became of its passage."""

from indexer.identity import passage_ids
from indexer.model import Passage, RetiredPassage
from webapp.passage_links import Changed, Exact, Gone, Moved, Unknown, overlap, passage_fate

FIRE = "The fire at the old harbour burned for three days before the wind turned at last."
VOTE = "Councillors voted nine to four for the new quay after a debate of many hours."
SHIP = "A ship carrying timber waited outside the breakwater until the smoke had cleared."


def passages(*texts):
    return tuple(Passage(id, text) for id, text in zip(passage_ids(texts), texts, strict=True))


def retired(text):
    return RetiredPassage(passage_ids([text])[0], text, "2024-03-01")


def id_of(text):
    return passage_ids([text])[0]


def test_a_passage_that_is_there_is_exact_wherever_it_stands():
    today = passages(VOTE, SHIP, FIRE)
    assert passage_fate(today, (), id_of(FIRE), "") == Exact(today[2])


def test_a_passage_with_a_word_mended_has_moved():
    today = passages(VOTE, FIRE.replace("three days", "two days"), SHIP)
    assert passage_fate(today, [retired(FIRE)], id_of(FIRE), "") == Moved(today[1])


def test_two_that_are_equally_like_it_are_shown_both():
    today = passages(FIRE.replace("three", "two"), FIRE.replace("three", "four"), SHIP)
    fate = passage_fate(today, [retired(FIRE)], id_of(FIRE), "")
    assert isinstance(fate, Changed)
    assert fate.old == FIRE
    assert set(fate.candidates) == set(today[:2])


def test_a_passage_that_was_half_rewritten_is_left_to_the_reader():
    half = (
        "The fire at the old harbour burned for three days until crews from two towns put it out."
    )
    today = passages(VOTE, half)
    assert passage_fate(today, [retired(FIRE)], id_of(FIRE), "") == Changed(FIRE, (today[1],))


def test_a_passage_like_no_other_is_gone_with_its_words():
    fate = passage_fate(passages(VOTE, SHIP), [retired(FIRE)], id_of(FIRE), "")
    assert fate == Gone(FIRE, "2024-03-01")


def test_after_a_rebuild_the_quote_in_the_link_suffices():
    today = passages(VOTE, FIRE + " Nobody was hurt.")
    quote = " ".join(FIRE.split()[:12])
    assert passage_fate(today, (), id_of(FIRE), quote) == Moved(today[1])


def test_a_quote_whose_words_were_changed_shows_old_beside_new():
    today = passages(VOTE, FIRE.replace("old harbour", "fishing port"))
    quote = " ".join(FIRE.split()[:12])
    assert passage_fate(today, (), id_of(FIRE), quote) == Changed(
        quote, (today[1],), recorded=False
    )


def test_a_quote_like_nothing_is_gone():
    fate = passage_fate(passages(VOTE), (), id_of(FIRE), FIRE[:40])
    assert fate == Gone(FIRE[:40], recorded=False)


def test_a_quote_of_one_common_word_finds_nothing_for_sure():
    assert not isinstance(passage_fate(passages(FIRE, VOTE), (), "p0", "the"), Moved)


def test_a_short_passage_is_found_by_all_of_its_words():
    today = passages("Help came.", FIRE)
    assert passage_fate(today, (), "p0", "help  came.") == Moved(today[0])


def test_an_id_without_record_and_without_quote_is_unknown():
    assert passage_fate(passages(FIRE), (), "p000000000000", " ") == Unknown()


def test_the_second_of_twins_leads_to_the_one_that_is_left():
    today = passages(FIRE)
    assert passage_fate(today, (), id_of(FIRE) + "-2", "") == Moved(today[0])


def test_overlap_is_one_for_the_same_words_and_nothing_for_none():
    assert overlap(FIRE, FIRE) == 1
    assert overlap("", "") == 0
    assert overlap("north wind", "south sea") == 0
