"""Footnote definitions leave the text and become one list at its end, numbered as the text calls them."""

from collections.abc import MutableMapping
from typing import Any

from markdown_it.token import Token

from sitegen.parse.manuscript import Manuscript


def cut_definitions(tokens: list[Token], found: dict[str, tuple[int, list[Token]]]) -> list[Token]:
    """Return the tokens without footnote definitions; these go to `found`, by label, with their line."""
    if not any(token.type == "footnote_reference_open" for token in tokens):
        return tokens
    kept: list[Token] = []
    current: list[Token] | None = None
    for token in tokens:
        if token.type == "footnote_reference_open":
            current = []
            line = token.map[0] + 1 if token.map else 0
            found.setdefault(token.meta["label"], (line, current))
        elif token.type == "footnote_reference_close":
            current = None
        elif current is not None:
            current.append(token)
        else:
            kept.append(token)
    return kept


def footnote_tokens(
    env: MutableMapping[str, Any], found: dict[str, tuple[int, list[Token]]], manuscript: Manuscript
) -> list[tuple[int, int, list[Token]]]:
    """Return (number, how often it is called, its tokens) of every footnote that the text calls; report the others."""
    called: dict[int, dict[str, Any]] = env.get("footnotes", {}).get("list", {})
    notes: list[tuple[int, int, list[Token]]] = []
    labels = {note.get("label") for note in called.values()}
    for identity, note in called.items():
        if "tokens" in note:
            inline = Token("inline", "", 0, content=note["content"], children=note["tokens"], block=True)
            tokens = [
                Token("paragraph_open", "p", 1, block=True), inline, Token("paragraph_close", "p", -1, block=True)
            ]  # fmt: skip
        else:
            tokens = found.get(note["label"], (0, []))[1]
        notes.append((identity + 1, max(note.get("count", 1), 1), tokens))
    for label, (line, _) in found.items():
        if label not in labels:
            manuscript.report(
                "parse/footnote",
                f'no text calls the footnote "{label}", so it is left out',
                line,
                1,
                width=len(label) + 3,
                hint=f"write [^{label}] where it belongs, or remove it",
            )
    return notes
