"""Shortcodes of other generators, which nothing expands here: where they stand, and what to write instead.

Markdown that stands in a block of raw HTML, where nothing reads it, is told as well.
"""

import re

from markdown_it.rules_inline.html_inline import html_inline
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import blank, has_any, shorten
from sitegen.parse.draw.sheet import Sheet
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.syntax.mixed import ATTRIBUTE
from sitegen.parse.tags import COMMENT, element
from sitegen.parse.tokens import row_of

# `{{ x }}`, `{% x %}`, `{{< x >}}`, `{: .x}`, `!!! x`, `[TOC]`, `[caption …]`, `[[x]]`; GitHub's `${{ x }}` is none.
_CITED = r"【\d+[†:][^【】]{0,40}】|:contentReference\[oaicite:\d+\]|\bturn\d+(?:search|view|news|image|file)\d+"
"""Marks that chat assistants leave where they had a source."""
_SAID = (
    r"(?:(?:sure|certainly|of course|absolutely)\b[^\n]{0,30}\b(?:here['’]s|here is)\b[^\n]{0,60}"
    r"\b(?:article|draft|post|version|piece)\b|"
    r"here(?:['’]s| is) (?:(?:an?|the)\b[^\n.?!]{0,50}\b(?:of|for) )?"
    r"your (?:article|draft|(?:blog )?post|text)\b[^\n]{0,60}|"
    r"(?:(?:would you like|do you want) me to|let me know if you['’]d like|"
    r"if you(?:['’]d like| want),? i can (?:also )?(?:add|adjust|convert|create|draft|expand|generate|help|make|"
    r"optimi[sz]e|provide|rewrite|shorten|tailor|turn|write))\b[^\n]{0,60})"
)
"""What chat assistants say around a text."""
_SPOKEN = f"^{_SAID}"
_SPEECH = regex(_SAID, re.IGNORECASE)
_BLANK = r"(?:\[insert\s[^\[\]\n]{0,80}\]|\bby:? \[(?:your|author)[^\[\]\n]{0,20}\])(?![(\[])"
"""What a writer was to fill in."""
_SHORTCODE = regex(
    r"(?<!\$)\{\{(?!\{)[^{}]{0,400}\}\}|\{%[^{}%]{0,400}%\}|"
    r"(?<!\$)\{\{[<%]\s*[\w/-]*|^\{:.{0,80}?\}|^(?:!!!|\?\?\?\+?) ?\w+"
    r"|\[/?(?:caption|embed)\]|\[(?:caption|gallery|playlist|video|audio|youtube)\s+\w+=[^\[\]\n]{1,200}\]"
    r"|^\[\[?_?toc_?\]?\]$|!?\[\[(?=[^\W\d])[^\[\]\n]{1,80}\]\]|^import\s[^\n]{1,80}?\sfrom\s+['\"]|"
    f"{_CITED}|{_SPOKEN}|{_BLANK}",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
"""What is not to stay in a text: shortcodes, and what chat assistants and templates leave."""
_IN_BRACES = regex(r"(?<!\$)\{\{(?!\{)[^{}]{0,400}\}\}|\{%[^{}%]{0,400}%\}")
# What a text without any shortcode has none of: to look for these first is many times quicker.
_SIGNS = ("【", "!!!", "???", "oaicite", "import ")
_BRACES = ("{{", "{%", "{:")
# What begins with one certain character is found quickly as well.
_WORDS = (
    regex(r"\[(?:\[|/?(?:caption|embed|gallery|playlist|video|audio|youtube|_?toc|insert|your|author))", re.IGNORECASE),
    regex(r"turn\d"),
    regex(rf"\n{_SAID}", re.IGNORECASE),
)
_TAG = r"^\{[{%][<%]?-?\s*"
_HINTS = tuple(
    (regex(pattern, re.IGNORECASE), hint)
    for pattern, hint in (
        (rf"{_TAG}(?:end)?highlight\b", "put ``` and the language above the code, and ``` below it"),
        (rf"{_TAG}(?:post_(?:url|link)|link|ref|relref)\b",
         "write the path of the article's file: [text](../other-article.md)"),
        (rf"{_TAG}(?:site\.(?:base_?url|url)\b|.*\|\s*(?:relative|absolute)_url\b)",
         "leave it out: a path that begins with / is an address of the site"),
        (rf"{_TAG}(?:figure|img|image|asset_img|photo|picture)\b", "write ![what it shows](file.png)"),
        (r"^\[/?caption", 'write ![what it shows](file.png "the caption")'),
        (rf"{_TAG}(?:youtube|vimeo|video)\b|^\[/?(?:embed|video|youtube)", "write a link to the film, or its <iframe>"),
        (rf"{_TAG}toc\b|^\[\[?_?toc|^\{{:\s*toc\b", "remove it: the page lists the headings beside the text"),
        (rf"{_TAG}endcomment\b", "remove it: nothing opens it"),
        (rf"{_TAG}(?:end)?raw\b", "remove it: nothing is expanded here"),
        (r"^!?\[\[", "write the path of the article's file: [text](../other-article.md)"),
        (r"^%%", "remove it, or write <!-- and --> around it"),
        (r"^\[[^\[\]]*\]\(%%", "remove it: no address is filled in here"),
        (r"^import", "remove it: articles hold no components"),
        (_CITED, "write the source as a link, or remove what the chat assistant left"),
        (_SPOKEN, "remove it"),
        (f"^{_BLANK}", "write what belongs there, or remove it"),
        (rf"{_TAG}hackmd\b", "remove it: it says no more than how a page looks"),
        (rf"{_TAG}(?:assign|set)\b", "remove it: nothing here reads it"),
        (r"^:[a-z]", "remove it, or write a sign: there are no icons to draw here"),
        (r"^\{::comment\}|^\{%-?\s*comment\b", "remove it, or write <!-- and --> around it"),
        (r"^\{::", "remove it: nothing here reads it"),
        (r"^\{\.(?:comment|(?:paragraph-)?(?:insertion|deletion))", "accept the changes and remove the comments first"),
        (r"^\{(?:[.#][\w.-]+[\s}]|[\w-]+=)", "remove it: it says no more than how words look"),
        (r"^\{:", "remove it: {#id .class} can stand behind a heading, a link or an image"),
        (r"^(?:!!!|\?\?\?)", "write > [!NOTE] above the text, and > before each of its lines"),
    )
)  # fmt: skip
ALL_LEAVE = ", as all of its kind are"
"""What is said where only the first of many is told."""
_NOTE = r"%%|\{::comment\}|\{%-?\s*comment\s*-?%\}"
_LONG = 80
_ANY = "write it in Markdown or HTML, or put it in code"

_SURELY = regex(r"(?<!\*)\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*|(?<!!)\[[^\[\]\n]+\]\((?:https?://|mailto:|[./#])[^()\s]*\)")
"""What nobody writes into HTML for its own sake: text in bold, and links."""
AS_WRITTEN = regex(rf"{COMMENT}|{element('pre', 'code', 'script', 'style', 'textarea')}|<[^<>]*>", re.IGNORECASE)
"""What is shown or dropped as it is written: comments, code, tags."""


def tag_rule(state: StateInline, silent: bool) -> bool:
    """Read a tag of HTML, which `{{<video>}}` is not."""
    return not state.src.startswith("{{", max(state.pos - 2, 0), state.pos) and html_inline(state, silent)


def find_shortcodes(sheet: Sheet, line: Token, children: list[Token]) -> None:
    """Report the first shortcode of a line."""
    manuscript, text = sheet.manuscript, line.content
    if manuscript.shortcodes is None:
        manuscript.shortcodes = _may_have(manuscript.text)
    if not manuscript.shortcodes or not any(
        child.type == "text" and _SHORTCODE.search(child.content) for child in children
    ):
        return
    matches = [each for each in _SHORTCODE.finditer(text) if not _is_read(each[0], children)]
    match = next((each for each in matches if _is_shown(each[0], children)), matches[0] if matches else None)
    if not match:
        return
    row = row_of(line, match.start())
    shown = match[0].split("\n")[0]
    quoted = row < len(manuscript.lines) and manuscript.lines[row].lstrip().startswith(">")
    if not (quoted and is_spoken(shown)):  # there a writer shows what a chat assistant said
        report_shortcode(shown, row, manuscript)


def _is_read(shown: str, children: list[Token]) -> bool:
    """Tell whether two brackets have become a link or a picture."""
    return "[[" in shown[:3] and not _is_shown(shown, children)


def _is_shown(shown: str, children: list[Token]) -> bool:
    """Tell whether words stand in the text as they are, and not only in code."""
    return any(child.type == "text" and shown in child.content for child in children)


def find_in_html(token: Token, manuscript: Manuscript) -> None:
    """Report the first shortcode between the tags of a block of raw HTML."""
    if "{{" not in token.content and "{%" not in token.content:
        return
    text = AS_WRITTEN.sub(lambda tag: blank(tag[0]), token.content)
    if match := _IN_BRACES.search(text):
        row, shown = row_of(token, match.start()), token.content[match.start() : match.end()]
        report_shortcode(shown.split("\n")[0], row, manuscript)


def is_spoken(text: str) -> bool:
    """Tell whether a text begins with what chat assistants say around one."""
    return bool(_SPEECH.match(text))


def report_said(line: str, row: int, manuscript: Manuscript) -> None:
    """Report a line of a chat assistant that has left the text."""
    message = f'"{shorten(line, _LONG)}" is left by a chat assistant and is left out'
    manuscript.report_text("parse/shortcode", message, row, line, hint="remove it")


def report_left_out(
    shown: str, why: str, row: int, manuscript: Manuscript, *, hint: str = "remove it", also: str = ""
) -> None:
    """Report what leaves the text; `why` says what it is, as `is the icon of a program`, and `also` what leaves too."""
    message = f'"{shorten(shown, _LONG)}" {why}, so it is left out{also}'
    manuscript.report_text("parse/shortcode", message, row, shown.partition("\n")[0], hint=hint)


def report_shortcode(
    shown: str, row: int, manuscript: Manuscript, *, leaves: bool = False, all_leave: bool = False
) -> None:
    """Report what is written in a line, and whether it leaves the text or stays."""
    left = re.match(f"{_CITED}|{_SPOKEN}", shown, re.IGNORECASE)
    what = "left by a chat assistant" if left else "a shortcode of another generator"
    what = "a note to oneself" if re.match(_NOTE, shown) else what
    what = "a blank that nobody has filled in" if re.match(_BLANK, shown, re.IGNORECASE) else what
    hint = next((hint for pattern, hint in _HINTS if pattern.search(shown)), _ANY)
    fate = "is left out" if leaves else "stays as text"
    fate += ALL_LEAVE if all_leave else ""
    message = f'"{shorten(shown, _LONG)}" is {what} and {fate}'
    manuscript.report_text("parse/shortcode", message, row, shown, hint=hint)


def _may_have(text: str) -> bool:
    if has_any(text, _SIGNS) or ("{" in text and has_any(text, _BRACES)):
        return True
    text = f"\n{text}"
    return any(pattern.search(text) for pattern in _WORDS)


def report_unread(token: Token, manuscript: Manuscript) -> None:
    """Report the first Markdown between the tags of a block of raw HTML."""
    if not _SURELY.search(token.content) or f"{ATTRIBUTE}=" in token.content:
        return
    match = _SURELY.search(AS_WRITTEN.sub(lambda tag: blank(tag[0]), token.content))
    if not match:
        return
    row = row_of(token, match.start())
    message = f'"{match[0]}" stays as it is written: HTML goes on to the next empty line'
    hint = "put an empty line above the text, and begin it in the first column"
    manuscript.report_text("parse/markdown-in-html", message, row, match[0], hint=hint)
