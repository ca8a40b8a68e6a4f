"""Which paragraphs ask: with `Q:`, in bold, as items of a list, or just with a question mark."""

from collections.abc import Collection, Iterator, Sequence
from copy import copy
from enum import Enum, auto
from itertools import accumulate, pairwise

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.blocks import LISTS, Block, blocks
from sitegen.parse.faq.marks import (
    EMPHASIS,
    SIGNS,
    answer_behind,
    cut_answer_mark,
    cut_question_mark,
    marks_answer,
    marks_question,
    written_in,
)
from sitegen.parse.tokens import BLOCK, inline, is_break, loosened, paragraph, row_of

_IN_LINE = regex(r"(?P<asked>[^?？؟.!]{3,}[?？؟])\s+(?P<said>\S.*)")
"""A question and its answer."""
_BEHIND = ' \n:："”»’'
_ADDED = regex(r"(?<=[?？؟])(?:\s*\([^()]{1,60})?\)\Z")
"""What a question adds in parentheses."""
_ASKS_WITHIN = regex(r"(?<=[\w.,:;!?])\s[\"“„«‘(][^\"“„«‘()]+[?？؟][\"”»’)]\W*\Z")
"""What cites a question, or asks in parentheses, at its end: an answer may."""
_TAIL = regex(r"(?<=[?？؟])[\s:：\u2190-\u2bff\U0001F000-\U0001FAFF\u200d\ufe0f]+\Z")
"""What stands behind the sign that ends a question, and says nothing."""
_LAST_LETTER = "\u218f"
_BOLD_TAGS = {"<b>": "</b>", "<strong>": "</strong>"}
_SEVERAL = 2


class Manner(Enum):
    """How a paragraph asks."""

    MARKED = auto()
    """`Q: What?`, whatever of it is bold."""
    BOLD = auto()
    """`**What?**`, and the answer in the next line or paragraph."""
    OPENING = auto()
    """`**What?** This.`, or in italics."""
    PLAIN = auto()
    """`What?`, and the answer in the next line or paragraph."""


_SURE = (Manner.MARKED, Manner.BOLD)
_BOLD = (Manner.BOLD, Manner.OPENING)


def surely_asks(text: Token) -> bool:
    """Tell whether an inline token asks whatever stands around it."""
    return _manner(text) in _SURE


def asks_somehow(text: Token) -> bool:
    """Tell whether an inline token asks where others like it do."""
    return _manner(text) is not None


def is_question(written: str) -> bool:
    """Tell whether a text ends as questions do; a colon, a citation's mark, parentheses or pictures may follow."""
    bare = written.rstrip(_BEHIND)
    if bare[-1:] == ")":
        bare = _ADDED.sub("", bare)
    return bare.endswith(SIGNS) or (written[-1:] > _LAST_LETTER and bool(_TAIL.search(written)))


def asking(tokens: list[Token]) -> tuple[list[Token], Collection[int]]:
    """Return the tokens, and the `id` of each inline token among them that is a question.

    Where the items of a list ask, what is returned is without the list. The surest manner that there is counts alone,
    so that a bold question inside of an answer stays there; unless such are more, or the first.
    """
    for text in _paragraphs(tokens):
        _take_in_sign(text)
    tokens = _parted(tokens, _SURE)
    spoken = [(text, manner) for text in _paragraphs(tokens) if (manner := _manner(text))]
    sure = [id(text) for text, manner in spoken if manner in _SURE]
    if sure and _mixed(spoken):
        tokens = _parted(tokens, _BOLD)
        sure = [id(text) for text in _paragraphs(tokens) if _manner(text) in _BOLD and _is_strong(text)]
    if sure or any(token.type == "dt_open" for token in tokens):
        return tokens, sure
    unlisted, heads = _unlisted(tokens)
    if len(heads) >= _SEVERAL:
        return unlisted, heads
    parted = _parted(tokens, (Manner.OPENING,))
    opening = [id(text) for text in _paragraphs(parted) if _manner(text) is Manner.OPENING]
    if len(opening) >= _SEVERAL:
        return parted, opening
    plain = [text for text, manner in spoken if manner is Manner.PLAIN]
    if len(plain) >= _SEVERAL and _all_answered(tokens, plain):
        return tokens, list(map(id, plain))
    return tokens, ()


def _take_in_sign(text: Token) -> None:
    """Put the sign that ends a question into the bold right before it: `**What**?`."""
    children = text.children or []
    for at, child in enumerate(children[3:], start=3):
        above, inner = children[at - 1], children[at - 2]
        if child.content and child.content[0] in SIGNS and above.type == "strong_close" and inner.type == "text":
            inner.content, child.content = inner.content + child.content[0], child.content[1:]


