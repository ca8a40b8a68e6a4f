"""Tokens become questions with their answers: by headings, by paragraphs that ask, or by a definition list."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from sitegen.base.noun import Struct, field
from sitegen.parse.blocks import Block, blocks, top_headings
from sitegen.parse.faq.asking import asking, cut_bold, is_question, split_question, surely_asks
from sitegen.parse.faq.endings import addresses_readers, calls, calls_to_comment, ends_answer, is_ending
from sitegen.parse.faq.marks import ANSWER_LABEL, QUESTION_LABEL, cut_answer_mark, cut_question_mark
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import Change, changed, loosened, paragraph, plain_text

_END = " \n?？¿!.…:"


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


def entries_of(tokens: list[Token], *, whole: bool) -> Found:
    """Return what stands before the first question, the questions with their answers, and what stands behind them.

    Where the `whole` need not be questions, a heading that ends articles begins something else, and so does any heading
    that asks nothing behind questions that are none.
    """
    tokens = _unlabelled(tokens)
    if not whole and (end := _behind_last(tokens)) < len(tokens):
        found = entries_of(tokens[:end], whole=False)
        return Found(found.intro, found.entries, [*found.rest, *tokens[end:]])
    headings = _highest_headings(tokens)
    if not headings:
        return Found(*_by_paragraphs(tokens), [])
    intro, spoken = _by_paragraphs(tokens[: headings[0].at])
    end = len(tokens)
    if not whole:
        asked = any(is_question(heading.said) for heading in headings)
        behind = headings if spoken else headings[1:]
        end = behind[0].at if spoken and not asked else _first_ending(behind, end, asked=asked)
    questions = [heading for heading in headings if heading.at < end]
    return Found(intro, [*spoken, *(_entry(*question) for question in _sections(questions, end))], tokens[end:])


def _unlabelled(tokens: list[Token]) -> list[Token]:
    """Return the tokens with questions as headings that say "Question 1" above them, and without those for answers."""
    headings = top_headings(tokens)
    asked = {heading.at: heading.below for heading in headings if QUESTION_LABEL.fullmatch(heading.said)}
    if not asked or not all(block.paragraph and is_question(block.said) for block in asked.values()):
        return tokens
    changes: list[Change] = []
    for heading in headings:
        if question := asked.get(heading.at):
            changes.append((heading.at, question.end, [heading.head, question.text, tokens[heading.end - 1]]))
        elif ANSWER_LABEL.fullmatch(heading.said):
            changes.append((heading.at, heading.end, ()))
    return changed(tokens, changes)


def _highest_headings(tokens: list[Token]) -> list[Block]:
    """Return the headings that are not of a lower level than the first one."""
    headings = top_headings(tokens)
    return [heading for heading in headings if heading.tag <= headings[0].tag]


def _first_ending(headings: Sequence[Block], end: int, *, asked: bool) -> int:
    """Return where the first heading stands that ends articles, or that calls to comment with nothing but such behind.

    Where headings are `asked`, one that is not may also do so in the text below it. Without such a heading it is `end`.
    """
    last = True
    for heading in reversed(headings):
        last = is_ending(heading.said) or (last and _calls(heading, asked=asked))
        end = heading.at if last else end
    return end


def _entry(heading: Block, end: int) -> Entry:
    """Return the question that a heading asks, with what stands below it as its answer."""
    cut_bold(heading.text)
    marked = cut_question_mark(heading.text)
    if below := heading.below.paragraph:
        cut_answer_mark(below, marked=marked)
    return Entry(heading.text, heading.tokens[heading.end : end], str(heading.head.attrs.get("id", "")))


def _calls(heading: Block, *, asked: bool) -> bool:
    if calls(heading.said) or not asked or is_question(heading.said):
        return calls(heading.said)
    below = heading.below.paragraph
    return below is not None and calls_to_comment(plain_text(below))


def topics_of(tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens in parts that begin with a heading each, where headings are topics with questions below them.

    None where the headings are the questions, or what stands above the first one is.
    """
    headings = _highest_headings(tokens)
    if not headings or any(is_question(heading.said) for heading in headings):
        return []
    above = tokens[: headings[0].at]
    topics = _sections(headings, len(tokens))
    if asking(above)[1] or not any(asks(tokens[topic.end : end]) for topic, end in topics):
        return []
    parts = [tokens[topic.at : end] for topic, end in topics]
    return [above, *parts] if above else parts


