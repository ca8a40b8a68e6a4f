"""What questions lie in: raw HTML, tables and quotes are taken from around them, and where the last of it ends."""

import re
from copy import copy

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.base.text import has_any
from sitegen.parse.blocks import LISTS, Block, blocks
from sitegen.parse.faq.asking import asking, asks_somehow, is_question, surely_asks
from sitegen.parse.faq.questions import asks
from sitegen.parse.faq.titled import Packed, disclosed, titled
from sitegen.parse.tokens import in_bold, only_comments, paragraph, plain_text, raised

_FRAMES = frozenset(("table_open", "blockquote_open", "callout_open", "dl_open", *LISTS))
_QUESTION = regex(
    r"\W*+(?:(?:your |the )?questions?|q|faqs?|fragen?|preguntas?|domand[ae]|perguntas?|vra(?:ag|gen)|fråg(?:a|or)|"
    r"spørgsmål|pytani[ea]|otázk[ay]|sorular|soru|вопросы?|(?:за)?питання|質問|问题|問題|질문|السؤال|الأسئلة|پرسش|سؤال|שאלה|"
    r"प्रश्न|सवाल|pertanyaan|câu hỏi|)\W*",
    re.IGNORECASE,
)
"""What stands over questions in a table; nothing does as well."""
_COLUMNS = 2
_CELL = r"<t[dh]\b[^<>]*>(?P<{0}>[^<]*(?:<(?!/?(?:t[dhr]|table)\b)[^<]*)*)</t[dh]\s*>\s*"
_ROW = regex(rf"<tr\b[^<>]*>\s*{_CELL.format('question')}{_CELL.format('answer')}</tr\s*>\s*", re.IGNORECASE)
"""A row of two cells in raw HTML."""
_AROUND_ROWS = regex(r"\s*(?:</?(?:table|thead|tbody)\b[^<>]*>\s*)+", re.IGNORECASE)
_BOLD = ("<b>", "<strong", "font-weight:")
"""What is in raw HTML that may ask in bold."""
_ASKING = ("<h", "<dt", "question", "accordion-title", "toggle-title")
"""What is in raw HTML that asks in titles."""


def unpacked(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return the tokens with questions as paragraphs that lay in something else, and those behind all of these.

    Comments are left out; all else is left just as it is where some of what looks like a question in them asks nothing.
    """
    tokens = [token for token in tokens if token.type != "html_block" or not only_comments(token.content)]
    tokens = [_as_terms(token) if token.type == "html_block" and "<tr" in token.content else token for token in tokens]
    html = "".join(token.content.lower() for token in tokens if token.type == "html_block")
    packed = None
    if "<summary" in html:
        packed = disclosed(tokens)
    elif has_any(html, _ASKING) or (
        has_any(html, _BOLD) and not asks([token for token in tokens if token.type != "html_block"])
    ):
        packed = titled(tokens)
    if not packed and _only_frames_ask(tokens):
        packed = _unframed(tokens)
    if not packed:
        return tokens, []
    behind = packed.tokens[packed.end :]
    return (packed.tokens, []) if not behind or asks(behind) else (packed.tokens[: packed.end], behind)


def _as_terms(html: Token) -> Token:
    """Return a table of raw HTML that asks in its first column, and answers in its second, as a list of terms."""
    rows = [*_ROW.finditer(html.content)]
    if not rows or not _AROUND_ROWS.fullmatch(_ROW.sub("", html.content)):
        return html
    rows = rows[1:] if _QUESTION.fullmatch(visible_text(rows[0]["question"])) else rows
    if not rows or not all(is_question(visible_text(row["question"])) for row in rows):
        return html
    terms = copy(html)
    terms.content = "".join(f"<dt>{row['question']}</dt>\n<dd>{row['answer']}</dd>\n" for row in rows)
    terms.content = f"<dl>\n{terms.content}</dl>\n"
    return terms


def _unframed(tokens: list[Token]) -> Packed:
    """Return the tokens with what tables and quotes ask as paragraphs."""
    packed = Packed()
    for block in blocks(tokens):
        inner = _inner(block)
        # A list may ask questions and answer each.
        if inner or block.kind == "dl_open" or (block.kind in LISTS and asking(block.whole)[1]):
            packed.open()
            packed.tokens += inner or block.whole
            packed.close()
        else:
            packed.tokens += block.whole
    return packed


def _only_frames_ask(tokens: list[Token]) -> bool:
    """Tell whether there are tables, quotes or lists, and nothing beside them asks."""
    beside = [token for block in blocks(tokens) if block.kind not in _FRAMES for token in block.whole]
    return len(beside) < len(tokens) and not asks(beside)


def _inner(frame: Block) -> list[Token]:
    """Return what a table, a quote or a callout asks and answers; nothing where it does not."""
    if frame.kind == "table_open":
        return _rows(frame.whole)
    if frame.kind not in ("callout_open", "blockquote_open"):
        return []
    first = frame.first
    answer = [raised(token, 1) for token in frame.tokens[first.end : frame.end - 1]]
    if frame.kind == "callout_open":
        asked = frame.head.info != "did-you-know" and answer and is_question(first.said)
        return [*paragraph(_bold(first.text)), *answer] if asked else []
    if first.paragraph:
        asked = asks_somehow(first.text) and (answer or not is_question(first.said))
    else:
        asked = first.kind == "heading_open" and is_question(first.said) and answer
    return [raised(token, 1) for token in frame.inner] if asked else []


def _rows(table: list[Token]) -> list[Token]:
    """Return the questions of a table's first column with the answers of its second, if it has no more than these.

    A column that only counts may stand before them.
    """
    starts = [Block(table, at) for at, token in enumerate(table) if token.type == "tr_open"]
    if any("lost" in row.head.meta for row in starts):
        return []
    rows = [[token for token in row.inner if token.type == "inline"] for row in starts]
    wide = all(len(row) > _COLUMNS for row in rows)
    if wide and all(row[0].content.strip().rstrip(".)").isdecimal() for row in rows[1:]):
        rows = [row[1:] for row in rows]
    if _QUESTION.fullmatch(plain_text(rows[0][0])):
        rows = rows[1:]
    if not rows or not all(len(row) == _COLUMNS and asks_somehow(row[0]) and row[1].content.strip() for row in rows):
        return []
    return [token for question, answer in rows for each in (_bold(question), answer) for token in paragraph(each)]


def _bold(question: Token) -> Token:
    if surely_asks(question):
        return question
    bold = copy(question)
    bold.children = in_bold(question.children or [])
    return bold
