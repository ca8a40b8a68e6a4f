"""Structured data that a text brings along: the page has its own, and questions that stand nowhere else are asked."""

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import has_any, letters
from sitegen.parse.blocks import Block, blocks, top_headings
from sitegen.parse.faq.sections import is_title
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import Change, changed, row_of

_SCRIPT = regex(
    r"\s*<script\b(?=[^<>]*\btype\s*=\s*[\"']?application/ld\+json\b)[^<>]*>(?P<data>.*?)</script\s*>\s*",
    re.DOTALL | re.IGNORECASE,
)
"""Structured data, from tag to tag."""
_OF_PAGES = frozenset(("Article", "NewsArticle", "BlogPosting", "WebPage", "WebSite", "BreadcrumbList"))
_BESIDE = frozenset(("Person", "Organization", "ImageObject"))
"""What stands beside these where they say who writes; alone, it may be what the text is about."""
_OF_QUESTIONS = "FAQPage"
_MARK = 9
"""Letters, as "question 1" has."""
_SIGNS = ("application/ld+json", _OF_QUESTIONS)


@lru_cache(maxsize=1)
def _said(text: str) -> frozenset[str]:
    """Return what the lines of a text say, but for a mark or a number that they may begin with."""
    lines = [letters(line) for line in text.split("\n") if '"name"' not in line]
    return frozenset(line[mark:] for line in lines for mark in range(_MARK + 1))


def _asks_all(manuscript: Manuscript, asked: list[tuple[str, str]]) -> bool:
    """Tell whether all questions stand in lines of the text."""
    return all(letters(question) in _said(manuscript.text) for question, _ in asked)


def spelled_out(tokens: list[Token], manuscript: Manuscript, read: Callable[[str, int], list[Token]]) -> list[Token]:
    """Return the tokens with questions where a section "FAQ" holds nothing but structured data of them.

    `read` makes tokens of a text that begins on a file line.
    """
    if _OF_QUESTIONS not in manuscript.text:
        return tokens
    spelled: list[Change] = []
    for heading in top_headings(tokens):
        data = heading.below
        asked = _asked(_written(data)) if data.kind and is_title(heading.said) else []
        if not asked or data.below.kind not in ("", "heading_open") or _asks_all(manuscript, asked):
            continue
        mark = "#" * (int(heading.tag[1]) + 1)
        text = "".join(f"{mark} {question}\n\n{answer}\n\n" for question, answer in asked)
        line = (data.head.map or [0])[0] + 1
        questions = read(text, line)
        for made in questions:
            made.map = [line - 1, line] if made.map else None
        spelled.append((data.at, data.end, questions))
    return changed(tokens, spelled)


def take_structured(tokens: list[Token], manuscript: Manuscript) -> tuple[list[Token], list[Token]]:
    """Return the structured data that pages have themselves, and the other tokens: else an answer would end in them.

    Where they are shown, as code or as text, they leave if the text asks all of their questions as well.
    """
    if not has_any(manuscript.text, _SIGNS):
        return [], tokens
    taken = [block for block in blocks(tokens) if _is_repeated(_written(block), manuscript)]
    return list(map(_written, taken)), changed(tokens, ((block.at, block.end, ()) for block in taken))


def not_said(taken: list[Token], manuscript: Manuscript, *, asked: bool) -> list[Token]:
    """Return of these tokens those whose data the page has not, as it has no questions unless some are `asked`.

    The others are told.
    """
    kept = []
    for token in taken:
        if token.type == "html_block" and _OF_QUESTIONS in _kinds(token) and not asked:
            kept.append(token)
        else:
            row = row_of(token)
            message = "the page has these structured data by itself, so they are left out"
            begin = manuscript.lines[row].strip() if row < len(manuscript.lines) else ""
            manuscript.report_text("parse/shortcode", message, row, begin, hint="remove them")
    return kept


def _written(block: Block) -> Token:
    """Return the token with the text of a block."""
    return block.paragraph or block.head


def _is_repeated(token: Token, manuscript: Manuscript) -> bool:
    if token.type == "html_block":
        return bool(_kinds(token))
    if token.type not in ("fence", "inline") or _OF_QUESTIONS not in token.content:
        return False
    asked = _asked(token)
    return bool(asked) and _asks_all(manuscript, asked)


def _asked(token: Token) -> list[tuple[str, str]]:
    """Return the questions and answers that structured data have, and nothing else."""
    found = []
    for node in _nodes(token.content):
        entries = node.get("mainEntity")
        if node.get("@type") != _OF_QUESTIONS or not isinstance(entries, list):
            return []
        for entry in entries:
            answer = entry.get("acceptedAnswer") if isinstance(entry, dict) else None
            text = answer.get("text") if isinstance(answer, dict) else None
            if isinstance(text, str) and isinstance(entry.get("name"), str):
                found.append((" ".join(entry["name"].split()), text.strip()))
    return found


def _kinds(token: Token) -> frozenset[str]:
    """Return the types of what a script describes, where pages have all of them themselves."""
    nodes = list(_nodes(token.content)) if _SCRIPT.fullmatch(token.content) else []
    kinds = frozenset(str(node.get("@type")) for node in nodes)
    own = kinds - _BESIDE
    return own if own <= _OF_PAGES | {_OF_QUESTIONS} else frozenset()


def _nodes(text: str) -> Iterator[dict[str, object]]:
    """Give what JSON describes, with or without the script around it."""
    script = _SCRIPT.fullmatch(text)
    try:
        data = json.loads(script["data"] if script else text)
    except (ValueError, RecursionError):  # brackets in brackets, without an end
        return
    nodes = data.get("@graph", [data]) if isinstance(data, dict) else data
    if isinstance(nodes, list):
        yield from (node if isinstance(node, dict) else {} for node in nodes)