def _sections(headings: Sequence[Block], end: int) -> list[tuple[Block, int]]:
    """Return headings, each with where what stands below it ends."""
    return list(zip(headings, [*(heading.at for heading in headings[1:]), end], strict=False))


def is_asked(block: Block, level: int) -> bool:
    """Tell whether a block is a question: a heading below the `level`, or a paragraph that surely asks."""
    if not block.kind or block.head.level or (block.kind == "heading_open" and int(block.tag[1]) <= level):
        return False
    return _surely_asks(block)


def _behind_last(tokens: list[Token]) -> int:
    """Return where the last answer ends since what follows commonly ends articles, with no question behind it."""
    sequence = list(blocks(tokens))
    surely = max((at for at, block in enumerate(sequence) if _surely_asks(block)), default=0)
    asked = _first_asked(tokens)
    end = last = len(tokens)  # from the last on, nothing but endings and rules stands
    # Endings may follow each other, with as many questions among them: from the last one upwards, each is looked behind
    # no further than the next.
    for block in reversed(sequence[surely:]):
        ends = ends_answer(block) or (block.end == last and addresses_readers(block))
        if ends or (block.at > asked and _asks_readers(block)):
            if asks(tokens[block.end : end]):
                break
            end = last = block.at
        elif block.kind == "hr" and block.end == last:
            last = block.at
    return end


def _first_asked(tokens: list[Token]) -> int:
    """Return where the first heading or paragraph stands that surely asks, at any depth."""
    for at in range(len(tokens)):
        block = Block(tokens, at)
        if block.kind == "heading_open" or (block.paragraph and surely_asks(block.paragraph)):
            return at
    return len(tokens)


def _surely_asks(block: Block) -> bool:
    """Tell whether a block is a heading that asks, or a paragraph that does so whatever stands around it."""
    if block.kind == "heading_open":
        return is_question(block.said)
    return block.paragraph is not None and surely_asks(block.paragraph)


def _asks_readers(block: Block) -> bool:
    """Tell whether a line asks, above what calls to comment, other than questions that surely ask."""
    text, below = block.paragraph, block.below.paragraph
    if not text or not below or surely_asks(text):
        return False
    return is_question(block.said) and calls(plain_text(below))


def asks(tokens: list[Token]) -> bool:
    """Tell whether there is a question among these tokens."""
    return (
        any(is_question(heading.said) for heading in top_headings(tokens))
        or bool(asking(tokens)[1])
        or any(block.kind == "dt_open" and is_question(block.said) for block in _defined(tokens))
    )


def _by_paragraphs(tokens: list[Token]) -> tuple[list[Token], list[Entry]]:
    tokens, found = asking(tokens)
    asked = frozenset(found)
    intro: list[Token] = []
    entries: list[Entry] = []
    marked = False
    for block in _defined(tokens):
        text = block.paragraph
        if text and id(text) in asked:
            question, answer, marked = split_question(text)
            entries.append(Entry(question, paragraph(answer) if answer else []))
        elif block.kind == "dt_open":
            entries.append(Entry(block.text))
        else:
            if text and entries and not entries[-1].answer:
                cut_answer_mark(text, marked=marked)
            (entries[-1].answer if entries else intro).extend(block.whole)
    return intro, entries


def _defined(tokens: list[Token]) -> Iterator[Block]:
    """Yield the blocks, and in place of lists of definitions the terms and what the definitions hold."""
    for block in blocks(tokens):
        if block.kind in ("dl_open", "dd_open"):
            yield from _defined(block.inner if block.kind == "dl_open" else loosened(block.inner))
        else:
            yield block


def report_asked_twice(asked: Sequence[tuple[str, int, int, int]], manuscript: Manuscript) -> None:
    """Report each of the questions, with its line, column and width, that stands above as well."""
    if len({one[0].casefold().strip(_END) for one in asked}) == len(asked):
        return
    first: dict[str, int] = {}
    for question, line, column, width in asked:
        above = first.setdefault(question.casefold().strip(_END), line)
        if above != line:
            message = f'"{" ".join(question.split())}" is asked in line {above} already'
            hint = "make one answer of both, or remove one"
            manuscript.report("parse/asked-twice", message, line, column, width=width, hint=hint)
