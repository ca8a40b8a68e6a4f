"""Inline tokens become text, elements and holes."""

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from sitegen.base.html import attributes, escape
from sitegen.base.paths import is_external
from sitegen.model.body import Picture, Ref
from sitegen.parse.draw.formulas import FormulaError
from sitegen.parse.draw.meant import find_hashes, find_links, find_rows
from sitegen.parse.draw.modern import styled
from sitegen.parse.draw.sheet import Sheet
from sitegen.parse.draw.shortcodes import find_shortcodes
from sitegen.parse.links import resolve, said_of
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.places import place_of
from sitegen.parse.tags import DESCRIBED
from sitegen.parse.tokens import BREAKS, plain_children

_IN_PARAGRAPH = 1
"""Level of the text of a paragraph that stands in nothing else."""
# Attributes of links; the second are for those that surely lead somewhere.
_OF_LINK = frozenset(("class", "lang"))
_WORDLESS = ("image", "text", *BREAKS)
_OF_FULL_URL = frozenset(("target", "rel", "hreflang"))


def draw_line(sheet: Sheet, line: Token) -> None:
    """Write one inline token."""
    children = line.children or []
    find_shortcodes(sheet, line, children)
    if "[" in line.content:
        find_links(sheet, line, children)
    if line.level <= _IN_PARAGRAPH and "##" in line.content:
        find_hashes(sheet, line, children)
    if line.level <= _IN_PARAGRAPH and line.content[:1] == "|" and "|\n" in line.content:
        find_rows(sheet, line)
    out, plain, own = sheet.text.append, sheet.plain.append, sheet.own
    for index, token in enumerate(children):
        kind = token.type
        if own and kind in own:
            out(own[kind](children, index, sheet.options, sheet.env))
            sheet.depth += token.nesting
        elif kind in ("text", "text_special"):
            out(escape(token.content))
            plain(token.content)
        elif draw := _DRAW.get(kind):
            if kind == "link_open":
                token.meta["shows"] = _shows(children, index)
            draw(sheet, token)
        elif token.nesting > 0:
            out(f"<{token.tag}>")
            sheet.depth += 1
        elif token.nesting < 0:
            sheet.close()
            out(f"</{token.tag}>")
        else:
            out(f"<{token.tag}>" if token.tag else escape(token.content))
    plain("\n")


def unlink(line: Token, manuscript: Manuscript) -> None:
    """Take links to the site's own files out of a line that will be a plain string, and say so."""
    kept: list[Token] = []
    inside = False
    for token in line.children or []:
        if token.type == "link_open" and not is_external(str(token.attrs.get("href", ""))):
            inside = True
            written = str(token.attrs.get("href", ""))
            message = f'only full addresses can be linked here, so "{written}" is left out'
            hint = "put the link into the text, or write the full address"
            manuscript.report("parse/local-link", message, *place_of(token), width=len(written), hint=hint)
        elif token.type == "link_close" and inside:
            inside = False
        else:
            kept.append(token)
    line.children = kept


def draw_picture(sheet: Sheet, token: Token, *, figure: bool = False) -> None:
    """Write an image."""
    source = str(token.attrs.get("src", ""))
    line, column = place_of(token)
    given = dict(token.meta.get("attributes", {}))
    described = given.pop("alt", "")
    alt = " ".join((plain_children(token.children or []) or described).split())
    if not alt:
        hint = _how_to_describe(sheet.manuscript.lines[line - 1 : line])
        message = "this image has no description"
        sheet.manuscript.report("parse/no-alt", message, line, column, width=len(token.content) + 3, hint=hint)
    column = sheet.manuscript.column_behind(line, column, source)
    ref = resolve(source, sheet.manuscript.content_path, line=line, column=column, image=True) if source else None
    if ref is None:
        sheet.manuscript.report_host("img", source, line, column, len(source))
    titled = given.pop("title", "")
    title = str(token.attrs.get("title", "")) or titled
    own = styled("img", [pair for pair in given.items() if pair[0] != "src"])
    sheet.emit(Picture(ref, "" if ref else source, alt, title, tuple((key, value or "") for key, value in own), figure))


def _how_to_describe(written: Sequence[str]) -> str:
    """Return what to write of an image, whose line may hold a shortcode of another generator."""
    line = written[0] if written else ""
    if "![" in line or "{{" not in line:
        return "say between the brackets what it shows"
    return 'add alt="…" that says what it shows' if "src=" in line else "write ![what it shows](file.png)"


def draw_html(sheet: Sheet, html: str, line: int, column: int = 0) -> None:
    """Write raw HTML, or where that is refused its source."""
    manuscript = sheet.manuscript
    if manuscript.settings.raw_html == "pass" or html.startswith("<!--"):
        sheet.raw.write(html, sheet.depth, line, column, in_line=column > 0)
        return
    shown = html.strip().split("\n", 1)[0]
    message = "raw HTML is refused by this site's settings"
    hint = 'write it in Markdown, or set raw_html = "pass" in [markdown]'
    column = column or manuscript.column_of(line - 1, shown)
    manuscript.report("parse/raw-html", message, line, column, width=len(shown), hint=hint)
    sheet.text.append(escape(html))


