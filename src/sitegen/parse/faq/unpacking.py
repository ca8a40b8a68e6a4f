"""What questions lie in: raw HTML, tables and quotes are taken from around them, and where the last of it ends."""

import re
from copy import copy

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.faq.asking import asking, asks_somehow, is_question, surely_asks
from sitegen.parse.faq.disclosures import disclosed
from sitegen.parse.faq.packed import Packed
from sitegen.parse.faq.questions import asks
from sitegen.parse.faq.titled import titled
from sitegen.parse.inlines import plain_text
from sitegen.parse.tokens import BLOCK, LISTS, closing, only_comments, paragraph, raised

_FRAMES = frozenset(("table_open", "blockquote_open", "callout_open", "dl_open", *LISTS))
_QUESTION = regex(
    r"\W*+(?:(?:your |the )?questions?|q|faqs?|fragen?|preguntas?|domand[ae]|perguntas?|vra(?:ag|gen)|fråg(?:a|or)|"
    r"spørgsmål|pytani[ea]|otázk[ay]|sorular|soru|вопросы?|(?:за)?питання|質問|问题|問題|질문|السؤال|الأسئلة|پرسش|سؤال|שאלה|"
    r"प्रश्न|सवाल|pertanyaan|câu hỏi|)\W*",
    re.IGNORECASE,
)
"""What stands over questions in a table; nothing does as well."""
_COLUMNS = 2


def unpacked(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return the tokens with questions as paragraphs that lay in something else, and those behind all of these.

    Comments are left out; all else is left just as it is where some of what looks like a question in them asks nothing.
    """
    tokens = [token for token in tokens if token.type != "html_block" or not only_comments(token.content)]
    html = "".join(token.content.lower() for token in tokens if token.type == "html_block")
    packed = None
    if "<summary" in html:
        packed = disclosed(tokens)
    elif any(map(html.__contains__, ("<h", "<dt", "question"))) or (_has_bold(html) and not _asks_beside_html(tokens)):
        packed = titled(tokens)
    if not packed and _only_frames_ask(tokens):
        packed = _unframed(tokens)
    if not packed:
        return tokens, []
    behind = packed.tokens[packed.end :]
    return (packed.tokens, []) if not behind or asks(behind) else (packed.tokens[: packed.end], behind)


def _has_bold(html: str) -> bool:
    return "<b>" in html or "<strong" in html


def _asks_beside_html(tokens: list[Token]) -> bool:
    return asks([token for token in tokens if token.type != "html_block"])


def _unframed(tokens: list[Token]) -> Packed:
    """Return the tokens with what tables and quotes ask as paragraphs."""
    packed = Packed()
    at = 0
    while at < len(tokens):
        end = closing(tokens, at)
        inner = _inner(tokens[at:end])
        if inner or _lists_answers(tokens[at:end]):
            packed.open()
            packed.tokens += inner or tokens[at:end]
            packed.close()
        else:
            packed.tokens += tokens[at:end]
        at = end
    return packed


def _only_frames_ask(tokens: list[Token]) -> bool:
    """Tell whether there are tables, quotes or lists, and nothing beside them asks."""
    beside: list[Token] = []
    at = 0
    while at < len(tokens):
        end = closing(tokens, at)
        if tokens[at].type not in _FRAMES:
            beside += tokens[at:end]
        at = end
    return len(beside) < len(tokens) and not asks(beside)


def _inner(frame: list[Token]) -> list[Token]:
    """Return what a table, a quote or a callout asks and answers; nothing where it does not."""
    if frame[0].type == "callout_open":
        title, answer = frame[BLOCK - 1], frame[BLOCK + 1 : -1]
        asked = frame[0].info != "did-you-know" and answer and is_question(plain_text(title))
        return [*paragraph(_bold(title)), *(raised(token, 1) for token in answer)] if asked else []
    if frame[0].type == "table_open":
        return _rows(frame)
    if frame[0].type != "blockquote_open" or len(frame) < BLOCK + 2:
        return []
    kind, text = frame[1].type, frame[2]
    only = is_question(plain_text(text))
    asked = only if kind == "heading_open" else kind == "paragraph_open" and asks_somehow(text)
    if only and len(frame) == BLOCK + 2:
        return []
    return [raised(token, 1) for token in frame[1:-1]] if asked else []


def _rows(table: list[Token]) -> list[Token]:
    """Return the questions of a table's first column with the answers of its second, if it has no more than these.

    A column that only counts may stand before them.
    """
    starts = [at for at, token in enumerate(table) if token.type == "tr_open"]
    if any("lost" in table[at].meta for at in starts):
        return []
    rows = [[token for token in table[at : closing(table, at)] if token.type == "inline"] for at in starts]
    if all(len(row) > _COLUMNS for row in rows) and all(_counts(row[0]) for row in rows[1:]):
        rows = [row[1:] for row in rows]
    if _QUESTION.fullmatch(plain_text(rows[0][0])):
        rows = rows[1:]
    if not rows or not all(len(row) == _COLUMNS and asks_somehow(row[0]) and row[1].content.strip() for row in rows):
        return []
    return [token for question, answer in rows for each in (_bold(question), answer) for token in paragraph(each)]


def _counts(cell: Token) -> bool:
    return cell.content.strip().rstrip(".)").isdecimal()


def _bold(question: Token) -> Token:
    if surely_asks(question):
        return question
    bold = copy(question)
    bold.children = [Token("strong_open", "strong", 1), *(question.children or []), Token("strong_close", "strong", -1)]
    return bold


def _lists_answers(tokens: list[Token]) -> bool:
    """Tell whether a list asks questions and answers each."""
    return tokens[0].type == "dl_open" or (tokens[0].type in LISTS and bool(asking(tokens)[1]))
