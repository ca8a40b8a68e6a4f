"""What programs that export a text write in a manner of their own becomes Markdown that says the same."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import has_any
from sitegen.base.unspaced import is_unspaced
from sitegen.parse.attributes import cut_attributes
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import become, inline, row_of

_TAGS = regex(r"tags?:[ \t]*((?:`[^`\n]+`[ \t,]*)+)", re.IGNORECASE)
"""The tags of an article, as HackMD has them in a heading of the lowest level."""
_TAG = regex(r"`([^`\n]+)`")
_STORES = ("substack", "medium.com/", "/content/images/")
"""Where sites keep pictures whose captions converters leave behind them."""
_GLUED = regex(
    rf"(?P<picture>(?P<link>\[)?!\[[^\[\]\n]*\]\([^()\s]*(?:{'|'.join(map(re.escape, _STORES))})[^()\s]*\)"
    r"(?(link)\n*\]\((?P<target>[^()\s]*)\)))(?=[^\W_])(?P<said>[^!]{1,300})"
)
"""A picture that one of these keeps, and what a converter has left right behind it."""
_PAGED = regex(r"\[([^\[\]\n]+?)\s*\[(\d{1,3})\]\((#[^()\s]*)\)\]\(\3\)")
"""A line of a table of contents, as Pandoc writes that of Word."""
_TOLD = regex(r"!\[alt_text\]\(([^()\s]+) \"image_tooltip\"\)")
"""A picture as Docs to Markdown writes each."""
_STARS = regex(r"(?<![\w*\\])(\*{4,})(?![\s*])([^*\n]+)(?<!\s)\1(?!\*)")
"""Words between as many stars as Notion, and converters of bold in bold, put on either side."""
_OTHER_STARS = regex(r"`|\*{3}|\\\*")
"""Stars that are more than bold, or are meant as such."""
_ENDS_BOLD = (".", ":", "!", "?", "…", "。", "：", "！", "？", "؟")
"""How a label or a sentence ends."""
_BEHIND_BOLD = regex(r"\s|[,.;:!?)\]”»’…，、。；：！？（）「」『』《》]|\Z")
"""What stands behind bold that ends; before a word may stand what belongs to that."""
_LAST_BREAK = regex(r"(?<!\S)(?![A-Za-z]:\\\Z)[^\s\\]+\\\Z")
"""The last word of a block with a backslash behind it, and none in it as paths have."""
_HABIT = 2
"""Lines that end so: one alone may be meant."""
_BROKEN = regex(r"(?<=\]\()(https?://[^\s()<>]*-(?:\n[^\s()<>]*-)*\n[^\s()<>]+)\)(\w*)")
"""An address that html2text has broken at hyphens, as it does with words."""


def rewritten(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens with tags, lines, bold, headings and addresses as Markdown has them."""
    text = manuscript.text
    if "######" in text:
        _read_tags(tokens)
    if text.count("-\n") > text.count("--\n") and "](http" in text:
        for line in _lines_with("](http", tokens):
            line.content = _BROKEN.sub(_joined, line.content).rstrip("\n") if "-\n" in line.content else line.content
    if "|" in text:
        _break_lines(tokens)
        if "|\n\n: " in text:
            _caption_tables(tokens)
    if "****" in text:
        for line in _lines_with("****", tokens):  # bold in bold is bold
            line.content = line.content if "`" in line.content else _STARS.sub(_thin, line.content)
    if "**" in text:
        _tighten(tokens)
    if text.count("\\\n") >= _HABIT:
        _end_lines(tokens)
    if manuscript.pictured and has_any(text, _STORES):
        tokens = _captioned(tokens)
    if ")](#" in text or (manuscript.pictured and "image_tooltip" in text):
        # Links to pages of a table of contents are one, and pictures have not the words of a template.
        for line in _lines_with("](", tokens):
            line.content = _TOLD.sub(r"![](\1)", _PAGED.sub(r"[\1 \2](\3)", line.content))
    return tokens


