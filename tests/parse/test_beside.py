"""A block knows what it says, what it holds, where it ends, and what stands above and below it."""

from markdown_it import MarkdownIt

from sitegen.parse.blocks import Block, blocks, top_headings

TOKENS = MarkdownIt().parse("# Rain\n\nIt *rains*.\n\n- one\n- two\n\n  > three\n\n---\n\n> ## Sun\n")


def test_one_block_after_another():
    kinds = ["heading_open", "paragraph_open", "bullet_list_open", "hr", "blockquote_open"]
    assert kinds == [block.kind for block in blocks(TOKENS)]


def test_what_a_block_says():
    heading, line, listed, *_ = blocks(TOKENS)
    assert ["Rain", "It rains."] == [heading.said, line.said]
    assert "It *rains*." == line.paragraph.content
    assert None is heading.paragraph is listed.paragraph


def test_what_a_block_holds():
    items = list(Block(TOKENS, 6).items)
    assert [["one"], ["two", "three"]] == [
        [token.content for token in item.inner if token.type == "inline"] for item in items
    ]
    assert items[1].end == Block(TOKENS, 6).end - 1


def test_what_stands_beside_a_block():
    for above, below in zip(list(blocks(TOKENS))[:-1], list(blocks(TOKENS))[1:], strict=True):
        assert above.below == below
        assert below.above == above


def test_nothing_stands_above_the_first_and_below_the_last():
    assert "" == Block(TOKENS).above.kind == Block(TOKENS).above.tag
    assert "" == Block(TOKENS, len(TOKENS)).kind == list(blocks(TOKENS))[-1].below.tag
    assert [] == list(blocks([]))


def test_headings_in_no_other_element():
    assert ["Rain"] == [heading.said for heading in top_headings(TOKENS)]
