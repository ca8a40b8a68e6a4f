"""What an author meant as a link, a footnote or a heading, and what Markdown takes for text."""

import re
from itertools import pairwise

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import blank, nearest, plural
from sitegen.parse.draw.sheet import Sheet
from sitegen.parse.tokens import row_of

_CALL = regex(r"\[\^([\w-]+)\]")
# What looks like a link without a text, in code as well. It begins with the bracket, so that most of a line is skipped.
_EMPTY_LINK = regex(r"\[(?<![!\\]\[)\s*\](?=\([^\s)]|\[[^\]])")
# With a title behind the address it is a link.
_SPACED = regex(r"(!?\[[^\[\]\n]*\])\(([^\s()<>\"']+(?: +[^\s()<>\"']+)+\.[A-Za-z]{2,8}(?:#[\w-]*)?)\)")
_REFUSED = regex(r"!?\[[^\[\]\n]*\]\(<?((?:file|javascript|vbscript|data):[^\n()]*)")
# Not behind a word or a bracket: there `x[i][j]` stands.
_LABELLED = regex(
    r"(?<![\w\])\\!])!?\[(?P<text>[^\[\]]{2,300})(?<!\\)\]\[(?P<label>[^\[\]\n]{0,100})(?<!\\)\](?![\[(:])"
)
_VERBATIM = regex(r"(`+)(?!`)[^`\]\n]{0,100}\]\[[^\n]{0,100}?(?<!`)\1(?!`)|\$[^$\]\n]{0,100}\]\[[^$\n]{0,100}\$")
"""Code and formulas with two brackets."""
_RANGE = regex(r"\w-\w|\d+$")
"""Begins a class of characters; or is a number and nothing else."""
_UNENDED = regex(r"(?P<shown>!?\[[^\[\]\n]++\]\((?=[^\s()<>\[\]./#]*+[./#])[^\s()<>\[\]]++)(?=[^()]*+\Z)")
"""A link whose parenthesis never closes; the full stop behind it is the sentence's."""
_APART = regex(
    r"(?P<label>!?\[(?!\d+\])[^\[\]\n]+\]) +(?P<target>\((?:[^\s()<>]+\.md(?:#[\w-]*)?|(?<= \()https?://[^\s()<>]+)\))"
)
"""A link with a space between its two parts."""
_PATH = regex(r"https?://|[./#]|[^#?]*\.[A-Za-z][A-Za-z0-9]{1,4}(?:[#?]|$)")
"""The path of a link, which a word as "e.g." is none."""
_STOPS = ".,;:!?"
_BARS = regex(r"\|(?:[^|\n]*\|){2,}")
"""A row of a table with a bar at either end."""
_RULER = regex(r"\|(?:\s*:?-+:?\s*\|)+")
_HASHES = regex(r"^(?P<signs>#{2,6})(?P<text>[\w*_\"“”„«'‘¿¡(].*)$", re.MULTILINE)


def find_links(sheet: Sheet, line: Token, children: list[Token]) -> None:
    """Report what is meant as a link or a footnote; the line has a bracket."""
    content = line.content
    if "[^" in content:
        _find_footnotes(sheet, line, children)
    if match := _EMPTY_LINK.search(content):
        _report_empty(sheet, line, match)
    if "](" in content:
        _find_spaced(sheet, line, children)
        _find_unended(sheet, line, children)
    if "] (" in content:
        _find_apart(sheet, line, children)
    if "][" in content:
        _find_undefined(sheet, line, children)


def find_hashes(sheet: Sheet, line: Token, children: list[Token]) -> None:
    """Report lines of a paragraph that are meant as headings; one word in small letters may be a tag or a channel."""
    for match in _HASHES.finditer(line.content):
        signs, text = match["signs"], match["text"].strip()
        words = text.split()
        meant = len(words) > 1 or not text[:1].islower()
        if not meant or any(word[0] == "#" for word in words) or not any(map(str.isalpha, text)):
            continue
        row = row_of(line, match.start())
        written = sheet.manuscript.lines[row : row + 1]
        begins = written and written[0].lstrip().startswith(match[0])
        if begins and any(child.type == "text" and child.content.startswith(signs) for child in children):
            message, hint = f"this is no heading, since no space stands behind {signs}", f"write {signs} {text}"
            sheet.manuscript.report_text("parse/no-heading", message, row, match[0], hint=hint)


def find_rows(sheet: Sheet, line: Token) -> None:
    """Report a paragraph whose lines are the rows of a table, between bars, and that is none."""
    rows = [row.strip() for row in line.content.split("\n")]
    ruled = bool(_RULER.fullmatch(rows[1]))
    if not all(map(_BARS.fullmatch, [rows[0], *rows[1 + ruled :]])):
        return
    columns = rows[0].count("|") - rows[0].count("\\|") - 1
    why = (
        f"has {plural(rows[1].count('|') - 1, 'column')}, and the first line {columns}"
        if ruled
        else "stands below the first"
    )
    message = f"this is no table, since {'the' if ruled else 'no'} line of hyphens {why}"
    hint = f"write {'|' + ' --- |' * columns} {'in its place' if ruled else 'below the first line'}"
    sheet.manuscript.report_text("parse/no-table", message, row_of(line) + ruled, rows[ruled], hint=hint)


