"""Block tokens become elements."""

import re
from collections.abc import Callable

from markdown_it.token import Token

from sitegen.base.html import escape, visible_text
from sitegen.base.patterns import regex
from sitegen.base.text import has_any
from sitegen.parse.blocks import LISTS
from sitegen.parse.draw.closing_tags import paragraphs_closed
from sitegen.parse.draw.code import code_html, cut_language
from sitegen.parse.draw.figures import captioned, figure_of
from sitegen.parse.draw.lines import draw_formula, draw_html, draw_line, draw_picture
from sitegen.parse.draw.sheet import Sheet
from sitegen.parse.draw.shortcodes import find_in_html, report_unread
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.jsx import without_braces
from sitegen.parse.syntax.tables import report_lost
from sitegen.parse.tags import BLOCKS, element
from sitegen.parse.tokens import row_of

_TAG_NAME = regex(r"<([A-Za-z][\w-]*)")
_CODE = regex(element("pre", "svg"), re.IGNORECASE)
"""What is not read as text."""

_EMPTY = regex(
    r"<(p|div)(?:\s(?![^<>]*\bid\b)[^<>]*)?>(?:\s|<br\s*/?>)*(?:&nbsp;|&#160;|\N{NO-BREAK SPACE})"
    r"(?:\s|&nbsp;|&#160;|<br\s*/?>)*</\1\s*>"
    r"|<(h[1-6])(?:\s(?![^<>]*\bid\b)[^<>]*)?>(?:\s|&nbsp;|&#160;|<br\s*/?>)*</\2\s*>",
    re.IGNORECASE,
)
"""What keeps a distance and says nothing, as editors of pages write it, and headings of nothing."""
_HTML_OR_WORDS = ("html_block", "paragraph_open", "paragraph_close")
"""Tokens that see themselves to what raw HTML has open around them."""
_EMPTY_SIGNS = ("nbsp;", "#160;", "\N{NO-BREAK SPACE}", "</h", "</H")

Draw = Callable[[Sheet, list[Token], int], None]


def draw(sheet: Sheet, tokens: list[Token]) -> None:
    """Write block tokens."""
    tokens = paragraphs_closed(tokens)
    if sheet.manuscript.pictured:
        tokens = captioned(tokens)
    for index, token in enumerate(tokens):
        if token.type == "inline":
            draw_line(sheet, token)
        elif not token.hidden:
            _draw_block(sheet, tokens, index, token)


def _draw_block(sheet: Sheet, tokens: list[Token], index: int, token: Token) -> None:
    if token.nesting < 0:
        sheet.close()
    else:
        if sheet.raw.stack and token.type not in _HTML_OR_WORDS:
            sheet.raw.begin_block(sheet.depth)
        if token.block and index and tokens[index - 1].hidden:
            sheet.text.append("\n")
    if sheet.own and (own := sheet.own.get(token.type)):
        sheet.text.append(own(tokens, index, sheet.options, sheet.env))
    elif special := _DRAW.get(token.type):
        special(sheet, tokens, index)
    else:
        _element(sheet, tokens, index)
    if token.nesting > 0:
        sheet.depth += 1


def _element(sheet: Sheet, tokens: list[Token], index: int) -> None:
    """Write a tag; line ends stand where CommonMark's examples have them."""
    token = tokens[index]
    if token.nesting < 0:
        sheet.text.append(f"</{token.tag}>\n" if token.block else f"</{token.tag}>")
        return
    if token.attrs:
        attributes = "".join(f' {name}="{escape(str(value))}"' for name, value in token.attrs.items())
        sheet.text.append(f"<{token.tag}{attributes}>")
    else:
        sheet.text.append(f"<{token.tag}>")
    if token.block and not (token.nesting > 0 and index + 1 < len(tokens) and _goes_on(token, tokens[index + 1])):
        sheet.text.append("\n")


def _goes_on(token: Token, following: Token) -> bool:
    """Tell whether the content stands in the line of the opening tag."""
    if following.type == "inline" or following.hidden:
        return True
    return following.nesting < 0 and following.tag == token.tag


