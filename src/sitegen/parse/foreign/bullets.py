"""Lines that begin with `•`, as word processors write lists, become one."""

from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import has_any
from sitegen.parse.blocks import Block
from sitegen.parse.tokens import BLOCK, inline, paragraph, row_of, within

_BULLET = regex(r"[•‣▪●◦][ \t\N{NO-BREAK SPACE}]*(?=\w|[*_\[\"“„«(`])")


def bullets(tokens: list[Token], text: str) -> list[Token]:
    """Return the block tokens with lines that begin with a bullet as lists; what stands above them stays above."""
    if not has_any(text, "•‣▪●◦"):
        return tokens
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        block, level, end = Block(tokens, index), tokens[index].level, index + 1
        above, items = _split(block, level)
        if items:
            end = index + BLOCK
            while (more := _split(Block(tokens, end), level)) and more[1] and not more[0]:
                items += more[1]
                end += BLOCK
        if len(items) > 1:
            result += [*(_cut(block.whole, above) if above else ()), *_list(items, level)]
        else:
            result += tokens[index:end]
        index = end
    return result


def _split(block: Block, level: int) -> tuple[int, list[Token]]:
    """Return how many lines of a paragraph stand above its bullets, and the others as items; none where it has none."""
    text = block.paragraph
    if not text or block.head.hidden or block.head.level != level:
        return 0, []
    lines = text.content.split("\n")
    above = next((row for row, line in enumerate(lines) if _BULLET.match(line)), len(lines))
    if not all(map(_BULLET.match, lines[above:])):
        return 0, []
    first = row_of(text)
    return above, [
        inline(_BULLET.sub("", line.rstrip(), count=1), first + row)
        for row, line in enumerate(lines[above:], start=above)
    ]


def _cut(paragraph: list[Token], above: int) -> list[Token]:
    """Return a paragraph with only as many lines."""
    opened, text, closed = paragraph
    kept = inline("\n".join(text.content.split("\n")[:above]).rstrip(), row_of(text))
    kept.level = text.level
    return [opened, kept, closed]


def _list(items: Sequence[Token], level: int) -> list[Token]:
    result: list[Token] = []
    for item in items:
        opened, text, ended = paragraph(item)
        opened.hidden = ended.hidden = True
        text.level = 1
        result += _around("list_item", "li", within((opened, text, ended), 1))
    return within(_around("bullet_list", "ul", within(result, 1)), level)


def _around(name: str, tag: str, inner: Iterable[Token]) -> list[Token]:
    return [Token(f"{name}_open", tag, 1, block=True), *inner, Token(f"{name}_close", tag, -1, block=True)]
