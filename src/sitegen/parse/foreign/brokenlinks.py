"""A link that a converter has spread over several blocks becomes one again: `[`, a picture, and `](https://…)`.

Footnotes that are links from a number to another and back, as Substack has them, become footnotes of Markdown.
"""

import re
from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it.token import Token

from sitegen.base.noun import Noun
from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, inline, paragraph, row_of

_TARGET = regex(r"\((?P<target><[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:[ \t]+\"[^\"]*\")?\)")
_PICTURE = regex(r"!\[[^\[\]\n]*\]\([^()\s]*\)")
_MOST = 8
"""Blocks that one holds: a card has a title, a few words and a picture."""
_BLOCKS = ("paragraph_open", "heading_open")

_SIGN = "#footnote-anchor-"
"""To where each note leads back."""
_CALL = regex(r"\[(\d{1,3})\]\([^()\s]*#footnote-\1(?:-\d+)?\)")
_NOTE = regex(r"\[(\d{1,3})\]\([^()\s]*#footnote-anchor-\1(?:-\d+)?\)\s*(?P<said>(?s:.*))")


class _Last(Noun):
    """The paragraph in which a link ends, in parts."""

    before: str
    target: str
    after: str


def with_whole_links(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens with such links whole: around pictures alone, else around the first words."""
    if "\n](" not in manuscript.text and not (manuscript.pictured and ")](" in manuscript.text):
        return tokens
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        end, last = _link_end(tokens, at)
        if last:
            result += _link_again(tokens[at:end], last)
            at = end
            if last.after:  # where the next link may begin
                at = end - BLOCK
                tokens[at:end] = _paragraph(last.after, tokens[end - 2], tokens[at].level)
        else:
            result.append(tokens[at])
            at += 1
    return result


def _link_end(tokens: Sequence[Token], start: int) -> tuple[int, _Last | None]:
    """Return where the paragraph ends in which a link does that a paragraph begins, and its parts; None where none."""
    first = tokens[start + 1].content if tokens[start].type == "paragraph_open" else ""
    if first[:1] != "[" or first.count("[") <= first.count("]") or _closes(first) >= 0:
        return start, None
    for at in range(start + BLOCK, min(len(tokens), start + _MOST * BLOCK), BLOCK):
        if tokens[at].type not in _BLOCKS or tokens[at].level != tokens[start].level:
            break
        text = tokens[at + 1].content
        bracket = _closes(text)
        if bracket >= 0:
            found = _TARGET.match(text, bracket + 1) if tokens[at].type == "paragraph_open" else None
            last = _Last(text[:bracket], found["target"], text[found.end() :].strip()) if found else None
            return at + BLOCK, last
        if text.count("[") > text.count("]"):
            break
    return start, None


def _closes(text: str) -> int:
    """Return where a bracket closes that is not opened in a text; -1 where none does."""
    depth = 0
    for at, sign in enumerate(text):
        if sign in "[]" and text[at - 1 : at] != "\\":
            depth += 1 if sign == "[" else -1
            if depth < 0:
                return at
    return -1


def _link_again(blocks: Sequence[Token], last: _Last) -> list[Token]:
    texts = [blocks[at + 1] for at in range(0, len(blocks), BLOCK)]
    said = [texts[0].content[1:], *(text.content for text in texts[1:-1]), last.before]
    parts = [(part.strip(), text) for part, text in zip(said, texts, strict=True) if part.strip()]
    words = [(rest, text) for part, text in parts if (rest := _PICTURE.sub("", part).strip())]
    level = blocks[0].level
    if not words:
        pictures = " ".join(part for part, _ in parts)
        return _paragraph(f"[{pictures}]({last.target})", texts[0], level) if pictures else []
    (first, begin), *others = words
    result = _paragraph(f"[{first}]({last.target})", begin, level)
    for part, text in others:
        result += _paragraph(part, text, level)
    return result


def _paragraph(content: str, text: Token, level: int) -> list[Token]:
    made = paragraph(inline(content, row_of(text)))
    for token in made:
        token.level = level + (token.type == "inline")
    return made


def with_notes(tokens: list[Token], env: MutableMapping[str, Any], text: str) -> list[Token]:
    """Return the block tokens with such notes, and their calls, as the parser knows its own."""
    if _SIGN not in text:
        return tokens
    called = {found[1] for token in tokens if token.type == "inline" for found in _CALL.finditer(token.content)}
    starts = {at: found for at in range(len(tokens)) if (found := _note_begun(tokens, at)) and found[1] in called}
    noted = {found[1] for found in starts.values()}
    known = env.get("footnotes", {}).get("refs", {})
    if len(noted) < len(starts) or any(f":note-{number}" in known for number in noted):
        return tokens  # which note a number calls cannot be told
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        if at not in starts:
            result.append(tokens[at])
            at += 1
            continue
        end = _note_end(tokens, at, starts)
        label = f"note-{starts[at][1]}"
        env.setdefault("footnotes", {}).setdefault("refs", {})[f":{label}"] = -1
        result.append(Token("footnote_reference_open", "", 1, map=tokens[at].map, meta={"label": label}, block=True))
        tokens[at + 1].content = starts[at]["said"]
        result += tokens[at if starts[at]["said"] else at + BLOCK : end]
        result.append(Token("footnote_reference_close", "", -1, block=True))
        at = end
    for token in result:
        if token.type == "inline" and "#footnote-" in token.content and "`" not in token.content:
            token.content = _CALL.sub(lambda call: f"[^note-{call[1]}]" if call[1] in noted else call[0], token.content)
    return result


def _note_begun(tokens: list[Token], at: int) -> re.Match[str] | None:
    """Return the beginning of a note that a paragraph is, or is the number of."""
    if tokens[at].type != "paragraph_open" or tokens[at].level or _SIGN not in tokens[at + 1].content:
        return None
    return _NOTE.fullmatch(tokens[at + 1].content)


def _note_end(tokens: list[Token], start: int, starts: dict[int, re.Match[str]]) -> int:
    """Return where a note ends: at the next, where only paragraphs stand between; else behind its first paragraph."""
    first = start + (BLOCK if starts[start]["said"] else 2 * BLOCK)
    at = start + BLOCK
    while at < len(tokens) and tokens[at].type == "paragraph_open" and at not in starts:
        at += BLOCK
    return at if at in starts else min(first, at)
