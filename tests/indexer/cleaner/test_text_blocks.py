from indexer.cleaner.text_blocks import is_caption_mark, text_blocks


def test_every_line_with_something_to_read_is_a_block():
    blocks = text_blocks("Title\n\n\nFirst line.\n \u200b\nSecond line.")
    assert [(block.text, block.gap) for block in blocks] == [
        ("Title", 0),
        ("First line.", 2),
        ("Second line.", 1),
    ]


def test_the_mark_of_a_caption_is_a_block_of_its_own():
    blocks = text_blocks("Caption: The mill at dusk.")
    assert [block.text for block in blocks] == ["Caption:", "The mill at dusk."]
    assert is_caption_mark("Caption:")
    assert not is_caption_mark("The mill at dusk.")


def test_an_empty_text_has_no_blocks():
    assert text_blocks(" \n\n\t") == ()


def test_a_caption_behind_its_mark_is_tidy_and_never_empty():
    blocks = text_blocks("Caption:\u200f \u200bA boat.\nCaption: \u200f\u200b")
    assert [block.text for block in blocks] == ["Caption:", "A boat.", "Caption:"]
