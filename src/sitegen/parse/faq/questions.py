"""Tokens become questions with their answers: by headings, by paragraphs that ask, or by a definition list."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from sitegen.base.noun import Struct, field
from sitegen.parse.faq.asking import asking, cut_bold, is_question, split_question, surely_asks
from sitegen.parse.faq.endings import calls, calls_to_comment, ends_answer, is_ending
from sitegen.parse.faq.marks import cut_answer_mark, cut_question_mark
from sitegen.parse.inlines import plain_text
from sitegen.parse.tokens import BLOCK, closing, loosened, paragraph

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
    if not whole and (end := _end(tokens)) < len(tokens):
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
        end = behind[0] if spoken and not asked else _first_ending(tokens, behind, asked=asked)
    return Found(intro, [*spoken, *_by_headings(tokens[headings[0] : end], level, depth)], tokens[end:])


def _first_ending(tokens: list[Token], headings: Sequence[int], *, asked: bool) -> int:
    """Return where the first heading stands that ends articles, or that calls to comment with nothing but such behind.

    Where headings are `asked`, one that is not may also do so in the text below it.
    """
    end = len(tokens)
    last = True
    for at in reversed(headings):
        title = plain_text(tokens[at + 1])
        last = is_ending(title) or (last and _calls(tokens, at, title, asked=asked))
        end = at if last else end
    return end


def _calls(tokens: list[Token], at: int, title: str, *, asked: bool) -> bool:
    if calls(title) or not asked or is_question(title):
        return calls(title)
    below = tokens[at + BLOCK : at + BLOCK + 2]
    return len(below) > 1 and below[0].type == "paragraph_open" and calls_to_comment(plain_text(below[1]))


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


def _end(tokens: list[Token]) -> int:
    """Return where the last answer ends since what follows commonly ends articles, with no question behind it."""
    surely = _last_sure(tokens)
    at = 0
    while at < len(tokens):
        behind = closing(tokens, at)
        if behind > surely and (ends_answer(tokens, at) or _asks_readers(tokens, at)) and not asks(tokens[behind:]):
            return at
        at = behind
    return at


def _last_sure(tokens: list[Token]) -> int:
    """Return where the last heading or paragraph begins that surely asks; -1 where none does."""
    found = -1
    depth = 0
    for at, token in enumerate(tokens):
        if not depth and (
            (token.type == "heading_open" and is_question(plain_text(tokens[at + 1])))
            or (token.type == "paragraph_open" and surely_asks(tokens[at + 1]))
        ):
            found = at
        depth += token.nesting
    return found


def _asks_readers(tokens: list[Token], at: int) -> bool:
    """Tell whether a line asks, above what calls to comment, though the questions here are headings, marked or bold."""
    below = at + BLOCK
    if tokens[at].type != "paragraph_open" or below >= len(tokens):
        return False
    if surely_asks(tokens[at + 1]) or not is_question(plain_text(tokens[at + 1])):
        return False
    called = tokens[below].type == "paragraph_open" and calls(plain_text(tokens[below + 1]))
    return called and any(
        token.type == "heading_open" or (token.type == "paragraph_open" and surely_asks(tokens[index + 1]))
        for index, token in enumerate(tokens[:at])
    )


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
            cut_bold(entries[-1].question)
            marked = cut_question_mark(entries[-1].question)
            if tokens[index : index + 1] and tokens[index].type == "paragraph_open":
                cut_answer_mark(tokens[index + 1], marked=marked)
            continue
        entries[-1].answer.append(token)
        index += 1
    return entries


def _by_paragraphs(tokens: list[Token]) -> tuple[list[Token], list[Entry]]:
    tokens, found = asking(tokens)
    asked = frozenset(found)
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