def _paragraph(sheet: Sheet, tokens: list[Token], index: int) -> None:
    """Write a paragraph; an image alone in it, or above its caption, is a figure, and HTML blocks need a `<div>`."""
    token, children = tokens[index], tokens[index + 1].children or []
    image, caption = figure_of(children) or (None, [])
    if image and caption:
        image.attrs["title"] = caption[0].content
    if image and "id" in token.attrs:
        image.attrs.setdefault("id", token.attrs["id"])
    has_blocks = _holds_blocks(tokens[index + 1])
    captioned = image and "title" in image.attrs
    words = "" if captioned or has_blocks else tokens[index + 1].content
    goes_on = sheet.raw.stack and sheet.raw.begin_block(sheet.depth, words)
    if image:
        draw_picture(sheet, image, figure=not goes_on and bool(captioned or not sheet.raw.in_figure))
        sheet.text.append("\n")
        tokens[index + 1].children = []
    if image or goes_on:
        tokens[index + 2].tag = ""
    if goes_on:
        token.nesting = tokens[index + 2].nesting = 0
    elif not image:
        if has_blocks:
            token.tag = tokens[index + 2].tag = "div"
        _element(sheet, tokens, index)


def _paragraph_close(sheet: Sheet, tokens: list[Token], index: int) -> None:
    if tokens[index].tag:
        sheet.text.append(f"</{tokens[index].tag}>\n")


def _holds_blocks(text: Token) -> bool:
    """Tell whether a line has tags of elements that no paragraph can hold."""
    if "<" not in text.content:
        return False
    tags = (_TAG_NAME.match(child.content) for child in text.children or [] if child.type == "html_inline")
    return any(tag and tag[1].lower() in BLOCKS for tag in tags)


def _fence(sheet: Sheet, tokens: list[Token], index: int) -> None:
    token = tokens[index]
    _report_unclosed(token, sheet.manuscript)
    if token.info.strip() == "math":
        _formula(sheet, token, f"$$\n{token.content}$$", token.markup)
    else:
        sheet.text.append(code_html(token.content, token.info.strip()))


def _report_unclosed(token: Token, manuscript: Manuscript) -> None:
    """Tell of code that goes on to the end of what it stands in, for want of a last line."""
    first, behind = token.map or (0, 0)
    if not token.markup or behind > len(manuscript.lines) or behind <= first:
        return
    opening, last = manuscript.lines[first], manuscript.lines[behind - 1].lstrip(" \t>").rstrip()
    column = opening.find(token.markup)
    closed = behind - first > 1 and last.startswith(token.markup) and not last.strip(token.markup[0])
    if column >= 0 and not closed:
        message = f"the code that begins with {token.markup} is never closed, so it takes in what follows"
        hint = f"add a line {token.markup} where it ends"
        width = len(opening.rstrip()) - column
        manuscript.report("parse/unclosed-code", message, first + 1, column + 1, width=width, hint=hint)


def _indented(sheet: Sheet, tokens: list[Token], index: int) -> None:
    """Write indented code; where only elements can stand, as in the row of a table, it is more of the HTML."""
    if sheet.raw.wants_elements and tokens[index].content.startswith("<"):
        _html_block(sheet, tokens, index)
    else:
        sheet.text.append(code_html(*cut_language(tokens[index].content)))


def _html_block(sheet: Sheet, tokens: list[Token], index: int) -> None:
    token = tokens[index]
    if sheet.manuscript.is_mdx:
        token.content = without_braces(token.content)
    if has_any(token.content, _EMPTY_SIGNS):
        token.content = _EMPTY.sub(lambda empty: "\n" * empty[0].count("\n"), token.content)
    report_unread(token, sheet.manuscript)
    find_in_html(token, sheet.manuscript)
    draw_html(sheet, token.content, row_of(token) + 1)
    sheet.plain.append(visible_text(_CODE.sub(" ", token.content)) + "\n")


