"""Callouts of the front matter, which says no places for them, stand at the ends of sections."""

from collections.abc import Sequence

from markdown_it.token import Token

from sitegen.base.text import letters
from sitegen.parse.blocks import top_headings
from sitegen.parse.inlines import plain_text
from sitegen.parse.matter.fields import FrontCallout


def not_in_text(callouts: Sequence[FrontCallout], tokens: list[Token]) -> list[FrontCallout]:
    """Return the callouts of the front matter without those that stand in the text as well."""
    said = letters("".join(plain_text(token) for token in tokens if token.type == "inline"))
    return [callout for callout in callouts if letters(callout.text.text) not in said]


def with_front_callouts(tokens: list[Token], callouts: Sequence[list[Token]]) -> list[Token]:
    """Return a text with each callout at the end of a section, from the first section on.

    What is left stands at the end of the last; an FAQ is no section.
    """
    faq = next((at for at, token in enumerate(tokens) if token.type == "faq_slot" and not token.level), len(tokens))
    headings = top_headings(tokens[:faq])
    highest = min((heading.tag for heading in headings), default="")
    starts = [heading.at for heading in headings if heading.tag == highest]
    ends = [_above_rules(tokens, at) for at in (*starts[1:], faq)]
    placed: dict[int, list[Token]] = {}
    for number, callout in enumerate(callouts):
        placed.setdefault(ends[min(number, len(ends) - 1)], []).extend(callout)
    for end in sorted(placed, reverse=True):
        tokens = [*tokens[:end], *placed[end], *tokens[end:]]
    return tokens


def _above_rules(tokens: list[Token], at: int) -> int:
    while at and tokens[at - 1].type == "hr":
        at -= 1
    return at
