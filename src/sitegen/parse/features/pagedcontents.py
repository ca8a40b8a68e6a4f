"""A table of contents with the numbers of pages, as word processors write it, leaves the text."""

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import letters
from sitegen.parse.blocks import Block, top_headings
from sitegen.parse.features.linklists import all_links, labelled, leads_down
from sitegen.parse.features.sectiontitles import SECTION

_PAGE = regex(r"\s+\d{1,3}\s*$")
"""The number of a page behind a title."""
_SEVERAL = 2


def without_paged_contents(tokens: list[Token]) -> list[Token]:
    """Return the tokens without links to headings above the first of these, in a list or in a line each."""
    first = next((at for at, token in enumerate(tokens) if token.type == "heading_open" and not token.level), 0)
    begin = next((at for at in range(first) if "](#" in tokens[at].content), 0)
    if not begin:
        return tokens
    begin = max((at for at in range(begin) if not tokens[at].level and tokens[at].nesting > 0), default=first)
    if begin == first:
        return tokens
    end = Block(tokens, begin).end
    while tokens[begin].type == "paragraph_open" and end < first and "](#" in tokens[end + 1].content:
        end = Block(tokens, end).end
    said = [label for token in tokens[begin:end] for _, label in labelled(token)]
    titles = titles_of(tokens[first:])
    listed = all(_PAGE.search(label) and bare(_PAGE.sub("", label)) in titles for label in said)
    if len(said) < _SEVERAL or not listed or not all_links(tokens[begin:end], leads_down):
        return tokens
    above = Block(tokens, begin).above
    match = SECTION.fullmatch(above.said.casefold()) if above.paragraph else None
    return [*tokens[: above.at if match and match["contents"] else begin], *tokens[end:]]


def titles_of(tokens: list[Token]) -> frozenset[str]:
    """Return what all headings say, as `bare` has it."""
    return frozenset(bare(heading.said) for heading in top_headings(tokens))


def bare(text: str) -> str:
    """Return a title but for case, signs and what numbers it."""
    return letters(text).lstrip("0123456789")
