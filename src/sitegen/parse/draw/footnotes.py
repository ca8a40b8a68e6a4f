"""Footnote definitions leave the text and become one list at its end, numbered as the text calls them."""

from collections.abc import Mapping
from typing import Any

from markdown_it.token import Token

from sitegen.base.html import escape
from sitegen.base.noun import Struct
from sitegen.model.body import Part
from sitegen.parse.draw.elements import draw
from sitegen.parse.draw.sheet import Sheet
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.typographer import set_tokens
from sitegen.parse.tokens import paragraph


class Definition(Struct):
    """A footnote as it is written."""

    line: int
    tokens: list[Token]


def cut_definitions(tokens: list[Token], found: dict[str, Definition]) -> list[Token]:
    """Return the tokens without footnote definitions; these go to `found`, by label."""
    kept: list[Token] = []
    into = kept
    for token in tokens:
        if token.type == "footnote_reference_open":
            definition = Definition(token.map[0] + 1 if token.map else 0, [])
            found.setdefault(token.meta["label"], definition)
            into = definition.tokens
        elif token.type == "footnote_reference_close":
            into = kept
        else:
            into.append(token)
    return kept


def draw_footnotes(sheet: Sheet, env: Mapping[str, Any], found: Mapping[str, Definition]) -> tuple[Part, ...]:
    """Return the list of the footnotes that the text calls; report those that it does not."""
    called: dict[int, dict[str, Any]] = env.get("footnotes", {}).get("list", {})
    _report_uncalled(found, {note.get("label") for note in called.values()}, sheet.manuscript)
    if not called:
        return ()
    sheet.begin()
    label = escape(sheet.words.footnotes)
    sheet.text.append(f'<section class="footnotes" role="doc-endnotes" aria-label="{label}">\n<ol>\n')
    for identity, note in called.items():
        if "tokens" in note:  # it stands in the line: `^[…]`
            tokens = paragraph(Token("inline", "", 0, content=note["content"], children=note["tokens"], block=True))
        else:
            definition = found.get(note["label"])
            tokens = definition.tokens if definition else []
        set_tokens(tokens, sheet.manuscript)
        _draw_note(sheet, identity + 1, tokens)
    sheet.text.append("</ol>\n</section>\n")
    return sheet.finish().parts


def _draw_note(sheet: Sheet, number: int, tokens: list[Token]) -> None:
    sheet.text.append(f'<li id="fn-{number}">')
    sheet.depth += 1
    links = "".join(_link_back(sheet, number, call) for call in range(1, sheet.called.get(number, 0) + 1))
    if tokens and tokens[-1].type == "paragraph_close" and tokens[-2].children:
        # The way back stands at the end of the last paragraph.
        tokens[-2].children.append(Token("own_html", "", 0, content=links))
        draw(sheet, tokens)
    else:
        draw(sheet, tokens)
        sheet.text.append(f"<p>{links}</p>\n")
    sheet.close()
    sheet.text.append("</li>\n")


def _link_back(sheet: Sheet, number: int, call: int) -> str:
    suffix = f"-{call}" if call > 1 else ""
    label = escape(f"{sheet.words.back} {number}{suffix}")
    target = f"fnref-{number}{suffix}"
    return f' <a href="#{target}" class="footnote-back" role="doc-backlink" aria-label="{label}">\u21a9\ufe0e</a>'


def _report_uncalled(found: Mapping[str, Definition], called: set[Any], manuscript: Manuscript) -> None:
    for label, definition in found.items():
        if label not in called:
            call = f"[^{label}]"
            message = f'no text calls the footnote "{label}", so it is left out'
            hint = f"write {call} where it belongs, or remove it"
            manuscript.report_text("parse/footnote", message, definition.line - 1, call, hint=hint)
