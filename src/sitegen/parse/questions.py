"""Tokens become questions with their answers: by headings, `Q:` and `A:`, bold lines, or a definition list."""

import re

from markdown_it.token import Token

from sitegen.base.noun import Struct, field
from sitegen.base.patterns import regex

_Q = regex(r"(?:\*\*|__)?Q(?:uestion)?\s?\d*\s?[:.](?:\*\*|__)?\s*", re.IGNORECASE)
_A = regex(r"(?:\*\*|__)?A(?:nswer)?\s?\d*\s?[:.](?:\*\*|__)?\s*", re.IGNORECASE)
_DEFINITIONS = ("dl_open", "dl_close", "dd_open", "dd_close")


class Entry(Struct):
    """One question, and the tokens of its answer."""

    question: Token
    """An inline token."""
    answer: list[Token] = field(default_factory=list)
    id: str = ""
    """The author's own at first, then the one that is free."""

    @property
    def line(self) -> int:
        """The file line of the question."""
        return self.question.map[0] + 1 if self.question.map else 0


def entries_of(tokens: list[Token], *, depth: int) -> tuple[list[Token], list[Entry]]:
    """Return what stands before the first question, and the questions with their answers.

    Only what stands in as many elements as `depth` says is a question.
    """
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open" and token.level == depth]
    if levels:
        return _by_headings(tokens, levels[0], depth)
    return _by_paragraphs(tokens)


def _by_headings(tokens: list[Token], level: int, depth: int) -> tuple[list[Token], list[Entry]]:
    intro: list[Token] = []
    entries: list[Entry] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "heading_open" and int(token.tag[1]) <= level and token.level == depth:
            entries.append(Entry(tokens[index + 1], id=str(token.attrs.get("id", ""))))
            index += 3
            continue
        (entries[-1].answer if entries else intro).append(token)
        index += 1
    return intro, entries


def _by_paragraphs(tokens: list[Token]) -> tuple[list[Token], list[Entry]]:
    """Read `Q:` and `A:`, questions that are bold paragraphs, and definition lists."""
    intro: list[Token] = []
    entries: list[Entry] = []
    index = depth = 0
    while index < len(tokens):
        token = tokens[index]
        if not depth and token.type == "paragraph_open":
            found = _question(tokens[index + 1])
            if found:
                question, answer = found
                entries.append(Entry(question, paragraph(answer) if answer else []))
                index += 3
                continue
            if entries and not entries[-1].answer:
                _cut(tokens[index + 1], _A)
        if not depth and token.type == "dt_open":
            entries.append(Entry(tokens[index + 1]))
            index += 3
            continue
        if not depth and token.type == "dd_open":
            _loosen(tokens, index)
        if depth or token.type not in _DEFINITIONS:
            depth += token.nesting
            (entries[-1].answer if entries else intro).append(token)
        index += 1
    return intro, entries


def _question(text: Token) -> tuple[Token, Token | None] | None:
    """Return the question that a paragraph is, and the answer that follows in its later lines."""
    children = text.children or []
    split = next((i for i, child in enumerate(children) if child.type in ("softbreak", "hardbreak")), len(children))
    head, tail = children[:split], children[split + 1 :]
    while head and head[0].type == "text" and not head[0].content:
        head = head[1:]
    while head and head[-1].type == "text" and not head[-1].content.strip():
        head = head[:-1]
    if not head:
        return None
    bold = head[0].type == "strong_open" and head[-1].type == "strong_close" and head[0].level == head[-1].level
    question = _inline(text, head[1:-1] if bold else head, 0)
    marked = bool(_Q.match(_written(head)))
    if not marked and not (bold and _written(head).rstrip().endswith(("?", "？"))):
        return None
    if marked:
        _cut(question, _Q)
    if not tail:
        return question, None
    answer = _inline(text, tail, 1)
    _cut(answer, _A)
    return question, answer


def _written(children: list[Token]) -> str:
    return "".join(child.content for child in children if child.type in ("text", "code_inline"))


def _inline(text: Token, children: list[Token], row: int) -> Token:
    first = (text.map[0] if text.map else 0) + row
    return Token("inline", "", 0, content=text.content, map=[first, first + 1], children=children, block=True)


def _cut(text: Token, mark: re.Pattern[str]) -> None:
    """Take a mark like `A:` off the beginning of a paragraph, also where it is bold."""
    children = text.children or []
    while children and children[0].type == "text" and not children[0].content:
        children = children[1:]
    if len(children) > 2 and children[0].type == "strong_open" and children[2].type == "strong_close":
        after = children[3].content if len(children) > 3 and children[3].type == "text" else ""
        if mark.fullmatch(
            children[1].content.rstrip() + ("" if children[1].content.rstrip()[-1:] in ":." else after[:1])
        ):
            children = children[3:]
            if children and children[0].type == "text":
                children[0].content = children[0].content.lstrip(" :")
    elif children and children[0].type == "text" and (match := mark.match(children[0].content)):
        children[0].content = children[0].content[match.end() :]
    text.children = children


def paragraph(text: Token) -> list[Token]:
    """Return the tokens of a paragraph."""
    return [Token("paragraph_open", "p", 1, block=True), text, Token("paragraph_close", "p", -1, block=True)]


def _loosen(tokens: list[Token], index: int) -> None:
    """Make the text of a definition a paragraph, as an answer has it."""
    level = tokens[index].level + 1
    for token in tokens[index + 1 : closing(tokens, index)]:
        if token.level == level and token.type in ("paragraph_open", "paragraph_close"):
            token.hidden = False


def closing(tokens: list[Token], index: int) -> int:
    """Return the index behind the token that closes the one at `index`."""
    depth = 0
    for position in range(index, len(tokens)):
        depth += tokens[position].nesting
        if not depth:
            return position + 1
    return len(tokens)
