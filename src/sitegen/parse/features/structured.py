"""Structured data that a text brings along leave where its page says the same by itself."""

import json
import re

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript

_SCRIPT = regex(
    r"\s*<script\b[^<>]*\btype\s*=\s*[\"']?application/ld\+json\b[^<>]*>(?P<data>.*?)</script\s*>\s*",
    re.DOTALL | re.IGNORECASE,
)
_OF_PAGES = frozenset(("Article", "NewsArticle", "BlogPosting", "BreadcrumbList", "WebPage"))
_OF_QUESTIONS = "FAQPage"


def take_structured(tokens: list[Token], manuscript: Manuscript) -> tuple[list[Token], list[Token]]:
    """Return the structured data that pages have themselves, and the other tokens: else an answer would end in them."""
    if "application/ld+json" not in manuscript.text:
        return [], tokens
    taken = [token for token in tokens if token.type == "html_block" and not token.level and _kinds(token)]
    return taken, [token for token in tokens if token not in taken]


def not_said(taken: list[Token], manuscript: Manuscript, *, asked: bool) -> list[Token]:
    """Return of these tokens those whose data the page has not, as it has no questions unless some are `asked`.

    The others are told.
    """
    kept = [token for token in taken if _OF_QUESTIONS in _kinds(token) and not asked]
    for token in taken:
        if token not in kept:
            row = token.map[0] if token.map else 0
            message = "the page has these structured data by itself, so they are left out"
            manuscript.report_text("parse/shortcode", message, row, "<script", hint="remove the script")
    return kept


def _kinds(token: Token) -> frozenset[str]:
    """Return the types of what a script describes, where pages have all of them themselves."""
    script = _SCRIPT.fullmatch(token.content)
    try:
        data = json.loads(script["data"]) if script else None
    except ValueError:
        return frozenset()
    nodes = data.get("@graph", [data]) if isinstance(data, dict) else data
    if not isinstance(nodes, list):
        return frozenset()
    kinds = frozenset(str(node.get("@type")) if isinstance(node, dict) else "" for node in nodes)
    return kinds if kinds <= _OF_PAGES | {_OF_QUESTIONS} else frozenset()
