"""Lines that say something only to another generator leave the text, and that is told: no reader is to see them.

So do notes to oneself over several lines: Obsidian has them between `%%`, kramdown between `{::comment}` and
`{:/comment}`, Liquid between `{% comment %}` and `{% endcomment %}`.
"""

import re

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import CODE, blank, has_any
from sitegen.parse.attributes import cut_attributes
from sitegen.parse.blocks import Block
from sitegen.parse.draw.shortcodes import report_shortcode
from sitegen.parse.manuscript import Manuscript, manuscript_of
from sitegen.parse.syntax.lines import find_line, line_text
from sitegen.parse.tokens import BLOCK, keep_from, row_of

_SIGNS = ("]{", "{:", "\n{.", "\n{#", "{{", "{%", "%%", "<o:p", "【", "\ue200")
_RARE = "{%<【\ue200"
"""A text that has none of these characters, each of which is found at once, has none of these signs."""
_WORDS_OF_SIGNS = ("\nimport ", "oaicite")
_ICONS = regex(r":(?:material|octicons|fontawesome|simple|custom)-")
_TOC = regex(r"\[_?toc", re.IGNORECASE)
_ATTRIBUTES = regex(
    r"\{(?::(?!:)[^{}\n]*|[.#][A-Za-z][\w-]*(?:[ \t]+(?:[.#][A-Za-z][\w-]*|[A-Za-z][\w-]*=[^\s{}]+))*)\}[ \t]*"
)
"""What kramdown knows of the block above or below, and Hugo of the one right above."""
_OF_HUGO = ("{.", "{#")
_CONTENTS = regex(r"\{:\s*toc\b")
_ALONE = regex(
    r"\[\[?_?toc_?\]?\]|\{\{[%<]?\s*toc\b[^{}]*\}\}|\{%\s*(?:toc|hackmd)\b[^{}%]*%\}"
    r"|\{\{[%<]\s*/?[\w/-]+\s*/?[%>]\}\}"
    r"|\{%\s*include\s+JB/setup\s*%\}"
    r"|%%[^%]+%%|\[[^\[\]\n]+\]\(%%\w+%%[^\s()]*\)"
    r"|(?:import\s[^;'\"]{1,300}?\sfrom\s+(?:'[^'\n]+'|\"[^\"\n]+\");?\s*)+",
    re.IGNORECASE,
)
"""What fills a paragraph: a table of contents, a name alone as shortcode of Hugo, what pages of MDX are built with."""
_CITED = regex(
    r"[ \t]?(【\d+[†:][^【】\n]{0,40}】|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?"
    r"|\ue200[^\ue200\ue201\n]{1,200}\ue201"
    r"|(?<!\S)%%[^%\n]{1,200}(?:\n[^%\n]{1,200}){0,3}%%(?!\S))"
)
"""What chat assistants leave where they had a source, and what writers with Obsidian say to themselves."""

_NOTE = "%%"
_WORDS = r"(?<![!\\])\[(?P<text>(?>(?:[^\[\]]+|\[[^\[\]]*\])*))\]"
_SPAN = regex(
    rf"{_WORDS}(?P<said>\{{(?:\.(?:underline|mark|smallcaps|ul)|#[\w.-]+\s+\.anchor|"
    r"(?:custom-style|style|dir|lang)=\"[^\"{}]*\"|\.(?:(?:paragraph-)?insertion|comment-end)\s[^{}]*)\})"
)
"""What Pandoc makes of an underlined word, of a place that Word links to, and of words that somebody has put in."""
_REMARK = regex(rf"{_WORDS}(?P<said>\{{\.(?:comment-start|(?:paragraph-)?deletion)\s[^{{}}]*\}})")
"""What it makes of a comment in the margin, and of words that somebody has struck out."""
_ICON = regex(
    r"(?<![\w:]):(?:material|octicons|fontawesome|simple|custom)-[a-z\d]+(?:-[a-z\d]+)*:(?:\{[^{}\n]*\})?"
    r"(?![\w:])[ \t]?"
)
"""What Material for MkDocs draws an icon for."""
_OFFICE = regex(r"</?o:p\b[^<>]*>")
"""What word processors put at the end of each paragraph."""
_SILENT = regex(r"[ \t]?\{%-?\s*(?:assign|set)\s+[\w.]+\s*=(?>(?:\"[^\"{}]*\"|'[^'{}]*'|[^\"'{}%]+)+)%\}")
"""What Liquid and Jinja keep for later, and show to nobody."""
_RAW = regex(
    r"(?<!`)\{%-?\s*raw\s*-?%\}(?P<shown>(?>(?:(?!\{%-?\s*(?:end)?raw\b).)*))\{%-?\s*endraw\s*-?%\}(?!`)", re.DOTALL
)
"""What Liquid shows as it stands, and nothing expands here."""
_RAW_MARKS = regex(r"^[ \t]*\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*\n|\{%-?\s*(?:end)?raw\s*-?%\}", re.MULTILINE)
"""The marks around that, with the line that one fills."""
_OF_JEKYLL = regex(r"(?:^|/)_(?:posts|drafts)/")
"""Folders whose files Liquid reads before anybody else does, code and all."""

