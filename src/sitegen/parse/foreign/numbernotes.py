"""Footnotes that are links from a number to another and back, as Substack has them, become footnotes of Markdown."""

import re
from collections.abc import MutableMapping
from typing import Any

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.tokens import BLOCK

_SIGN = "#footnote-anchor-"
"""To where each note leads back."""
_CALL = regex(r"\[(\d{1,3})\]\([^()\s]*#footnote-\1(?:-\d+)?\)")
_NOTE = regex(r"\[(\d{1,3})\]\([^()\s]*#footnote-anchor-\1(?:-\d+)?\)\s*(?P<said>(?s:.*))")


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
