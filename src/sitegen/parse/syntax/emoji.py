"""`:tada:` is 🎉, by the names that GitHub, Jekyll and Hugo know."""

from collections.abc import Sequence
from functools import cache

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.inlines import plain_text, spoken_in
from sitegen.parse.manuscript import Manuscript

SPELLED = "spelled"
"""Where the `meta` of a line has it with the names: ids are made of these, as elsewhere."""
_NAME = regex(r":(?:[a-z][a-z0-9_-]*|[+-]1|100|1234):")
_STANDS = regex(rf"(?<![\w:]){_NAME.pattern}(?![\w:])")


def emoji(tokens: Sequence[Token], manuscript: Manuscript) -> None:
    """Put emoji in the place of their names in inline tokens; code, addresses and what is no such name stay."""
    if not _NAME.search(manuscript.text):
        return
    for token in tokens:
        if token.type == "inline" and ":" in token.content and _NAME.search(token.content):
            token.meta[SPELLED] = plain_text(token)
            for child in spoken_in(token.children or []):
                child.content = _STANDS.sub(lambda name: _drawn(name[0]), child.content)


@cache
def _drawn(name: str) -> str:
    from emoji import emojize  # its tables take a while, and few texts need them

    return emojize(name, language="alias")
