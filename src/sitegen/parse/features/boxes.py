"""Callouts of the front matter, which says no places for them, stand at the ends of sections."""

from markdown_it.token import Token

Box = list[Token]


def with_boxes(tokens: list[Token], boxes: list[Box]) -> list[Token]:
    """Return a text with the first box at the end of its first section, the second at that of its second, and so on.

    What is left stands at the end of the last; an FAQ is no section.
    """
    faq = next((at for at, token in enumerate(tokens) if token.type == "faq_slot" and not token.level), len(tokens))
    tops = [at for at in range(faq) if tokens[at].type == "heading_open" and not tokens[at].level]
    highest = min((tokens[at].tag for at in tops), default="")
    ends = [_above_rules(tokens, at) for at in (*[at for at in tops if tokens[at].tag == highest][1:], faq)]
    placed: dict[int, Box] = {}
    for number, box in enumerate(boxes):
        placed.setdefault(ends[min(number, len(ends) - 1)], []).extend(box)
    for end in sorted(placed, reverse=True):
        tokens = [*tokens[:end], *placed[end], *tokens[end:]]
    return tokens


def _above_rules(tokens: list[Token], at: int) -> int:
    while at and tokens[at - 1].type == "hr":
        at -= 1
    return at
