"""Alerts (`> [!TIP] Title`) and containers (`::: tip Title`) become callouts.

So does what themes of Jekyll have, below `{: .prompt-tip }` or above `{: .note }`: Chirpy has `prompt-*`, Minimal
Mistakes `notice--*`, Just the Docs the names alone and `*-title`, where the first paragraph is the title. A box of raw
HTML with the class `notice` is one as well. Those of the front matter stand at the ends of sections.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import has_any, letters, nearest
from sitegen.model.config import CALLOUTS
from sitegen.parse.blocks import Block, top_headings
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.matter.values import FrontCallout
from sitegen.parse.phrases import callout_kind, phrases, report_unknown
from sitegen.parse.tokens import BLOCK, inline, keep_from, line_of, plain_text, row_of

_ALERT = regex(r"\[!([^\[\]\n]{1,60})\]([+-]?)[ \t]*([^\n]*)(?:\n|$)")
_GOES_ON = (*",.;:!?()[]/…–—-",)
"""What goes on with a sentence behind brackets, or makes a link of them."""
_PICTURE = r"(?:(?:[^\w\s*_<\[\]()`\"']|ℹ){1,3}\s*)?"
_LABELS = ("note", "tip", "important", "warning", "caution")
"""Kinds whose names in bold, as the first words of a quote, make it a callout: GitHub's, which once wrote them so."""
_SIGNS = ("[!", "::", "**", "!!!", "???", "===", "{{", "{%", "`{", "~{")
_COMPONENT_END = regex(r"</[A-Z]")
"""What a text without callouts has none of."""
_QUOTES = ("quote", "cite")
"""Kinds of Obsidian's that are no callouts."""
_OF_STYLES = regex(r"(?:wp|kg|rank-math|schema-faq|elementor|jp)-\S+|\S*__\S*")
"""Classes that WordPress and Ghost give to boxes."""
_EDGES = frozenset(("blockquote_open", "blockquote_close", "container_open", "container_close"))

_KINDS = {
    "note": "note", "info": "note", "primary": "note", "highlight": "note", "new": "note", "": "note",
    "tip": "tip", "success": "tip", "important": "important", "warning": "warning",
    "caution": "caution", "danger": "caution",
}  # fmt: skip
_NAME = (
    r"(?:prompt-(?P<prompt>tip|info|warning|danger)|notice(?:--(?P<notice>primary|info|success|warning|danger))?"
    r"|(?P<name>note|tip|info|important|warning|caution|danger|highlight|new)(?P<title>-title)?)"
)
_LINE = regex(rf"\{{:\s*\.{_NAME}\s*\}}[ \t]*")
_BOX = regex(rf"<div\s+class=[\"'](?=notice){_NAME}[\"']>\s*")
_BOX_END = "</div>"
_SIGNS_OF_CLASSES = ("{:", 'class="notice', "class='notice")


