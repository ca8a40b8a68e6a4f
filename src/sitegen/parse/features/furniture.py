"""What the page has a place of its own for leaves the text: lists of what to read next, and of the headings."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import copy

from markdown_it.token import Token

from sitegen.base.html import escape
from sitegen.base.noun import Struct, field
from sitegen.base.paths import is_external, slugify
from sitegen.base.patterns import regex
from sitegen.base.text import letters
from sitegen.parse.faq.endings import calls
from sitegen.parse.faq.rawfaq import with_headings
from sitegen.parse.features.listedtitles import AROUND, LONGEST_TITLE, MARKS, all_titles, is_said_behind, linked
from sitegen.parse.features.nocomments import counts_none, is_idle_form, says_none, without_boxes
from sitegen.parse.features.rawlinks import with_links
from sitegen.parse.features.sectiontitles import RAW_SECTION, SECTION
from sitegen.parse.headings import is_all, is_break, plain_children, plain_text, stands_for_heading
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, LISTS, closing, dressed, heading, is_comment, paragraph, shows_nothing

_PLACEHOLDER = regex(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\[[^\[\]]*\]")
"""What a template would fill, or a writer was to."""
_LEAD = regex(r".{1,160}(?:\s+[–—-]\s*|:\s*)", re.DOTALL)
"""The same before a link, such as "Read more"."""
_NEAR = 6
"""Characters among which bold begins that a picture may stand before."""
_BETWEEN = ("|", "·", "•")
"""What parts links in one line as its end does."""
_BETWEEN_IN_ROW = (*_BETWEEN, ",", ";", "&", "and", ", and")
"""The same behind a title in the same line."""
_NEAR_HEADINGS = frozenset(("heading_open", *LISTS))
_NEAR_END = 6 * BLOCK
"""Tokens among which a line stands for a heading though no list is below it: a note and a rule may follow."""
_PARTS = frozenset(("list_item_open", "tr_open", "blockquote_open"))
"""What holds a link, and perhaps what is said of it."""


class Further(Struct):
    """What a text lists as further reading."""

    tokens: list[Token]
    names: list[str] = field(default_factory=list)
    """The titles of lists whose links lead nowhere yet."""

    @property
    def labels(self) -> list[str]:
        """What the links to files and addresses of the site say, in order."""
        return [label for token in self.tokens for target, label in _labelled(token) if not is_external(target)]


def _labelled(text: Token) -> Iterator[tuple[str, str]]:
    """Yield the target and the text of each link that is none by its title."""
    children = text.children or []
    for at, child in enumerate(children):
        if child.type == "link_open" and not child.meta.get("titled"):
            end = next(behind for behind in range(at, len(children)) if children[behind].type == "link_close")
            yield str(child.attrs.get("href", "")), plain_children(children[at:end])


def take_furniture(tokens: list[Token], manuscript: Manuscript, *, contents: bool) -> tuple[Further, list[Token]]:
    """Return what the text lists as further reading, and the tokens without that.

    Further reading is a section with nothing but links to files and addresses of the site, each of which a few words
    may tell of, before or behind a dash or a colon: its card does so. A list of headings, linked
    or not, leaves for good where the page has `contents`, and so does the heading of an empty section of these, or
    of "Comments", and one that says that there are none or waits for a script. Where all of its
    links are `#`, as templates have them, further reading leaves as well, and that is told. Titles without any link
    lead to the articles that are called so.
    """
    written = without_boxes(tokens)
    headed = with_headings(written, RAW_SECTION)
    tokens, rows = _take_rows(headed, manuscript)
    further = Further(rows)
    rest: list[Token] = []
    titles: frozenset[str] | None = None
    done = 0
    for index in _headings(tokens):
        match = SECTION.fullmatch(plain_text(tokens[index + 1]).casefold())
        if index < done or match is None or (match["contents"] and not contents):
            continue
        inner = tokens[index + BLOCK : _section_end(tokens, index)]
        if match["further"]:
            leaves = _take_further(tokens[index + 1], inner, further, manuscript, articles=bool(match["articles"]))
        elif match["contents"]:
            titles = _titles(tokens) if titles is None else titles
            leaves = len(inner) if _lists_headings(inner, titles) else -1
        elif says_none(inner) or is_idle_form(inner):
            leaves = len(inner)
        elif _is_placeholder(inner):
            _report_place(inner[1], manuscript)
            leaves = len(inner)
        else:
            leaves = 0 if shows_nothing(inner) else -1
        if leaves >= 0:
            rest += tokens[done:index]
            rest += _place_of(tokens[index : index + BLOCK], manuscript) if match["contents"] else ()
            done = index + BLOCK + leaves
    rest = [*rest, *tokens[done:]] if done else tokens
    return further, rest if headed is written else dressed(rest)


def _place_of(heading: list[Token], manuscript: Manuscript) -> tuple[Token, ...]:
    """Return where a list of headings stood, if links of the text lead back to it."""
    name = str(heading[0].attrs.get("id", "")) or slugify(plain_text(heading[1]))
    if f"(#{name})" not in manuscript.text:
        return ()
    return (Token("html_block", "", 0, content=f'<div id="{escape(name)}"></div>\n', map=heading[0].map, block=True),)


def _take_further(title: Token, inner: list[Token], further: Further, manuscript: Manuscript, *, articles: bool) -> int:
    """Add what a section lists, by links or, where that is called so, by the titles of `articles`.

    Return how many of the tokens below its heading leave the text with that; -1 where it stays.
    """
    listed = _without_head([token for token in with_links(inner, manuscript) if not is_comment(token)])
    if listed and _all_links(listed, "#".__eq__):
        _report_placeholders(title, manuscript, "no link of {} leads anywhere, so the list is left out")
        further.names += [label for token in listed for _, label in _labelled(token)]
        return len(inner)
    noted = _ends_with_note(listed)
    leaves = len(inner) - (BLOCK if noted else 0)
    listed = listed[:-BLOCK] if noted else listed
    listed = listed[BLOCK:] if _begins_with_lead(listed) else listed
    if _is_placeholder(listed):
        _report_place(listed[1], manuscript)
        return leaves
    titled = articles and all_titles(listed)
    if articles and listed and listed[0].type in LISTS and not titled and not _has_links(listed):
        _report_placeholders(title, manuscript, "nothing in {} is a link")
    _make_local(listed, manuscript)
    between = _BETWEEN_IN_ROW if len(listed) == BLOCK else _BETWEEN
    if not titled and not _all_links(listed, _leads_on, between, said=True):
        return -1
    if listed:
        further.tokens += [*heading(title, "h2"), *(linked(listed, manuscript) if titled else listed)]
    return leaves


def _lists_headings(tokens: Sequence[Token], titles: frozenset[str]) -> bool:
    """Tell whether these are the titles of headings, or links to places in the text; also where there are none."""
    named = bool(tokens) and tokens[0].type in LISTS and _names_headings(tokens, titles)
    return named or _all_links(tokens, _leads_down)


def _take_rows(tokens: list[Token], manuscript: Manuscript) -> tuple[list[Token], list[Token]]:
    """Return the tokens without paragraphs that are a title and links behind it, and these as sections.

    The title is in bold; behind the last heading a colon is enough.
    """
    backwards = range(len(tokens) - 1, 0, -1)
    last = next((at for at in backwards if tokens[at].type == "heading_open" and not tokens[at].level), 0)
    further: list[Token] = []
    rest: list[Token] = []
    done = 0
    for at, token in enumerate(tokens):
        if token.level != 1 or token.type != "inline" or "](" not in token.content:
            continue
        if at > last or "**" in token.content[:_NEAR]:
            row = _row(token) if tokens[at - 1].type == "paragraph_open" else []
            _make_local(row, manuscript)
            if row and _all_links(row[BLOCK:], _leads_on, _BETWEEN_IN_ROW):
                further += row
                rest += tokens[done : at - 1]
                done = at + 2
    return ([*rest, *tokens[done:]], further) if done else (tokens, further)


def _row(text: Token) -> list[Token]:
    """Return a title in bold or before a colon, as a heading, and what stands behind it."""
    children = text.children or []
    if children and children[0].type == "text" and children[0].content.rstrip().endswith(":"):
        children = [Token("strong_open", "strong", 1), children[0], Token("strong_close", "strong", -1), *children[1:]]
    end = next((at for at, child in enumerate(children) if child.type == "strong_close"), -1) + 1
    while 0 < end < len(children) and children[end].nesting < 0:
        end += 1
    title, links = copy(text), copy(text)
    title.children, links.children = children[:end], children[end:]
    match = SECTION.fullmatch(plain_text(title).casefold())
    return [*heading(title, "h2"), *paragraph(links)] if match and match["further"] else []


def without_idle_rules(tokens: list[Token]) -> list[Token]:
    """Return the tokens without rules that nothing stands above, or below, or between."""
    kept: list[Token] = []
    for token in tokens:
        if not _is_rule(token) or (kept and not _is_rule(kept[-1])):
            kept.append(token)
    return kept[:-1] if kept and _is_rule(kept[-1]) else kept


def _is_rule(token: Token) -> bool:
    return token.type == "hr" and not token.level


def _headings(tokens: list[Token]) -> Iterator[int]:
    """Yield where headings begin, and lines that stand for one above a list, or at or above the very end."""
    heads = [at for at, token in enumerate(tokens) if token.type in _NEAR_HEADINGS and not token.level]
    near = range(max(len(tokens) - _NEAR_END, 0), len(tokens))
    lines = [at for at in near if tokens[at].type == "paragraph_open" and not tokens[at].level]
    for index in sorted([*heads, *lines]):
        if tokens[index].type == "heading_open":
            yield index
        elif tokens[index].type in LISTS:
            if index and tokens[index - 1].type == "paragraph_close" and _is_heading(tokens[index - 2]):
                yield index - BLOCK
        else:
            text = tokens[index + 1]
            last = index + 2 * BLOCK >= len(tokens) and (_is_in_italics(text) or counts_none(text))
            listed = index + BLOCK < len(tokens) and tokens[index + BLOCK].type in LISTS
            marked = "**" in text.content or "__" in text.content or text.content.endswith((":", "："))
            if last or (marked and not listed and stands_for_heading(text)):
                yield index


def _is_in_italics(text: Token) -> bool:
    return is_all(text, "em")


def _is_heading(text: Token) -> bool:
    """Tell whether a line above a list stands for a heading, or says just what one over articles does."""
    match = SECTION.fullmatch(plain_text(text).casefold())
    return stands_for_heading(text) or bool(match and match["articles"])


def _section_end(tokens: list[Token], index: int) -> int:
    """Return where what stands below a heading, or below a line that stands for one, ends."""
    begin = index + 3
    if tokens[index].type == "heading_open":
        end = next((at for at in range(begin, len(tokens)) if _ends(tokens[at], tokens[index])), len(tokens))
        while end > begin and tokens[end - 1].type == "html_block" and shows_nothing(tokens[end - 1 : end]):
            end -= 1
        return end
    return closing(tokens, begin) if begin < len(tokens) else begin


def _ends(token: Token, above: Token) -> bool:
    return not token.level and (token.type == "hr" or (token.type == "heading_open" and token.tag <= above.tag))


def _without_head(tokens: list[Token]) -> list[Token]:
    """Return what begins with a table without the names of its columns."""
    if [token.type for token in tokens[:2]] != ["table_open", "thead_open"]:
        return tokens
    end = closing(tokens, 1)
    return tokens if _has_links(tokens[1:end]) else [tokens[0], *tokens[end:]]


def _is_placeholder(tokens: Sequence[Token]) -> bool:
    """Tell whether a line is all there is, and no more than a place for something."""
    alone = len(tokens) == BLOCK and tokens[0].type == "paragraph_open" and not _has_links(tokens)
    return alone and bool(_PLACEHOLDER.fullmatch(plain_text(tokens[1])))


def _begins_with_lead(tokens: Sequence[Token]) -> bool:
    """Tell whether a line without a link leads over to a list."""
    leads = len(tokens) > BLOCK and tokens[0].type == "paragraph_open" and tokens[BLOCK].type in LISTS
    return leads and not _has_links(tokens[:BLOCK]) and plain_text(tokens[1]).endswith((":", "："))


def _ends_with_note(tokens: Sequence[Token]) -> bool:
    """Tell whether a line without a link says something behind all else: in italics, or to readers."""
    note = len(tokens) > BLOCK and tokens[-BLOCK].type == "paragraph_open" and not tokens[-BLOCK].level
    if not note or _has_links(tokens[-BLOCK:]):
        return False
    return is_all(tokens[-2], "em") or (tokens[-BLOCK - 1].tag in ("ul", "ol") and calls(plain_text(tokens[-2])))


def _all_links(
    tokens: Sequence[Token],
    wanted: Callable[[str], bool],
    between: Collection[str] = _BETWEEN,
    *,
    said: bool = False,
) -> bool:
    """Tell whether these are links of one kind in a line of their own each, and what stands around such.

    Where something may be `said` of each, it may stand below the link, in the same paragraph, item or row.
    """
    found = all(token.type != "inline" for token in tokens)
    led = False
    for token in tokens:
        if token.type != "inline":
            if token.type not in AROUND:
                return False
            led = led and token.type not in _PARTS and (token.type != "paragraph_open" or token.level > 0)
            continue
        for line in _lines(token, between):
            if _says_nothing(line) or (said and led and _is_teaser(line)):
                continue
            if not wanted(_target(line)):
                return False
            found = led = True
    return found


def _lines(text: Token, between: Collection[str]) -> Iterator[list[Token]]:
    line: list[Token] = []
    children = text.children or []
    last = max((at for at, child in enumerate(children) if child.type == "link_open"), default=0)
    for at, child in enumerate(children):
        if is_break(child) or (at < last and child.type == "text" and child.content.strip() in between):
            yield line
            line = []
        else:
            line.append(child)
    yield line


def _is_teaser(line: Sequence[Token]) -> bool:
    return not any(each.type == "link_open" for each in line) and len(plain_children(list(line))) <= LONGEST_TITLE


def _says_nothing(line: Sequence[Token]) -> bool:
    """Tell whether a line is empty, or no more than pictures."""
    return all(each.type == "image" or (each.type == "text" and not each.content.strip()) for each in line)


def _titles(tokens: Sequence[Token]) -> frozenset[str]:
    """Return what all headings say, but for case, signs and what numbers them."""
    headings = (at for at, token in enumerate(tokens) if token.type == "heading_open" and not token.level)
    return frozenset(_squeezed(tokens[at + 1]) for at in headings)


def _names_headings(tokens: Sequence[Token], titles: frozenset[str]) -> bool:
    """Tell whether these are titles, and what stands around such."""
    return all(_squeezed(token) in titles if token.type == "inline" else token.type in AROUND for token in tokens)


def _squeezed(text: Token) -> str:
    return letters(plain_text(text)).lstrip("0123456789")


def _has_links(tokens: Sequence[Token]) -> bool:
    return any(child.type == "link_open" for token in tokens for child in token.children or [])


def _report_placeholders(title: Token, manuscript: Manuscript, message: str) -> None:
    message = message.format(f'"{plain_text(title)}"')
    hint = "write the paths of articles, [title](other-article.md), or remove it: the page suggests some by itself"
    manuscript.report_text("parse/placeholder", message, title.map[0] if title.map else 0, title.content, hint=hint)


def _report_place(text: Token, manuscript: Manuscript) -> None:
    message = f'nothing fills in "{text.content}", so it is left out with its heading'
    hint = "remove both: the page has a place of its own for this"
    manuscript.report_text("parse/placeholder", message, text.map[0] if text.map else 0, text.content, hint=hint)


def _make_local(tokens: Sequence[Token], manuscript: Manuscript) -> None:
    """Give links the path in place of the full URL of a page of the site."""
    home = f"//{manuscript.host}{manuscript.base}".casefold()
    for link in (child for token in tokens for child in token.children or [] if child.type == "link_open"):
        scheme, found, path = str(link.attrs.get("href", "")).partition(home)
        if found and scheme in ("https:", "http:", ""):
            link.attrs["href"] = f"/{path}"


def _leads_on(target: str) -> bool:
    return bool(target) and not target.startswith("#") and not is_external(target)


def _leads_down(target: str) -> bool:
    return target.startswith("#")


def _target(children: Sequence[Token]) -> str:
    """Return what a line leads to that is one link, with a teaser and pictures or without, and else nothing."""
    shown = [each for each in children if each.type not in MARKS and each.type != "image"]
    inner = [each for each in shown if each.type != "text" or any(map(str.isalnum, each.content))]
    links = [each for each in inner if each.type == "link_open"]
    if len(links) != 1:
        return ""
    start = inner.index(links[0])
    if start and not _LEAD.fullmatch(plain_children(inner[:start])):
        return ""
    behind = plain_children(shown[next(at for at, each in enumerate(shown) if each.type == "link_close") + 1 :])
    if any(map(str.isalnum, behind)) and not is_said_behind(behind):
        return ""
    return str(links[0].attrs.get("href", ""))
