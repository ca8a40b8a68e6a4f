"""`==marked==`, `19^th^` and `H~2~O`, as Pandoc and editors of notes write them, become elements.

`*[HTML]: HyperText Markup Language` says what an abbreviation stands for, wherever it is used in the text, as in
kramdown and Python-Markdown.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.lines import line_text
from sitegen.parse.tokens import spoken_in, words

_MARKED = regex(r"(?<![A-Za-z0-9_=])==(?=[\w\ufffc])(?:(?!==)[^\0])+(?<=[\w\ufffc.!?…%)])==(?![A-Za-z0-9_=])")
"""Words between two signs that stand at no word, as in `a == b` and `x==y` they do."""
_SMALL = regex(
    r"(?<=[A-Za-z0-9)])\^(?P<sup>[+−-]?\w[\w+−.,]{0,11})\^(?![\w^])"
    r"|(?<=[A-Za-z)])~(?P<sub>\d{1,3}(?=~(?![\d~]))|\w{1,4}(?=~(?![\w~])))~"
)
"""What stands high or low behind a letter; a number low between two letters, as in H~2~O, but no power of a power."""
_THING = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what is no text."""

KEY = "abbreviations"
"""Where the environment of a text has them: what each stands for."""
_DEFINITION = regex(r"\*\[(?P<short>(?!\s)[^\[\]\n]{1,60}(?<!\s))\]:[ \t]*(?P<full>[^*\n]*[^*\s])")
"""An asterisk further on ends emphasis, as in `*[Update]: The vote is over.*`"""

_WORD = regex(r"\w+|(?<!\w)[^\w\s]")
"""What an abbreviation begins with."""
_WITHIN = regex(r"\w")


def marks(tokens: Sequence[Token], manuscript: Manuscript) -> None:
    """Put elements in the place of such signs in inline tokens; code and what is escaped stay."""
    text = manuscript.text
    if "==" not in text and "^" not in text and "~" not in text:
        return
    for token in tokens:
        if token.type != "inline":
            continue
        if "==" in token.content:
            _mark(token)
        if "^" in token.content or "~" in token.content:
            token.children = [part for child in token.children or [] for part in _small(child)]


def _small(child: Token) -> Iterator[Token]:
    done = 0
    for found in _SMALL.finditer(child.content) if child.type == "text" else ():
        name = "sup" if found["sup"] else "sub"
        yield words(child.content[done : found.start()], child.level)
        yield from (_edge(name, 1), words(found[name], child.level), _edge(name, -1))
        done = found.end()
    yield words(child.content[done:], child.level) if done else child


def _mark(line: Token) -> None:
    children = line.children or []
    shown = [_shown(child) for child in children]
    starts = [0, *accumulate(map(len, shown))]
    for found in reversed([*_MARKED.finditer("".join(shown))]):
        first, last = (bisect_right(starts, at) - 1 for at in (found.start(), found.end() - 1))
        inner = [int(child.nesting) for child in children[first + 1 : last]]
        if any(depth < 0 for depth in accumulate(inner)) or sum(inner, 0):
            continue  # what begins within emphasis ends there
        opens, closes = found.start() - starts[first], found.end() - 2 - starts[last]
        begin, end = children[first], children[last]
        before, after = words(begin.content[:opens], begin.level), words(end.content[closes + 2 :], end.level)
        if first == last:
            within = [words(begin.content[opens + 2 : closes], begin.level)]
        else:
            within = [words(begin.content[opens + 2 :], begin.level), *children[first + 1 : last]]
            within.append(words(end.content[:closes], end.level))
        children[first : last + 1] = [before, _edge("mark", 1), *within, _edge("mark", -1), after]


def _shown(child: Token) -> str:
    if child.type == "text":
        return child.content
    return "\n" if child.type in ("softbreak", "hardbreak") else "" if child.nesting else _THING


def _edge(name: str, nesting: int) -> Token:
    return Token(f"{name}_open" if nesting > 0 else f"{name}_close", name, 1 if nesting > 0 else -1)


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