def _find_unended(sheet: Sheet, line: Token, children: list[Token]) -> None:
    """Report a link that stays as text since nothing ends it."""
    match = _UNENDED.search(line.content)
    shown = match["shown"].rstrip(_STOPS) if match else ""
    label, _, target = shown.partition("](")
    said = any(child.type == "text" and f"{label}](" in child.content for child in children)
    if match and said and _PATH.match(target):
        message = f'"{shown}" stays as it is written, since no ) ends it'
        row = row_of(line, match.start())
        sheet.manuscript.report_text("parse/no-link", message, row, shown, hint=f"write {shown})")


def _find_apart(sheet: Sheet, line: Token, children: list[Token]) -> None:
    """Report the first link of a line that stays as text since its two parts stand apart."""
    meant = (each for each in _APART.finditer(line.content) if " " in each["label"] or ".md" in each["target"])
    match = next(meant, None)
    if match and any(child.type == "text" and f"{match['label']} (" in child.content for child in children):
        message = f'"{match[0]}" is no link, since a space stands between its two parts'
        hint = f"write {match['label']}{match['target']}"
        sheet.manuscript.report_text("parse/no-link", message, row_of(line, match.start()), match[0], hint=hint)


def _find_spaced(sheet: Sheet, line: Token, children: list[Token]) -> None:
    """Report links and images that stay as text: their addresses hold spaces, or no browser may follow them."""
    for child in children:
        if child.type != "text" or "](" not in child.content:
            continue
        for match in _SPACED.finditer(child.content):
            message = f'"{match[0]}" stays as it is written, since the address holds a space'
            hint = f"write {match[1]}(<{match[2]}>)"
            row = row_of(line, line.content.find(match[0]))
            sheet.manuscript.report_text("parse/spaced-link", message, row, match[0], hint=hint)
        for match in _REFUSED.finditer(child.content):
            row = row_of(line, line.content.find(match[0]))
            sheet.manuscript.report_refused(match[1], row + 1, sheet.manuscript.column_of(row, match[0]), len(match[0]))


def _find_undefined(sheet: Sheet, line: Token, children: list[Token]) -> None:
    """Report links by a label that nothing defines, where such links are plainly meant; each label once."""
    known = sheet.env.get("references", {})
    content = _VERBATIM.sub(lambda shown: blank(shown[0], "\0"), line.content)
    for match in _LABELLED.finditer(content):
        if not _is_meant(match, others=bool(known)):
            continue
        if not any(child.type == "text" and f"][{match['label']}]" in child.content for child in children):
            continue
        label = match["label"].strip() or match["text"].strip()
        told = sheet.env.setdefault("undefined", set())
        if label in told:
            continue
        told.add(label)
        near = nearest(label, known)
        hint = f"did you mean [{near.casefold()}]?" if near else f"add a line [{label}]: https://…"
        text = sheet.manuscript.text
        if found := re.search(rf"^ {{0,3}}\[{re.escape(label)}\]:", text, re.MULTILINE):
            line_of = text.count("\n", 0, found.start()) + 1  # which looks like the definition
            hint = f"line {line_of} does not define it: above it an empty line belongs, and no quotes into its title"
        message = f'"{match[0]}" stays as it is written, since nothing defines [{label}]'
        row, first = row_of(line, match.start()), match[0].split("\n")[0]
        sheet.manuscript.report_text("parse/undefined-link", " ".join(message.split()), row, first, hint=hint)


def _is_meant(match: re.Match[str], *, others: bool) -> bool:
    """Tell whether two brackets are plainly a link by its label; `others` says that the text defines labels.

    What defines any uses such links. Elsewhere two brackets may be two remarks.
    """
    text, label = match["text"].strip(), match["label"].strip()
    ranges = _RANGE.match(text) or (_RANGE.match(label) and not label.isdigit())
    if ranges or not any(map(str.isalpha, text)) or text[0] in "^@":
        return False
    several = len(text.split()) > 1 or text[:1] == "`"
    return not label or (label[:1].isalnum() and (others or (several and " " not in label)))


def _report_empty(sheet: Sheet, line: Token, match: re.Match[str]) -> None:
    """Report a link that has nothing between its brackets."""
    shown = [child for child in line.children or [] if child.tag != "br" and not child.content.isspace()]
    if not any(one.type == "link_open" and other.type == "link_close" for one, other in pairwise(shown)):
        return
    row = row_of(line, match.start())
    message, hint = (
        "this link has no text, so nobody can see or hear it",
        "say between the brackets where it leads, or take it out",
    )
    column = sheet.manuscript.column_of(row, match[0].split("\n")[0])
    sheet.manuscript.report("parse/empty-link", message, row + 1, column, hint=hint)


def _find_footnotes(sheet: Sheet, line: Token, children: list[Token]) -> None:
    """Report the calls of footnotes that nobody wrote."""
    for child in children:
        for match in _CALL.finditer(child.content if child.type == "text" else ""):
            message, hint = f'the footnote "{match[1]}" is never written', f"add a line [^{match[1]}]: …"
            row = row_of(line, line.content.find(match[0]))
            sheet.manuscript.report_text("parse/footnote", message, row, match[0], hint=hint)