def _mixed(spoken: Sequence[tuple[Token, Manner]]) -> bool:
    """Tell whether questions in bold, and no others, are answered now in the same line and now below."""
    asked = [manner for text, manner in spoken if manner is not Manner.PLAIN and _is_strong(text)]
    opening = asked.count(Manner.OPENING)
    return (
        opening > 0
        and all(manner in _BOLD for _, manner in spoken if manner in _SURE)
        and (asked[0] is Manner.OPENING or 2 * opening > len(asked))
    )


def _is_strong(text: Token) -> bool:
    """Tell whether a line begins in bold."""
    head, _ = _lines(text.children or [])
    return bool(head) and head[0].type != "em_open" and _marked_end(head) > 0


def _parted(tokens: list[Token], manners: Collection[Manner]) -> list[Token]:
    """Return blocks with a paragraph in parts that holds several questions, each asked so at the start of a line."""
    result: list[Token] = []
    depth = 0
    for token in tokens:
        if depth == 1 and token.type == "inline" and result[-1].type == "paragraph_open" and _manner(token) in manners:
            result += [each for part in _at_questions(token, manners) for each in paragraph(part)][1:-1]
        else:
            result.append(token)
        depth += token.nesting
    return result


def _at_questions(text: Token, manners: Collection[Manner]) -> Iterator[Token]:
    children = text.children or []
    lines = pairwise((*_ends_of_lines(children), len(children)))
    starts = [at + 1 for at, end in lines if _manner(_part(text, children[at + 1 : end], 0)) in manners]
    rows = list(accumulate(map(is_break, children), initial=0))
    written = text.content.split("\n")
    for start, end in pairwise((0, *starts, len(children) + 1)):
        part = _part(text, children[start : end - 1], rows[start])
        if len(written) == rows[-1] + 1:
            part.content = "\n".join(written[rows[start] : rows[end - 1] + 1])
        yield part


def split_question(text: Token) -> tuple[Token, Token | None, bool]:
    """Return the question that an inline token is, the answer that follows in it, and whether it was marked."""
    children = text.children or []
    head, tail = _lines(children)
    end, row = _marked_end(head), sum(map(is_break, head))
    if 0 < end < len(head) and is_question(written_in(head[:end])):
        head, tail = head[:end], children[children.index(head[end]) :]
        tail[0].content = tail[0].content.lstrip(" \t:–—-")
    elif tail:
        row += 1
        tail[0].content = tail[0].content.lstrip() if tail[0].type == "text" else tail[0].content
    head = head[1:-1] if end == len(head) else head
    marked = _manner(text) is Manner.MARKED
    if marked and not tail:
        head, tail = _at_answer(head)
    if head[-1].type == "text":
        head[-1].content = _TAIL.sub("", head[-1].content)
    question = _part(text, head, 0)
    marked = marked and cut_question_mark(question)
    if not tail:
        return question, None, marked
    answer = _part(text, tail, row)
    cut_answer_mark(answer, marked=marked)
    return question, answer, marked


def cut_bold(text: Token) -> None:
    """Take the bold off a line that is bold from end to end, as headings are anyway, and what is behind a question."""
    head, tail = _lines(text.children or [])
    if not tail and 0 < _marked_end(head) == len(head) and head[0].type != "em_open":
        text.children = head = head[1:-1]
    if head and head[-1].type == "text":
        head[-1].content = _TAIL.sub("", head[-1].content)


def _paragraphs(tokens: list[Token]) -> list[Token]:
    """Return the inline tokens of the paragraphs that stand in no other element."""
    return [text for block in blocks(tokens) if (text := block.paragraph)]


def _manner(text: Token) -> Manner | None:
    """Return how an inline token asks, or None where it does not."""
    head, _ = _lines(text.children or [])
    if not head:
        return None
    if marks_question(written_in(head)):
        return Manner.MARKED
    end = _marked_end(head)
    if not is_question(written_in(head[:end] or head)):
        return None
    if 0 < end < len(head):
        return Manner.OPENING
    if end and head[0].type != "em_open":
        return Manner.BOLD
    return None if _ASKS_WITHIN.search(written_in(head)) else Manner.PLAIN