def _lines_with(sign: str, tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the inline tokens in which a sign stands."""
    return (token for token in tokens if token.type == "inline" and sign in token.content)


def _read_tags(tokens: list[Token]) -> None:
    """Make a line `Tags: …` of a heading of the lowest level that is no more than tags."""
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h6" and (found := _TAGS.fullmatch(tokens[at + 1].content)):
            tokens[at + 1].content = f"Tags: {', '.join(_TAG.findall(found[1]))}"
            become(token, tokens[at + 2], "paragraph", "p")


def _break_lines(tokens: list[Token]) -> None:
    """Let lines end where they do that Pandoc marks so, each with a bar before it, as those of verse."""
    for token in _lines_with("|", tokens):
        lines = token.content.split("\n")
        if len(lines) > 1 and all(line[:2] == "| " and line.count("|") == 1 for line in lines):
            token.content = "\\\n".join(line[2:].strip() for line in lines)


def _caption_tables(tokens: list[Token]) -> None:
    """Take the colon off a line below a table, which says what it shows, and attributes off its end."""
    for at in range(1, len(tokens) - 1):
        below = tokens[at + 1]
        if tokens[at - 1].type == "table_close" and tokens[at].type == "paragraph_open" and below.content[:2] == ": ":
            below.content = cut_attributes(below.content[2:])[0]


def _thin(found: re.Match[str]) -> str:
    marks = "**" if len(found[1]) % 2 == 0 else "***"
    return f"{marks}{found[2]}{marks}"


def _tighten(tokens: list[Token]) -> None:
    """Take spaces out of bold that begins or ends with them, as `**Answer: **Yes`: Markdown shows the stars of that."""
    for token in _lines_with("**", tokens):
        parts = token.content.split("**")
        bold = parts[1::2]
        loose = any(said != said.strip() for said in bold)
        # `**One **two**, three**` is bold in bold.
        nested = any(
            one[-1:].isspace() and _BEHIND_BOLD.match(two) and not two[-1:].isspace() for one, two in pairwise(bold)
        )
        if loose and not nested and len(parts) % 2 and not _OTHER_STARS.search(token.content):
            around = zip(parts[::2], bold, parts[2::2], strict=False)
            token.content = "".join(f"{before}{_tight(before, said, behind)}" for before, said, behind in around)
            token.content += parts[-1]


def _tight(before: str, said: str, behind: str) -> str:
    """Return what stands between two pairs of stars, with these; tight where that is bold."""
    core = said.strip()
    lead, _, tail = said.partition(core) if core else ("", "", "")
    opens = before[-1:] in ("", "\n", "[")
    alone = not before.strip() and not behind.strip()
    bold = alone or (_is_bold(core, behind, opens=opens or bool(lead), apart=not lead) and not (lead and tail))
    whole = "*" not in core and core.count("(") == core.count(")") and "\n" not in tail
    if not core or not bold or not whole or (before[-1:].isalnum() and not is_unspaced(before[-1:])):
        return f"**{said}**"
    lead = "" if opens else lead
    tail = "" if behind[:1] in ("", "\n", "]") else tail
    return f"{lead}**{core}**{tail}"


def _is_bold(core: str, behind: str, *, opens: bool, apart: bool) -> bool:
    """Tell whether words between stars are bold: a label, a sentence, or with stars that belong to no word behind them.

    Where both pairs stand before a word, as in "**args and **kwargs", they may be part of these, or marks of notes.
    """
    if core.endswith(_ENDS_BOLD) or not core[:1].isalnum():
        return core.endswith(_ENDS_BOLD)
    return (opens and not core[0].islower()) or (apart and _BEHIND_BOLD.match(behind) is not None)


def _end_lines(tokens: list[Token]) -> None:
    """Take the backslash off the end of blocks, where it breaks no line, if others within blocks do."""
    if not any(_lines_with("\\\n", tokens)):
        return  # the lines that end so are code, or a list of folders
    for token in _lines_with("\\", tokens):
        if token.content[-1] == "\\" and _LAST_BREAK.search(token.content):
            token.content = token.content[:-1]


def _captioned(tokens: list[Token]) -> list[Token]:
    """Return the tokens with captions below the pictures that a converter has left them right behind."""
    result: list[Token] = []
    for at, token in enumerate(tokens):
        found = None
        if token.type == "inline" and not token.level > 1 and tokens[at - 1].type == "paragraph_open":
            found = _GLUED.fullmatch(token.content)
        result.append(token)
        if found and (found["target"] or has_any(found["said"], "*_")):
            token.content = found["picture"]
            said = inline(found["said"].strip(), row_of(token))
            said.level = token.level
            result += [tokens[at + 1], tokens[at - 1], said]
        elif found:
            token.content = f"{found['picture']}\n*{' '.join(found['said'].split())}*"
    return result


def _joined(found: re.Match[str]) -> str:
    """Return an address in one line, with the ends of lines behind it, so that all below keeps its place."""
    return found[1].replace("\n", "") + f"){found[2]}" + "\n" * found[1].count("\n")
