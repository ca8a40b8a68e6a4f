"""`*[HTML]: HyperText Markup Language` says what an abbreviation stands for, wherever it is used in the text.

So have it PHP Markdown Extra, kramdown and Python-Markdown.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.inlines import spoken_in
from sitegen.parse.syntax.lines import line_text
from sitegen.parse.tokens import words

KEY = "abbreviations"
"""Where the environment of a text has them: what each stands for."""
_DEFINITION = regex(r"\*\[(?P<short>(?!\s)[^\[\]\n]{1,60}(?<!\s))\]:[ \t]*(?P<full>[^*\n]*[^*\s])")
"""An asterisk further on ends emphasis, as in `*[Update]: The vote is over.*`"""

_WORD = regex(r"\w+|(?<!\w)[^\w\s]")
"""What an abbreviation begins with."""
_WITHIN = regex(r"\w")


def abbreviation_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a line, in no list or quote, that says what an abbreviation stands for; it is not shown where it stands."""
    match = None if state.level or state.is_code_block(start) else _definition(state, start)
    if not match or not (start + 1 == end or state.isEmpty(start + 1) or _definition(state, start + 1)):
        return False
    if not silent:
        state.env.setdefault(KEY, {})[match["short"]] = match["full"]
        state.line = start + 1
    return True


def _definition(state: StateBlock, line: int) -> re.Match[str] | None:
    return _DEFINITION.fullmatch(line_text(state, line).rstrip())


def abbreviate(tokens: Sequence[Token], env: Mapping[str, Any]) -> None:
    """Put the element of an abbreviation around each in inline tokens; code and addresses stay."""
    meanings: Mapping[str, str] = env.get(KEY, {})
    if not meanings:
        return
    begun: dict[str, list[str]] = {}
    for short in sorted(meanings, key=len, reverse=True):
        begun.setdefault(_WORD.findall(short)[0], []).append(short)
    for token in tokens:
        children = token.children or []
        if token.type == "inline" and not begun.keys().isdisjoint(_WORD.findall(token.content)):
            spoken = set(map(id, spoken_in(children)))
            parts = (_abbreviated(child, begun, meanings) if id(child) in spoken else (child,) for child in children)
            token.children = [*chain.from_iterable(parts)]


def _abbreviated(text: Token, begun: Mapping[str, Sequence[str]], meanings: Mapping[str, str]) -> Iterator[Token]:
    said, done = text.content, 0
    for word in _WORD.finditer(said):
        start = word.start()
        fitting = (short for short in begun.get(word[0], ()) if said.startswith(short, start))
        found = next((short for short in fitting if not _WITHIN.match(said, start + len(short))), "")
        if not found or start < done:
            continue
        yield words(said[done:start])
        yield Token("abbr_open", "abbr", 1, attrs={"title": meanings[found]})
        yield words(found)
        yield Token("abbr_close", "abbr", -1)
        done = start + len(found)
    yield words(said[done:]) if done else text
