from indexer.engine.terms import GAP, terms_of


def test_the_title_stands_before_and_after_the_passages(article):
    body = terms_of(article("a", "Two Words", "One.", "Three more words")).body
    assert body.exact == ["two", "words", "one", "three", "more", "words", "two", "words"]
    assert body.stems == ["two", "word", "one", "three", "more", "word", "two", "word"]
    assert body.starts == [0, 2 + GAP, 3 + 2 * GAP, 6 + 3 * GAP]
    starts = body.starts
    assert body.positions == [
        0,
        1,
        starts[1],
        starts[2],
        starts[2] + 1,
        starts[2] + 2,
        starts[3],
        starts[3] + 1,
    ]


def test_a_block_without_words_still_has_its_place(article):
    body = terms_of(article("a", "", "...", "word")).body
    assert body.starts == [0, GAP, 2 * GAP, 3 * GAP + 1]
    assert body.positions == [2 * GAP]


def test_byline_credits_and_removed_blocks_stand_on_lines_of_their_own(article):
    terms = terms_of(
        article("a", "T", "x", byline="By Ida", credits=("Agency",), removed=("Share", "Reply"))
    )
    assert terms.byline.exact == ["by", "ida", "agency"]
    assert terms.byline.starts == [0, 2 + GAP]
    assert terms.removed.stems == ["share", "repli"]
    assert terms.title.exact == ["t"]
    assert terms_of(article("a", "T")).byline.exact == []