_SIGN = "%%"
_COMMENTS = (
    (regex(r"\{::comment\}"), regex(r".*?\{:/(?:comment)?\}(?P<behind>.*)")),
    (regex(r"\{%-?\s*comment\s*-?%\}"), regex(r".*?\{%-?\s*endcomment\s*-?%\}(?P<behind>.*)")),
)
"""How comments of others begin and end."""


def without_leftovers(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens without such lines, and without marks of chat assistants.

    An id of kramdown's goes to the heading above, to the paragraph that it ends, or to the list item that it is in.
    """
    text = f"\n{manuscript.text}"
    if "endraw" in text and _OF_JEKYLL.search(manuscript.content_path):
        _cut_raw(tokens)
    signed = has_any(text, _RARE) and has_any(text, _SIGNS)
    if not (signed or has_any(text, _WORDS_OF_SIGNS) or _ICONS.search(text) or _TOC.search(text)):
        return tokens
    if "<o:p" in text:
        _cut_office(tokens, manuscript)
    result: list[Token] = []
    index, told, remarks, spans, icons = 0, False, False, False, False
    while index < len(tokens):
        token = tokens[index]
        result.append(token)
        index += 1
        if token.type == "inline":
            _cut_citations(token, manuscript)
            if "]{." in token.content and _REMARK.search(token.content):
                manuscript.notes += (found[0] for found in _REMARK.finditer(token.content))
                remarks = _cut_first(_REMARK, "said", "", token, manuscript, told=remarks)
            spans = _cut_first(_SPAN, "said", r"\g<text>", token, manuscript, told=spans)
            icons = _cut_first(_ICON, 0, "", token, manuscript, told=icons)
            told = _cut_silent(token, manuscript, told=told)
        if token.type != "inline" or tokens[index - 2].type != "paragraph_open":
            continue
        paragraph = result[-2]
        item = result[-3] if len(result) > BLOCK and result[-3].type == "list_item_open" else paragraph
        if token.content.startswith("{:") and item is not paragraph:
            _name_item(item, token, manuscript)
        above, below = _cut(token, manuscript)
        identity = cut_attributes(above)[1].get("id")
        heading = Block(result, len(result) - 2).above
        if identity and heading.kind == "heading_open":
            heading.head.attrs.setdefault("id", identity)
        if identity := cut_attributes(below)[1].get("id"):
            (item if paragraph.hidden else paragraph).attrs["id"] = identity
        if below and _CONTENTS.match(below) and _is_only_item(tokens, index - 2):
            del result[-4:]
            index += 3
        elif not token.content:
            del result[-2:]
            index += 1
    return result


def _name_item(item: Token, text: Token, manuscript: Manuscript) -> None:
    """Give a list item the id that its text begins with."""
    written = _ATTRIBUTES.match(text.content)
    rest = text.content[written.end() :] if written else ""
    if written and rest.strip():
        attributes = cut_attributes(written[0].rstrip())[1]
        if [*attributes] != ["id"]:
            report_shortcode(written[0].rstrip(), row_of(text), manuscript, leaves=True)
        item.attrs |= {key: value for key, value in attributes.items() if key == "id"}
        line_ends = rest.startswith("\n")
        keep_from(text, row_of(text) + line_ends, rest[line_ends:])


def _cut_raw(tokens: list[Token]) -> None:
    """Take the marks out of code between which Liquid expands nothing."""
    for token in tokens:
        if token.type in ("fence", "code_block") and "endraw" in token.content:
            token.content = _RAW_MARKS.sub("", token.content)


def _cut_citations(text: Token, manuscript: Manuscript) -> None:
    """Take out what stands for sources that nobody can see, and report the first; a text with code may speak of it."""
    match = None if "`" in text.content else _CITED.search(text.content)
    if match:
        row = row_of(text, match.start())
        report_shortcode(match[1].partition("\n")[0], row, manuscript, leaves=True)
        manuscript.notes += (each[1] for each in _CITED.finditer(text.content) if each[1].startswith(_NOTE))
        text.content = _CITED.sub("", text.content)


def _cut_first(
    pattern: re.Pattern[str], shown: str | int, kept: str, text: Token, manuscript: Manuscript, *, told: bool
) -> bool:
    """Take out what a converter says of words, or icons; a text with code may speak of it.

    The first of all is reported. Return whether any has been `told`.
    """
    match = None if "`" in text.content else pattern.search(text.content)
    if match:
        if not told:
            row = row_of(text, match.start(shown))
            report_shortcode(match[shown].rstrip(), row, manuscript, leaves=True, all_leave=True)
        text.content = pattern.sub(kept, text.content)
    return told or bool(match)


def _cut_silent(text: Token, manuscript: Manuscript, *, told: bool) -> bool:
    """Take out what is kept for later, and the marks around braces; return whether anything of that has been told."""
    if "{%" not in text.content:
        return told
    if "raw" in text.content:
        text.content = _RAW.sub(
            lambda raw: raw["shown"] if "{{" in raw["shown"] or "{%" in raw["shown"] else raw[0], text.content
        )
    masked = CODE.sub(lambda code: blank(code[0], "\0"), text.content)
    if (match := _SILENT.search(masked)) and not told:
        report_shortcode(match[0].strip(), row_of(text, match.start()), manuscript, leaves=True, all_leave=True)
        told = True
    for match in reversed([*_SILENT.finditer(masked)]):
        text.content = text.content[: match.start()] + text.content[match.end() :]
        if text.map and not match.start() and text.content.startswith("\n"):
            text.content, text.map = text.content[1:], [text.map[0] + 1, text.map[1]]
    return told


def _cut_office(tokens: list[Token], manuscript: Manuscript) -> None:
    """Take out the tags of word processors, and report the first; what has code may speak of them."""
    told = False
    for token in tokens:
        found = token.type in ("inline", "html_block") and _OFFICE.search(token.content)
        if not found or "`" in token.content or "<code" in token.content or "<pre" in token.content:
            continue
        if not told:
            row = row_of(token, found.start())
            message = f'"{found[0]}" is left by a word processor and is left out, as all of its kind are'
            manuscript.report_text("parse/shortcode", message, row, found[0], hint="remove it")
            told = True
        token.content = _OFFICE.sub("", token.content)


def _cut(text: Token, manuscript: Manuscript) -> tuple[str, str]:
    """Take such lines off a paragraph, and return what kramdown would have read above it and below."""
    row = row_of(text)
    above = below = ""
    if _ALONE.fullmatch(text.content):
        report_shortcode(text.content.split("\n")[0], row, manuscript, leaves=True)
        manuscript.notes += [text.content] if text.content.startswith(_NOTE) else []
        text.content = ""
    first, _, rest = text.content.partition("\n")
    if first.startswith(_OF_HUGO) and not (row and manuscript.lines[row - 1].strip()):
        return above, below
    if _ATTRIBUTES.fullmatch(first):
        above = first.rstrip()
        report_shortcode(above, row, manuscript, leaves=True)
        keep_from(text, row + 1, rest)
    rest, _, last = text.content.rpartition("\n")
    if _ATTRIBUTES.fullmatch(last):
        below = last.rstrip()
        if [*cut_attributes(below)[1]] != ["id"]:
            report_shortcode(below, row + bool(above) + text.content.count("\n"), manuscript, leaves=True)
        text.content = rest
    return above, below


def _is_only_item(tokens: list[Token], index: int) -> bool:
    """Tell whether a paragraph is all that a list holds."""
    return (
        index > 1
        and tokens[index - 1].type == "list_item_open"
        and tokens[index - 2].nesting == 1
        and [token.nesting for token in tokens[index + 2 : index + BLOCK + 2]] == [-1, -1, -1]
    )


def aside_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from one that begins so to one that ends so; within a single paragraph `%%` is known later."""
    first = line_text(state, start).rstrip()
    if not first.startswith((_SIGN, "{::", "{%")) or state.is_code_block(start):
        return False
    last = (_last_of_note if first.startswith(_SIGN) else _last_of_comment)(state, start, end)
    if last == end:
        return False
    if not silent:
        if manuscript := manuscript_of(state.env):
            manuscript.notes.append(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[last]])
            report_shortcode(first, start + manuscript.first_line, manuscript, leaves=True)
        state.line = last + 1
    return True


def _last_of_note(state: StateBlock, start: int, end: int) -> int:
    if _SIGN in line_text(state, start).rstrip()[2:]:
        return end
    last = next((line for line in range(start + 1, end) if _SIGN in line_text(state, line)), end)
    parted = any(state.isEmpty(line) for line in range(start + 1, last))
    return last if last < end and parted and line_text(state, last).rstrip().endswith(_SIGN) else end


def _last_of_comment(state: StateBlock, start: int, end: int) -> int:
    ends = next((ends for begins, ends in _COMMENTS if begins.match(line_text(state, start))), None)
    if ends is None:
        return end
    last = find_line(state, start, end, ends)
    ending = ends.match(line_text(state, last)) if last < end else None
    return last if ending and not ending["behind"].strip() else end