def _lines(children: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return the first line, without empty text around it, and all that follows."""
    split = next(_ends_of_lines(children), len(children))
    head, tail = children[:split], children[split + 1 :]
    while tail and (is_break(tail[0]) or (tail[0].type == "text" and not tail[0].content.strip())):
        tail = tail[1:]
    while head and head[0].type == "text" and not head[0].content:
        head = head[1:]
    while head and head[-1].type == "text" and not head[-1].content.strip():
        head = head[:-1]
    return head, tail


def _ends_of_lines(children: Sequence[Token]) -> Iterator[int]:
    """Yield the index of each break that ends a line; inside of bold, or of a link, the line only goes on below."""
    return (at for at, child in enumerate(children) if child.level == children[0].level and is_break(child))


def _marked_end(head: Sequence[Token]) -> int:
    """Return behind how many tokens the bold or italics end with which a line begins; 0 where none do."""
    if not head:
        return 0
    if head[0].type == "html_inline":
        end = _BOLD_TAGS.get(head[0].content.lower(), "")
        return next((at for at, child in enumerate(head, start=1) if child.content.lower() == end), 0) if end else 0
    if head[0].type not in EMPHASIS:
        return 0
    end, level = head[0].type.replace("open", "close"), head[0].level
    return next(at for at, child in enumerate(head, start=1) if child.type == end and child.level == level)


def _saying(token: Token, content: str) -> Token:
    """Return a token as it is but for what it says."""
    other = copy(token)
    other.content = content
    return other


def _at_answer(head: list[Token]) -> tuple[list[Token], list[Token]]:
    """Split a line where an answer begins that is marked, as in `Q: What? A: This`."""
    outermost = min(child.level for child in head)
    for at, child in enumerate(head):
        if child.level > outermost:
            continue
        if at and child.type == "strong_open" and marks_answer(written_in(head[at : at + 2])):
            last = head[at - 1]
            return [*head[: at - 1], _saying(last, last.content.rstrip())], head[at:]
        if child.type != "text":
            continue
        if at and marks_answer(child.content.lstrip()) and is_question(written_in(head[:at])):
            return head[:at], [_saying(child, child.content.lstrip()), *head[at + 1 :]]
        if parts := answer_behind(child.content):
            return [*head[:at], _saying(child, parts[0])], [_saying(child, parts[1]), *head[at + 1 :]]
    return head, []


def _part(text: Token, children: list[Token], row: int) -> Token:
    """Return what some children of a text are, the first of which stands so many rows below its beginning."""
    return inline(text.content, row_of(text) + row, children)


def _unlisted(tokens: list[Token]) -> tuple[list[Token], list[int]]:
    """Return the tokens with the items of lists that ask in place of these lists, and the questions among them."""
    result: list[Token] = []
    heads: list[int] = []
    for block in blocks(tokens):
        items = _broken([item.inner for item in block.items]) if block.kind in LISTS else []
        # `1. **What?**` may stand in a list of its own, and the answer below it.
        followed = len(items) == 1 and block.below.kind in ("paragraph_open", "bullet_list_open")
        asked = _asked(items, followed=followed)
        heads += asked
        result += [token for item in items for token in loosened(item)] if asked else block.whole
    return result, heads


def _broken(items: list[list[Token]]) -> list[list[Token]]:
    """Return the items of a list with a new line behind their questions, where each asks and answers in one line."""
    asked = [_IN_LINE.fullmatch(_alone(item)) for item in items]
    if len(items) < _SEVERAL or not all(asked):
        return items
    for item, match in zip(items, asked, strict=True):
        first, *rest = item[1].children or []
        if match:
            asks, says = _saying(first, match["asked"]), _saying(first, match["said"])
            item[1] = _part(item[1], [asks, Token("softbreak", "br", 0), says, *rest], 0)
    return items


def _alone(item: list[Token]) -> str:
    """Return the text with which an item begins that is one line; nothing where it is more."""
    text = Block(item).paragraph
    children = (text.children or []) if text and len(item) == BLOCK else []
    plain = children and children[0].type == "text" and not any(map(is_break, children))
    return children[0].content if plain else ""


def _asked(items: Sequence[list[Token]], *, followed: bool) -> list[int]:
    """Return the questions of a list; none where an item is neither a question with its answer nor an answer."""
    asked: list[int] = []
    answered = True
    for item in items:
        text = Block(item).paragraph
        head, tail = _lines(text.children or []) if text else ([], [])
        if text and (manner := _manner(text)) and answered:
            asked.append(id(text))
            answered = bool(manner is Manner.OPENING or tail or item[BLOCK:] or _at_answer(head)[1])
        elif head and not answered and marks_answer(written_in(head)):
            answered = True
        else:
            return []
    return asked if answered or followed else []


def _all_answered(tokens: list[Token], questions: Sequence[Token]) -> bool:
    """Tell whether something that asks nothing follows each of these paragraphs, or is in its next line."""
    asked = set(map(id, questions))
    for block in blocks(tokens):
        if (text := block.paragraph) and id(text) in asked and not _lines(text.children or [])[1]:
            below = block.below
            if not below.kind or id(below.paragraph) in asked:
                return False
    return True
