"""Blocks among tokens: where each begins and ends, what it says, and what stands beside it."""

from collections.abc import Iterator

from markdown_it.token import Token

from sitegen.base.noun import Noun
from sitegen.parse.tokens import plain_text

LISTS = ("bullet_list_open", "ordered_list_open")
AROUND = frozenset((
    *LISTS, "bullet_list_close", "ordered_list_close", "list_item_open", "list_item_close",
    "paragraph_open", "paragraph_close", "blockquote_open", "blockquote_close",
    *(f"{part}_{edge}" for part in ("table", "thead", "tbody", "tr", "th", "td") for edge in ("open", "close")),
))  # fmt: skip
"""What stands around the lines of a list, whatever it is a list in."""


class Block(Noun):
    """The block that begins at an index; where none does, above the first and below the last, it is of no kind.

    Headings and paragraphs are three tokens: one that opens them, their text, and one that closes them. What holds
    blocks has them between two such tokens. All else is one.
    """

    tokens: list[Token]
    """That it stands among, as do those above and below."""
    at: int = 0
    """The index of its first token."""

    @property
    def kind(self) -> str:
        """The type of its first token."""
        return self.tokens[self.at].type if self.at < len(self.tokens) else ""

    @property
    def head(self) -> Token:
        """Its first token."""
        return self.tokens[self.at]

    @property
    def tag(self) -> str:
        """Of its element, as `h2` of a heading."""
        return self.tokens[self.at].tag if self.at < len(self.tokens) else ""

    @property
    def text(self) -> Token:
        """The inline token of a heading or a paragraph."""
        return self.tokens[self.at + 1]

    @property
    def said(self) -> str:
        """The same as plain text."""
        return plain_text(self.text)

    @property
    def paragraph(self) -> Token | None:
        """The text of a paragraph; None of all else."""
        return self.text if self.kind == "paragraph_open" else None

    @property
    def end(self) -> int:
        """The index behind its last token."""
        depth = 0
        for at in range(self.at, len(self.tokens)):
            depth += self.tokens[at].nesting
            if not depth:
                return at + 1
        return len(self.tokens)

    @property
    def whole(self) -> list[Token]:
        """All of its tokens."""
        return self.tokens[self.at : self.end]

    @property
    def inner(self) -> list[Token]:
        """What it holds."""
        return self.tokens[self.at + 1 : self.end - 1]

    @property
    def items(self) -> "Iterator[Block]":
        """The blocks in it, as those of a list are."""
        item, end = self.first, self.end - 1
        while item.at < end:
            yield item
            item = item.below

    @property
    def first(self) -> "Block":
        """The first block in it."""
        return Block(self.tokens, self.at + 1)

    @property
    def below(self) -> "Block":
        """The next block."""
        return Block(self.tokens, self.end)

    @property
    def above(self) -> "Block":
        """The block that ends where it begins."""
        depth = 0
        for at in range(self.at - 1, -1, -1):
            depth += self.tokens[at].nesting
            if not depth:
                return Block(self.tokens, at)
        return Block(self.tokens, len(self.tokens))


def blocks(tokens: list[Token]) -> Iterator[Block]:
    """Yield one block after another."""
    block = Block(tokens)
    while block.at < len(tokens):
        yield block
        block = block.below


def top_headings(tokens: list[Token]) -> list[Block]:
    """Return the headings that stand in no other element."""
    return [Block(tokens, at) for at, token in enumerate(tokens) if token.type == "heading_open" and not token.level]