def _break(sheet: Sheet, token: Token) -> None:
    sheet.text.append("\n" if token.type == "softbreak" else "<br>\n")
    sheet.plain.append(" ")


def _code(sheet: Sheet, token: Token) -> None:
    sheet.text.append(f"<code>{escape(token.content)}</code>")
    sheet.plain.append(token.content)


def _math(sheet: Sheet, token: Token) -> None:
    drawn = draw_formula(sheet, str(token.meta["formula"]), token.content, *place_of(token))
    sheet.text.append(drawn or f'<span class="math">{escape(token.content)}</span>')
    sheet.plain.append(token.content)


def draw_formula(sheet: Sheet, formula: str, told: str, line: int, column: int) -> str:
    """Return a formula as MathML; an empty string where it stays as it is written, which is told where it has a fault.

    `told` is what shows where nothing draws MathML.
    """
    try:
        return sheet.formulas.mathml(formula, told)
    except FormulaError as error:
        first = formula.split("\n", 1)[0]
        message = f"this formula stays as it is written: {error}"
        hint = "correct it, or write \\$ where it is no formula"
        sheet.manuscript.report("parse/formula", message, line, column, width=len(first), hint=hint)
        return ""


def _link(sheet: Sheet, token: Token) -> None:
    href = sheet.manuscript.mended(str(token.attrs.get("href", "")))
    line, column = place_of(token)
    column = sheet.manuscript.column_behind(line, column, href)
    if token.meta.get("titled"):
        ref: Ref | None = Ref("title", href, "", token.meta.get("place", ""), href, line, column)
    else:
        ref = resolve(href, sheet.manuscript.content_path, line=line, column=column)
        if ref is None and href[1:2] == ":":
            sheet.manuscript.report_refused(href, line, column, len(href))
    title = token.attrs.get("title")
    sheet.depth += 1
    if sheet.raw.stack and not sheet.raw.begin_link(sheet.depth - 1, bare=token.info == "auto"):
        return
    sheet.raw.in_link = True
    sheet.text.append('<a href="')
    sheet.emit(escape(href) if ref is None else ref)
    kept = _OF_LINK if ref else _OF_LINK | _OF_FULL_URL
    own = tuple(pair for pair in token.meta.get("attributes", {}).items() if pair[0] in kept)
    shows = token.meta.get("shows", "words")
    if not title and (shows == "image" or (shows == "nothing" and (ref is None or href.startswith("/")))):
        own += (("aria-label", said_of(href)),)
    sheet.text.append(f'" title="{escape(str(title))}"' if title else '"')
    sheet.text.append(f"{attributes(own)}>")


def _shows(children: list[Token], index: int) -> str:
    """Return what a link has: "words", or what nobody can hear: an "image" that nothing describes, or "nothing"."""
    found = "nothing"
    for at in range(index + 1, len(children)):
        child = children[at]
        if child.type == "html_inline" and not DESCRIBED.search(child.content):
            found = "image" if child.content.lower().startswith("<img") else found
        elif child.type not in _WORDLESS or child.content.strip():
            return found if child.type == "link_close" else "words"
        elif child.type == "image":
            found = "image"
    return "words"


def _own_html(sheet: Sheet, token: Token) -> None:
    if sheet.raw.stack:
        sheet.raw.close_to(sheet.depth - 1)
    sheet.text.append(token.content)


def _link_close(sheet: Sheet, _: Token) -> None:
    sheet.close()
    if sheet.raw.in_link:
        sheet.text.append("</a>")
    sheet.raw.in_link = False


def _footnote(sheet: Sheet, token: Token) -> None:
    number = token.meta["id"] + 1
    call = sheet.called[number] = sheet.called.get(number, 0) + 1
    suffix = f"-{call}" if call > 1 else ""
    label = escape(f"{sheet.words.footnote} {number}")
    if sheet.raw.in_link or (sheet.raw.stack and not sheet.raw.begin_link(sheet.depth)):
        sheet.text.append(f'<sup class="footnote-ref" id="fnref-{number}{suffix}">{number}</sup>')
        return
    sheet.text.append(
        f'<sup class="footnote-ref"><a href="#fn-{number}" id="fnref-{number}{suffix}" role="doc-noteref" '
        f'aria-label="{label}">{number}</a></sup>'
    )


def _abbreviation(sheet: Sheet, token: Token) -> None:
    sheet.text.append(f'<abbr title="{escape(str(token.attrs["title"]))}">')
    sheet.depth += 1


_DRAW: dict[str, Callable[[Sheet, Token], None]] = {
    **dict.fromkeys(BREAKS, _break),
    "code_inline": _code,
    "math_inline": _math,
    "link_open": _link,
    "link_close": _link_close,
    "image": draw_picture,
    "html_inline": lambda sheet, token: draw_html(sheet, token.content, *place_of(token)),
    "footnote_ref": _footnote,
    "own_html": _own_html,
    "abbr_open": _abbreviation,
}
