"""Tokens become questions with their answers: by headings, by paragraphs that ask, or by a definition list."""

import re
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from sitegen.base.noun import Struct, field
from sitegen.base.patterns import regex
from sitegen.parse.asking import (
    asking,
    cut_answer_mark,
    cut_question_mark,
    is_question,
    split_question,
    surely_asks,
)
from sitegen.parse.headings import is_bold, plain_text
from sitegen.parse.tokens import BLOCK, closing, loosened, paragraph

# What commonly stands below an FAQ, and is no question even where it asks.
_ENDS = regex(
    r"\W*(?:join\b.*|(?:final|closing|last) (?:thoughts|words)|(?:key )?takeaways?|conclusions?|summary|in summary|"
    r"what do you think|have your say|leave a comment|comments?|share\b.*|subscribe\b.*|next steps|call to action|"
    r"you (?:may|might) also\b.*|about the authors?|"
    r"references|sources|resources|further reading|learn more|read more|contact(?: us)?|disclaimer|"
    r"fazit|schluss|quellen|weiterlesen|conclusión|fuentes|sources et références|pour aller plus loin|conclusione|"
    r"conclusão|fontes|conclusie|bronnen|заключение|выводы|итоги|まとめ|总结|總結|结论|結論|结语|結語)\W*",
    re.IGNORECASE,
)
_FEW_WORDS = 4
_DEFINITIONS = ("dl_open", "dl_close", "dd_open", "dd_close")


class Entry(Struct):
    """One question, and the tokens of its answer."""

    question: Token
    """An inline token."""
    answer: list[Token] = field(default_factory=list)
    id: str = ""
    """The author's own at first, then the one that is free."""


class Found(NamedTuple):
    """What tokens hold, in this order."""

    intro: list[Token]
    entries: list[Entry]
    rest: list[Token]
    """What no longer belongs to the questions."""


def entries_of(tokens: list[Token], *, depth: int, whole: bool) -> Found:
    """Return what stands before the first question, the questions with their answers, and what stands behind them.

    Only headings in as many elements as `depth` says are questions. Where the `whole` need not be questions, a heading
    that ends articles begins something else, and so does any heading that asks nothing behind questions that are none.
    """
    if not whole and (end := _closing_line(tokens)) < len(tokens):
        found = entries_of(tokens[:end], depth=depth, whole=False)
        return Found(found.intro, found.entries, [*found.rest, *tokens[end:]])
    headings = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.level == depth]
    if not headings:
        return Found(*_by_paragraphs(tokens), [])
    level = tokens[headings[0]].tag
    headings = [at for at in headings if tokens[at].tag <= level]
    intro, spoken = _by_paragraphs(tokens[: headings[0]])
    end = len(tokens)
    if not whole:
        asked = any(is_question(plain_text(tokens[at + 1])) for at in headings)
        behind = headings if spoken else headings[1:]
        ends = (at for at in behind if (spoken and not asked) or _ENDS.fullmatch(plain_text(tokens[at + 1])))
        end = next(ends, end)
    return Found(intro, [*spoken, *_by_headings(tokens[headings[0] : end], level, depth)], tokens[end:])


def topics_of(tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens in parts that begin with a heading each, where headings are topics with questions below them.

    None where the headings are the questions, or what stands above the first one is.
    """
    headings = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    headings = [at for at in headings if tokens[at].tag <= tokens[headings[0]].tag]
    if not headings or any(is_question(plain_text(tokens[at + 1])) for at in headings):
        return []
    parts = [tokens[start:end] for start, end in pairwise((*headings, len(tokens)))]
    if asking(tokens[: headings[0]])[1] or not any(asks(part[3:]) for part in parts):
        return []
    return [part for part in (tokens[: headings[0]], *parts) if part]


def begins_with_question(tokens: list[Token], level: int) -> bool:
    """Tell whether the first block is a question: a heading below the `level`, or a paragraph that surely asks."""
    if len(tokens) < BLOCK or tokens[0].level:
        return False
    if tokens[0].type == "heading_open":
        return int(tokens[0].tag[1]) > level and is_question(plain_text(tokens[1]))
    return tokens[0].type == "paragraph_open" and surely_asks(tokens[1])


def _closing_line(tokens: list[Token]) -> int:
    """Return where a line stands that commonly ends articles, as a heading would, with no question behind it."""
    for at, token in enumerate(tokens):
        if (
            token.type == "paragraph_open"
            and token.level == 0
            and _is_title(tokens[at + 1])
            and _ENDS.fullmatch(plain_text(tokens[at + 1]))
            and not asks(tokens[at + BLOCK :])
        ):
            return at
    return len(tokens)


def _is_title(text: Token) -> bool:
    return is_bold(text) or (len(text.content.split()) <= _FEW_WORDS and not text.content.rstrip().endswith("."))


def asks(tokens: list[Token]) -> bool:
    """Tell whether there is a question among these tokens."""
    headings = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    return any(is_question(plain_text(tokens[at + 1])) for at in headings) or bool(asking(tokens)[1])


def _by_headings(tokens: list[Token], level: str, depth: int) -> list[Entry]:
    entries: list[Entry] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "heading_open" and token.tag <= level and token.level == depth:
            entries.append(Entry(tokens[index + 1], id=str(token.attrs.get("id", ""))))
            index += 3
            if cut_question_mark(entries[-1].question) and tokens[index + 1 : index + 2]:
                cut_answer_mark(tokens[index + 1], marked=True)
            continue
        entries[-1].answer.append(token)
        index += 1
    return entries


def _by_paragraphs(tokens: list[Token]) -> tuple[list[Token], list[Entry]]:
    tokens, asked = asking(tokens)
    intro: list[Token] = []
    entries: list[Entry] = []
    index = depth = 0
    marked = False
    while index < len(tokens):
        token = tokens[index]
        if not depth and token.type == "paragraph_open":
            if id(tokens[index + 1]) in asked:
                question, answer, marked = split_question(tokens[index + 1])
                entries.append(Entry(question, paragraph(answer) if answer else []))
                index += 3
                continue
            if entries and not entries[-1].answer:
                cut_answer_mark(tokens[index + 1], marked=marked)
        if not depth and token.type == "dt_open":
            entries.append(Entry(tokens[index + 1]))
            index += 3
            continue
        if not depth and token.type == "dd_open":
            end = closing(tokens, index) - 1
            tokens = [*tokens[: index + 1], *loosened(tokens[index + 1 : end]), *tokens[end:]]
        if depth or token.type not in _DEFINITIONS:
            depth += token.nesting
            (entries[-1].answer if entries else intro).append(token)
        index += 1
    return intro, entries