def _list(sheet: Sheet, tokens: list[Token], index: int) -> None:
    if "class" in tokens[index].attrs:
        tokens[index].attrs["class"] = "tasks"
    _element(sheet, tokens, index)


def _list_item(sheet: Sheet, tokens: list[Token], index: int) -> None:
    token = tokens[index]
    if "checked" not in token.meta:
        _element(sheet, tokens, index)
        return
    token.attrs["class"] = "task"
    _element(sheet, tokens, index)
    done = token.meta["checked"]
    label = escape(sheet.words.done if done else sheet.words.to_do)
    sheet.text.append(f'<input type="checkbox" disabled{" checked" if done else ""} aria-label="{label}"> ')


def _table(sheet: Sheet, *_: object) -> None:
    sheet.tables += 1
    label = escape(f"{sheet.words.table} {sheet.tables}")
    sheet.text.append(f'<div class="table" role="group" tabindex="0" aria-label="{label}"><table>\n')


def _row(sheet: Sheet, tokens: list[Token], index: int) -> None:
    if "lost" in tokens[index].meta:
        report_lost(tokens[index], sheet.manuscript)
    _element(sheet, tokens, index)


def _cell(sheet: Sheet, tokens: list[Token], index: int) -> None:
    """Write the beginning of a cell; one that heads a column without a word is a cell as others."""
    token = tokens[index]
    if token.tag == "th" and not tokens[index + 1].content.strip():
        token.tag = tokens[index + 2].tag = "td"
    side = str(token.attrs.get("style", "")).removeprefix("text-align:")
    scope = ' scope="col"' if token.tag == "th" else ""
    sheet.text.append(f'<{token.tag}{scope} class="align-{side}">' if side else f"<{token.tag}{scope}>")


def _container(sheet: Sheet, tokens: list[Token], index: int) -> None:
    """Write a container of a kind that is not known."""
    name = tokens[index].info
    sheet.text.append(f'<div class="{escape(name)}">\n' if name else "<div>\n")


def _callout(sheet: Sheet, tokens: list[Token], index: int) -> None:
    kind = tokens[index].info
    sheet.callouts.append(kind)
    sheet.text.append(f'<aside class="callout callout-{escape(kind)}" role="note">\n')


def _title(sheet: Sheet, tokens: list[Token], index: int) -> None:
    """Write the beginning of a callout's or a container's title."""
    token = tokens[index]
    if _holds_blocks(tokens[index + 1]):
        token.tag = tokens[index + 2].tag = "div"
    sheet.text.append(f'<{token.tag} class="{token.type.removesuffix("_open").replace("_", "-")}">')


def _math(sheet: Sheet, tokens: list[Token], index: int) -> None:
    token = tokens[index]
    _formula(sheet, token, token.content, token.content.split("\n", 1)[0])
    sheet.plain.append(token.content + "\n")


def _formula(sheet: Sheet, token: Token, formula: str, begin: str) -> None:
    row = row_of(token)
    if drawn := draw_formula(sheet, formula, formula, row + 1, sheet.manuscript.column_of(row, begin)):
        sheet.text.append(f'<div class="formula" tabindex="0">{drawn}</div>\n')
    else:
        sheet.text.append(f'<div class="math">{escape(formula)}</div>\n')


_DRAW: dict[str, Draw] = {
    "paragraph_open": _paragraph,
    "paragraph_close": _paragraph_close,
    "fence": _fence,
    "code_block": _indented,
    "html_block": _html_block,
    "list_item_open": _list_item,
    **dict.fromkeys(LISTS, _list),
    "table_open": _table,
    "table_close": lambda sheet, *_: sheet.text.append("</table></div>\n"),
    "tr_open": _row,
    **dict.fromkeys(("th_open", "td_open"), _cell),
    "container_open": _container,
    "callout_open": _callout,
    **dict.fromkeys(("callout_title_open", "container_title_open"), _title),
    "math_block": _math,
    "faq_slot": lambda sheet, tokens, index: sheet.emit(tokens[index].meta["slot"]),
}
