"""What stands around the text proper: a byline at the top leaves it, and its first paragraph says what it is about."""

import re

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.headings import plain_children, plain_text
from sitegen.parse.people import split_names

_BYLINE = regex(r"by:?\s+(?P<names>[^\W\d_][^!?:\n]{1,70})", re.IGNORECASE)
_LONGEST = 90
_MOST_NAMES = 6
_MOST_WORDS = 5
_SHORTEST_LEAD = 4
_LONG_WITHOUT_SPACES = 24
_LISTS = ("bullet_list", "ordered_list", "list_item")


def take_byline(tokens: list[Token], authors: tuple[str, ...]) -> tuple[tuple[str, ...], list[Token]]:
    """Return the authors, and the tokens without a first paragraph that says no more than "by …".

    The paragraph stays where the front matter names others.
    """
    if not tokens or tokens[0].type != "paragraph_open":
        return authors, tokens
    text = plain_text(tokens[1]).strip(" .")
    match = _BYLINE.fullmatch(text) if len(text) <= _LONGEST else None
    names = split_names(match["names"]) if match else ()
    if not names or len(names) > _MOST_NAMES or not all(map(_is_name, names)):
        return authors, tokens
    if authors and {name.casefold() for name in names} != {name.casefold() for name in authors}:
        return authors, tokens
    return authors or names, tokens[3:]


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _MOST_WORDS and words[0][0].isupper() and words[-1][0].isupper()


def lead(tokens: list[Token]) -> str:
    """Return the first paragraph that says something, as plain text: no heading, callout, image or byline.

    A text that is all lists says it in the first entry of one.
    """
    short = listed = ""
    depth = lists = 0
    for index, token in enumerate(tokens):
        if token.type == "paragraph_open" and depth == lists and not (depth and listed):
            text = _words(tokens[index + 1])
            if not _says_something(text) or _BYLINE.fullmatch(text):
                short = short or ("" if depth else text)
            elif depth:
                listed = text
            else:
                return text
        depth += token.nesting
        lists += token.nesting if token.type.startswith(_LISTS) else 0
    return short or listed


def _words(line: Token) -> str:
    children = [child for child in line.children or [] if child.type != "image"]
    return " ".join(plain_children(children).split())


def _says_something(text: str) -> bool:
    return len(text.split()) >= _SHORTEST_LEAD or len(text) >= _LONG_WITHOUT_SPACES
