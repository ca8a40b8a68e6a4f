"""`*[HTML]: HyperText Markup Language` says what an abbreviation stands for, wherever it is used in the text.

So have it PHP Markdown Extra, kramdown and Python-Markdown.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.syntax.lines import line_text

KEY = "abbreviations"
"""Where the environment of a text has them: what each stands for."""
_DEFINITION = regex(r"\*\[(?P<short>[^\[\]\n]{1,60})\]:[ \t]*(?P<full>[^*\n]*[^*\s])")
"""An asterisk further on ends emphasis, as in `*[Update]: The vote is over.*`"""


def abbreviation_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a line that says what an abbreviation stands for; nothing of it is shown where it stands."""
    match = None if state.is_code_block(start) else _definition(state, start)
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
    longest = sorted(meanings, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    for token in tokens:
        if token.type == "inline" and pattern.search(token.content):
            token.children = [part for child in token.children or [] for part in _parts(child, pattern, meanings)]


def _parts(child: Token, pattern: re.Pattern[str], meanings: Mapping[str, str]) -> Iterator[Token]:
    done = 0
    for found in pattern.finditer(child.content) if child.type == "text" else ():
        yield _text(child.content[done : found.start()])
        yield Token("abbr_open", "abbr", 1, attrs={"title": meanings[found[0]]})
        yield _text(found[0])
        yield Token("abbr_close", "abbr", -1)
        done = found.end()
    yield _text(child.content[done:]) if done else child


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