def callouts(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens with every callout as `callout_open`, its title as inline tokens, …, `callout_close`."""
    if not has_any(manuscript.text, _SIGNS) and not _COMPONENT_END.search(manuscript.text):
        return tokens
    result: list[Token] = []
    closers: list[str] = []
    skip = 0
    for index, token in enumerate(tokens):
        if skip:
            skip -= 1
        elif token.type == "paragraph_open" and tokens[index + 1].content[:2] == "[!" and not token.level:
            opened = _unquoted(tokens[index + 1], manuscript)
            result += [*opened, *tokens[index : index + BLOCK], *([closed()] if opened else [])]
            skip = BLOCK - 1
        elif token.type not in _EDGES:
            result.append(token)
        elif token.nesting < 0:
            token.type = closers.pop()
            if token.type == "callout_close":
                token.tag = "aside"
            result.append(token)
        else:
            read = _alert if token.type == "blockquote_open" else _container
            opened, skip = read(Block(tokens, index), manuscript)
            callout = bool(opened) and opened[0] is not token
            closers.append("callout_close" if callout else token.type.replace("open", "close"))
            result.extend(opened or [token])
    return result


def _alert(quote: Block, manuscript: Manuscript) -> tuple[list[Token], int]:
    """Return the opening of the callout that a block quote is, and how many tokens behind its own that takes."""
    text, below = quote.first.paragraph, quote.first.below
    if not text:
        return [], 0
    line = row_of(text)
    match = _ALERT.match(text.content)
    if not match:
        return _labelled(text, line, manuscript)
    kind = callout_kind(match[1], manuscript)
    if not kind and match[1].casefold() in _QUOTES:
        _quote(text, match)
        return [], 0
    if not kind:
        column = manuscript.lines[line].find("[!") + 1 if line < len(manuscript.lines) else 1
        report_unknown(match[1], line, column, len(match[1]) + 3, manuscript)
        if not match[3].strip():
            return [], 0
        kind = "note"  # as Obsidian shows it
    rest = text.content[match.end() :]
    if not rest.strip() and match[3] and below.kind == "blockquote_close":
        text.content = match[3]  # what would be the title is all there is to say
        return opening(kind, "", line, manuscript), 0
    title, heading = _title(match[3], below)
    opened = opening(kind, title, line, manuscript)
    if not rest.strip():
        return opened, BLOCK + heading  # the paragraph held nothing else
    keep_from(text, line + 1, rest)
    return opened, 0


def _unquoted(text: Token, manuscript: Manuscript) -> list[Token]:
    """Return the opening of the callout that a paragraph is which has lost its `>`, and is no sentence about such."""
    match = _ALERT.match(text.content)
    if match and (match[3][:1].islower() or match[3].startswith(_GOES_ON)):
        return []
    kind = callout_kind(match[1], manuscript) if match else ""
    rest = text.content[match.end() :].strip() if match else ""
    if not match or not kind or not (rest or match[3].strip()):
        return []
    row = row_of(text)
    keep_from(text, row + bool(rest), rest or match[3])
    return opening(kind, match[3] if rest else "", row, manuscript)


def _quote(text: Token, match: re.Match[str]) -> None:
    """Take the marks off a callout that is a quote; its title stands in bold above it."""
    title, rest = match[3].strip(), text.content[match.end() :]
    if title and "**" not in title:
        title = f"**{title}**"
    if not title and text.map:
        text.map = [text.map[0] + 1, text.map[1]]
    text.content = "\n".join(filter(None, (title, rest)))


def _labelled(text: Token, line: int, manuscript: Manuscript) -> tuple[list[Token], int]:
    """Return the same of a block quote that begins with the name of a kind in bold."""
    match = _label(manuscript.language).match(text.content)
    if not match:
        return [], 0
    kind = next(kind for kind in _LABELS if match[kind])
    opened = opening(kind, "", line, manuscript)
    if match.end() == len(text.content):
        return opened, BLOCK
    keep_from(text, line + match[0].count("\n"), text.content[match.end() :])
    return opened, 0


@lru_cache(maxsize=32)
def _label(language: str) -> re.Pattern[str]:
    """Return the pattern of these names, in English and in the article's language."""
    own = phrases(language).callouts
    names = "|".join(f"(?P<{kind}>{kind}|{re.escape(own[kind])})" for kind in _LABELS)
    return re.compile(
        rf"{_PICTURE}\*\*{_PICTURE}(?:{names})"
        r"(?:\s?[:：]\*\*|\*\*\s?[:：]|\*\*(?=[ \t]*(?:\n|\Z)))[ \t]*\n?",
        re.IGNORECASE,
    )


def _title(written: str, below: Block) -> tuple[str, int]:
    """Return the title of a callout, or else the heading that its text begins with, and how many tokens that takes."""
    if written.strip() or below.kind != "heading_open":
        return written, 0
    return below.text.content, BLOCK


def _container(container: Block, manuscript: Manuscript) -> tuple[list[Token], int]:
    """Return the opening of the callout or container, and how many tokens behind its own that takes."""
    token = container.head
    line = row_of(token)
    name = token.info
    if not token.meta["closed"]:
        message = f'the block "::: {name or "{…}"}" is never closed, so it takes in all that follows'
        width = len(manuscript.lines[line].rstrip()) if line < len(manuscript.lines) else 3
        hint = 'add a line ":::" where it ends'
        manuscript.report("parse/unclosed-container", message, line + 1, 1, width=width, hint=hint)
    title = inline(token.meta["title"], line)
    if name.casefold() in ("faq", "faqs"):
        token.info = "faq"
        return [token, title] if title.content else [], 0
    kind = callout_kind(name, manuscript)
    if not kind:
        # `{.name}` is how Pandoc writes a class, and a name alone as well.
        # Surely a class is one of WordPress or Ghost, or any where others stand in braces.
        known = _OF_STYLES.fullmatch(name) or ("::: {" in manuscript.text and not nearest(name, CALLOUTS))
        if (not token.meta["braced"] and not known) or name.startswith("callout-"):
            column = manuscript.lines[line].find(name) + 1 if line < len(manuscript.lines) else 1
            report_unknown(name, line, column, len(name), manuscript)
        return [token, *line_of("container_title", "p", title)] if title.content else [], 0
    text, heading = _title(token.meta["title"], container.first)
    return opening(kind, text, line, manuscript), heading


def opening(kind: str, title: str, line: int, manuscript: Manuscript) -> list[Token]:
    """Return the tokens that open a callout; an empty title is the kind's own."""
    own = {**phrases(manuscript.language).callouts, **manuscript.settings.callout_titles}
    text = title.strip() or own.get(kind) or kind.replace("-", " ").capitalize()
    opened = Token("callout_open", "aside", 1, info=kind, map=[line, line + 1], block=True)
    return [opened, *line_of("callout_title", "p", inline(text, line))]


def closed() -> Token:
    """Return the token that closes a callout."""
    return Token("callout_close", "aside", -1, block=True)


def not_in_text(callouts: Sequence[FrontCallout], tokens: list[Token]) -> list[FrontCallout]:
    """Return the callouts of the front matter without those that stand in the text as well."""
    said = letters("".join(plain_text(token) for token in tokens if token.type == "inline"))
    return [callout for callout in callouts if letters(callout.text.text) not in said]


def with_front_callouts(tokens: list[Token], callouts: Sequence[list[Token]]) -> list[Token]:
    """Return a text with each callout at the end of a section, from the first section on.

    What is left stands at the end of the last; an FAQ is no section.
    """
    faq = next((at for at, token in enumerate(tokens) if token.type == "faq_slot" and not token.level), len(tokens))
    headings = top_headings(tokens[:faq])
    highest = min((heading.tag for heading in headings), default="")
    starts = [heading.at for heading in headings if heading.tag == highest]
    ends = [_above_rules(tokens, at) for at in (*starts[1:], faq)]
    placed: dict[int, list[Token]] = {}
    for number, callout in enumerate(callouts):
        placed.setdefault(ends[min(number, len(ends) - 1)], []).extend(callout)
    for end in sorted(placed, reverse=True):
        tokens = [*tokens[:end], *placed[end], *tokens[end:]]
    return tokens


def _above_rules(tokens: list[Token], at: int) -> int:
    while at and tokens[at - 1].type == "hr":
        at -= 1
    return at


def with_classes(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens with what has such a class as a callout."""
    if not has_any(manuscript.text, _SIGNS_OF_CLASSES):
        return tokens
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        callout, index = _callout(Block(tokens, index), manuscript)
        result += callout
    return result


def _callout(block: Block, manuscript: Manuscript) -> tuple[list[Token], int]:
    """Return the callout that begins with a block, or else the block's first token, and the index behind that."""
    if block.kind == "paragraph_open" and not block.head.hidden:
        found = _above(block, manuscript) or _below(block, block.text, block.whole, manuscript)
    elif block.kind == "blockquote_open":
        last = Block(block.tokens, block.end - 1).above
        found = _below(block, last.text, block.inner, manuscript) if last.paragraph else None
    else:
        found = _box(block, manuscript) if block.kind == "html_block" else None
    return found or ([block.head], block.at + 1)


def _above(block: Block, manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callout of what stands below such a line: the rest of its paragraph, or the block right behind it.

    Right behind another block, as a heading or code, the line is said of that.
    """
    text = block.text
    line, _, rest = text.content.partition("\n")
    match = _LINE.fullmatch(line)
    if not match:
        return None
    row, other = row_of(text), block.above
    if other.kind and other.head.map and other.head.map[1] == row:
        return None
    if rest:
        keep_from(text, row + 1, rest)
        return _wrapped(match, row, block.whole, manuscript), block.end
    below = block.below
    if below.kind not in ("paragraph_open", "blockquote_open") or row_of(below.head) != row + 1:
        return None
    inner = below.inner if below.kind == "blockquote_open" else below.whole
    return _wrapped(match, row, inner, manuscript), below.end


def _below(block: Block, text: Token, inner: list[Token], manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callout of a block whose last line is one; Markdown takes it into the last paragraph.

    Below an item of a list, where it is not indented, the line is said of the list.
    """
    rest, _, line = text.content.rpartition("\n")
    match = _LINE.fullmatch(line) if rest else None
    last = text.map[1] - 1 if text.map else 0
    if not match or (block.head.level and manuscript.column_of(last, "{:") == 1):
        return None
    text.content = rest
    return _wrapped(match, row_of(block.head), inner, manuscript), block.end


def _box(block: Block, manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callout that a box is whose tags stand alone around Markdown."""
    match = _BOX.fullmatch(block.head.content)
    tokens, level = block.tokens, block.head.level
    for at in range(block.at + 1, len(tokens)) if match else ():
        token = tokens[at]
        if token.level < level:
            break
        if token.type == "html_block" and token.level == level:
            if not match or token.content.strip() != _BOX_END:
                break
            return _wrapped(match, row_of(block.head), tokens[block.at + 1 : at], manuscript), at + 1
    return None


def _wrapped(match: re.Match[str], row: int, inner: list[Token], manuscript: Manuscript) -> list[Token]:
    kind = _KINDS[match["prompt"] or match["notice"] or match["name"] or ""]
    title, first = "", Block(inner)
    if first.kind == "heading_open" or (match["title"] and first.paragraph):
        title, inner = first.text.content, inner[BLOCK:]
    return [*opening(kind, title, row, manuscript), *inner, closed()]
