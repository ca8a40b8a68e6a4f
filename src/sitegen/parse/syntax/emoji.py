"""`:tada:` is 🎉, by the names that GitHub, Jekyll and Hugo know."""

from collections.abc import Sequence
from functools import cache

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import letters
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import plain_text, spoken_in

_SPELLED = "spelled"
"""Where the `meta` of a line has its plain text with the names, by the letters of that without."""
_NAME = regex(r":(?:[a-z][a-z0-9_-]*|[+-]1|100|1234):")
_STANDS = regex(rf"(?<![\w:]){_NAME.pattern}(?![\w:])")


def emoji(tokens: Sequence[Token], manuscript: Manuscript) -> None:
    """Put emoji in the place of their names in inline tokens; code, addresses and what is no such name stay."""
    if not _NAME.search(manuscript.text):
        return
    for token in tokens:
        if token.type == "inline" and ":" in token.content and _NAME.search(token.content):
            spelled = plain_text(token)
            for child in spoken_in(token.children or []):
                child.content = _STANDS.sub(lambda name: _drawn(name[0]), child.content)
            token.meta[_SPELLED] = {letters(plain_text(token)): spelled}


def as_spelled(line: Token) -> str:
    """Return the plain text of a line with the names of emoji: ids are made of these, here as elsewhere."""
    said = plain_text(line)
    return str(line.meta.get(_SPELLED, {}).get(letters(said), said))


@cache
def _drawn(name: str) -> str:
    from emoji import emojize  # its tables take a while, and few texts need them

    return emojize(name, language="alias")
