"""What the page has a place of its own for leaves the text: lists of what to read next, and of the headings."""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from itertools import accumulate

from markdown_it.token import Token

from sitegen.base.html import escape, visible_text
from sitegen.base.noun import Struct, field
from sitegen.base.paths import is_external
from sitegen.base.patterns import regex
from sitegen.base.slugs import slugify
from sitegen.base.text import has_any
from sitegen.parse.blocks import AROUND, LISTS, Block, top_headings
from sitegen.parse.faq.sections import is_title
from sitegen.parse.features.linklists import (
    BETWEEN,
    BETWEEN_IN_ROW,
    all_links,
    all_titles,
    bare,
    begins_with_lead,
    has_links,
    in_lines,
    labelled,
    leads_down,
    leads_nowhere,
    leads_on,
    linked,
    make_local,
    note_behind,
    titles_of,
    with_plain_headings,
    without_head,
    without_paged_contents,
)
from sitegen.parse.features.nocomments import take_comments, without_boxes
from sitegen.parse.features.rawlinks import titles_apart, with_links
from sitegen.parse.features.sectiontitles import RAW_SECTION, SECTION
from sitegen.parse.features.unfilled import is_component, is_unfilled, placeholder, report_place, report_placeholders
from sitegen.parse.headings import raw_heading, stands_for_heading, with_raw_headings
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tags import HEADING
from sitegen.parse.tokens import (
    BLOCK,
    Change,
    changed,
    dressed,
    heading,
    html_paragraphs,
    in_bold,
    is_all,
    is_comment,
    paragraph,
    plain_text,
    raised,
    shows_nothing,
)

_FRAME = regex(r"\s*<(?P<close>/?)(?:div|section|nav|aside)\b[^<>]*>\s*", re.IGNORECASE)
_FRAMED = regex(
    r"\s*<(?P<frame>div|section|nav|aside)\b[^<>]*>\s*(?P<inner><h[1-6]\b.*)</(?P=frame)\s*>\s*",
    re.IGNORECASE | re.DOTALL,
)
"""A frame from end to end that begins with a heading."""
_SENTENCE_ENDS = (".", "!", "。", "！")
_NEAR = 6
"""Characters among which bold begins that a picture may stand before."""
_IN_QUOTE = 2
"""The level of the text of a paragraph in a quote."""
_NEAR_HEADINGS = frozenset(("heading_open", *LISTS))
_NEAR_END = 6 * BLOCK
"""Tokens among which a line stands for a heading though no list is below it: a note and a rule may follow."""


class Further(Struct):
    """What a text lists as further reading."""

    tokens: list[Token]
    names: list[str] = field(default_factory=list)
    """The titles of lists whose links lead nowhere yet."""
    own: bool = True
    """Whether all of it stands below headings that can only mean articles of the site."""

    @property
    def labels(self) -> list[str]:
        """What the links to files and addresses of the site say, in order."""
        return [label for token in self.tokens for target, label in labelled(token) if not is_external(target)]


def take_furniture(tokens: list[Token], manuscript: Manuscript, *, contents: bool) -> tuple[Further, list[Token]]:
    """Return what the text lists as further reading, and the tokens without that.

    Further reading is a section with nothing but links to files and addresses of the site, each of which a few words
    may tell of, before or behind a dash or a colon: its card does so. Where all of its links are `#`, as templates have
    them, it leaves as well, and that is told. Titles without any link lead to the articles that are called so.

    A list of headings, linked or not, leaves for good where the page has `contents`, and so does the heading of an
    empty section of these, or of "Comments", and one that says that there are none or waits for a script.
    """
    further = Further([])
    written = without_boxes(tokens)
    written = _take_framed(written, further, manuscript) if "</h" in manuscript.text else written
    headed = with_raw_headings(written, RAW_SECTION)
    if "</p>" in manuscript.text and has_any(manuscript.text, ("<ul", "<ol")):
        headed = titles_apart(headed, _stands_over_articles)
    tokens = without_paged_contents(headed) if contents else headed
    tokens = _take_quotes(tokens, further, manuscript) if ">" in manuscript.text else tokens
    tokens = _take_rows(tokens, further, manuscript)
    found = _sections(tokens)
    while any(match["comments"] for _, match in found):  # they may stand in another
        before, tokens = tokens, _without_comments(found, tokens, manuscript)
        if tokens is before:
            break
        found = _sections(tokens)
    leaving: list[Change] = []
    titles: frozenset[str] | None = None
    opening = done = 0
    for title, match in found:
        if title.at < done or match["comments"] or (match["contents"] and not contents):
            continue
        inner = _below(title, tokens) if match["further"] else tokens[title.end : _section_end(title)]
        if match["further"]:
            leaves = _take_further(title.text, inner, further, manuscript, articles=bool(match["articles"]))
            further.own = further.own and (leaves is None or bool(match["own"]))
        else:
            if titles is None:
                titles, opening = titles_of(tokens), next((heading.at for heading in top_headings(tokens)), 0)
            leaves = _listed_headings(inner, titles, first=title.at == opening)
        if leaves is not None:
            done = title.end + leaves
            leaving.append((title.at, done, _place_of(title, manuscript) if match["contents"] else ()))
    rest = changed(tokens, leaving)
    return further, rest if headed is written else dressed(rest)


def _take_framed(tokens: list[Token], further: Further, manuscript: Manuscript) -> list[Token]:
    """Return the tokens without such sections that a frame of raw HTML holds, with nothing else in it."""
    leaving: list[Change] = []
    for at, token in enumerate(tokens):
        framed = _FRAMED.fullmatch(token.content) if token.type == "html_block" and not token.level else None
        title = HEADING.match(framed["inner"]) if framed and _is_closed(framed["inner"]) else None
        match = SECTION.fullmatch(visible_text(title["title"]).casefold()) if title else None
        if not (framed and title and match) or match["contents"]:
            continue
        start = framed.start("inner")
        section = [
            *raw_heading(title, token, start),
            *html_paragraphs(token, start + title.end(), framed.end("inner")),
        ]
        heading, inner = Block(section), section[BLOCK:]
        if match["comments"]:
            leaves = take_comments(heading, inner, manuscript)
        else:
            leaves = _take_further(heading.text, inner, further, manuscript, articles=bool(match["articles"]))
            further.own = further.own and (leaves is None or bool(match["own"]))
        if leaves is not None:
            leaving.append((at, at + 1, inner[leaves:]))
    return changed(tokens, leaving)


def _is_closed(html: str) -> bool:
    """Tell whether no frame is closed in a fragment that is not opened in it."""
    opened = accumulate(-1 if frame["close"] else 1 for frame in _FRAME.finditer(html))
    return all(depth >= 0 for depth in opened)


def _stands_over_articles(said: str) -> bool:
    """Tell whether a line says just what stands over articles of the site."""
    match = SECTION.fullmatch(said.casefold())
    return bool(match and match["own"])


def _take_quotes(tokens: list[Token], further: Further, manuscript: Manuscript) -> list[Token]:
    """Return the tokens without quotes of such a line and what it stands over."""
    rest: list[Token] = []
    done = 0
    for at, token in enumerate(tokens):
        if token.level or token.type != "blockquote_open":
            continue
        quote = Block(tokens, at)
        title = quote.first
        if title.kind in ("paragraph_open", "heading_open") and _stands_over_articles(title.said):
            inner = [raised(each, 1) for each in quote.inner[BLOCK:]]
            listed = has_links(inner) or all_titles(inner)
            leaves = _take_further(title.text, inner, further, manuscript, articles=True) if listed else None
            if leaves is not None:
                rest += [*tokens[done:at], *inner[leaves:]]
                done = quote.end
    return [*rest, *tokens[done:]] if done else tokens


def _sections(tokens: list[Token]) -> list[tuple[Block, re.Match[str]]]:
    """Return the headings over what the page may have a place of its own for, with what they say."""
    said = ((title, SECTION.fullmatch(title.said.casefold())) for title in _headings(tokens))
    return [(title, match) for title, match in said if match]


def _without_comments(
    found: list[tuple[Block, re.Match[str]]], tokens: list[Token], manuscript: Manuscript
) -> list[Token]:
    """Return the tokens without sections "Comments" that show none."""
    leaving: list[Change] = []
    done = 0
    for title, match in found:
        inner = _below(title, tokens) if match["comments"] and title.at >= done else None
        leaves = None if inner is None else take_comments(title, inner, manuscript)
        if leaves is not None:
            done = title.end + leaves
            leaving.append((title.at, done, ()))
    return changed(tokens, leaving)


def _place_of(heading: Block, manuscript: Manuscript) -> tuple[Token, ...]:
    """Return where a list of headings stood, if links of the text lead back to it."""
    name = str(heading.head.attrs.get("id", "")) or slugify(heading.said)
    if f"(#{name})" not in manuscript.text:
        return ()
    html = f'<div id="{escape(name)}"></div>\n'
    return (Token("html_block", "", 0, content=html, map=heading.head.map, block=True),)


def _without_frames(tokens: list[Token]) -> list[Token]:
    """Return blocks without the tags of raw HTML around them, where all are closed that are opened."""
    if _closed_in(tokens):
        return tokens
    return [token for token in tokens if token.type != "html_block" or not _FRAME.fullmatch(token.content)]


def _take_further(
    title: Token, inner: list[Token], further: Further, manuscript: Manuscript, *, articles: bool
) -> int | None:
    """Add what a section lists, by links or, where that is called so, by the titles of `articles`.

    Return how many of the tokens below its heading leave the text with that; None where it stays.
    """
    listed = [token for token in with_links(inner, manuscript) if not is_comment(token)]
    listed = with_plain_headings(without_head(_without_frames(listed)))
    make_local(listed, manuscript)
    if listed and all_links(listed, leads_nowhere):
        _take_placeholders(title, listed, further, manuscript)
        return len(inner)
    noted = note_behind(listed)
    leaves, listed = len(inner) - noted, listed[: len(listed) - noted]
    listed = listed[BLOCK:] if begins_with_lead(listed) else listed
    listed = in_lines(listed) if articles else listed
    if place := placeholder(listed):
        report_place(place, manuscript)
        return leaves
    titled = articles and all_titles(listed)
    if articles and listed and listed[0].type in LISTS and not titled and not has_links(listed):
        report_placeholders(title, manuscript, "nothing in {} is a link")
    between = BETWEEN_IN_ROW if len(listed) == BLOCK else BETWEEN
    if not titled and not all_links(listed, leads_on, between, said=True):
        return None
    if listed:
        further.tokens += [*heading(title, "h2"), *(linked(listed, manuscript) if titled else listed)]
    return leaves


def _listed_headings(tokens: list[Token], titles: frozenset[str], *, first: bool) -> int | None:
    """Return how many tokens below a heading list those of the text, by their titles or by links to places in it.

    None where something else is below it. Below the `first` heading the text itself may begin behind such a list.
    """
    if all_links(tokens, leads_down):
        return len(tokens)
    listed = Block(tokens).whole if tokens and tokens[0].type in LISTS else []
    named = (bare(plain_text(token)) in titles if token.type == "inline" else token.type in AROUND for token in listed)
    alone = len(listed) == len(tokens)
    several = sum(token.type == "inline" for token in listed) > (1 if has_links(listed) else 2)
    return len(listed) if listed and (alone or (first and several)) and all(named) else None


def _take_rows(tokens: list[Token], further: Further, manuscript: Manuscript) -> list[Token]:
    """Return the tokens without paragraphs that are a title and links behind it; these are further reading.

    The title is in bold; behind the last heading a colon is enough.
    """
    last = next((heading.at for heading in reversed(top_headings(tokens))), 0)
    taken: list[Change] = []
    for at, token in enumerate(tokens):
        if token.type != "inline" or ("](" not in token.content and "[[" not in token.content):
            continue
        quoted = token.level == _IN_QUOTE and tokens[at - 2].type[:11] == tokens[at + 2].type[:11] == "blockquote_"
        if token.level != 1 and not quoted:
            continue
        if at > last or "**" in token.content[:_NEAR] or token.content[0] in "*_":
            row = _row(token) if tokens[at - 1].type == "paragraph_open" else []
            make_local(row, manuscript)
            if row and all_links(row[BLOCK:], leads_nowhere, BETWEEN_IN_ROW):
                _take_placeholders(row[1], row[BLOCK:], further, manuscript)
            elif row and all_links(row[BLOCK:], leads_on, BETWEEN_IN_ROW):
                further.tokens += row
                further.own = False
            else:
                continue
            taken.append((at - 1 - quoted, at + 2 + quoted, ()))
    return changed(tokens, taken)


def _row(text: Token) -> list[Token]:
    """Return a title in bold or before a colon, as a heading, and what stands behind it.

    In italics it is one that can only stand over articles of the site.
    """
    children = text.children or []
    if children and children[0].type == "text" and children[0].content.rstrip().endswith(":"):
        children = [*in_bold(children[:1]), *children[1:]]
    slanted = bool(children) and children[0].type == "em_open"
    ended = "em_close" if slanted else "strong_close"
    end = next((at for at, child in enumerate(children) if child.type == ended), -1) + 1
    while 0 < end < len(children) and children[end].nesting < 0:
        end += 1
    title, links = copy(text), copy(text)
    title.children, links.children = children[:end], children[end:]
    match = SECTION.fullmatch(plain_text(title).casefold())
    fits = match and match["own" if slanted and not is_all(title, "strong") else "further"]
    return [*heading(title, "h2"), *paragraph(links)] if fits else []


def _headings(tokens: list[Token]) -> Iterator[Block]:
    """Yield headings, and lines that stand for one above a list, or at or above the very end."""
    near = len(tokens) - _NEAR_END
    for at, token in enumerate(tokens):
        if token.level or not (token.type in _NEAR_HEADINGS or (at >= near and token.type == "paragraph_open")):
            continue
        block = Block(tokens, at)
        if block.kind == "heading_open":
            yield block
        elif block.kind in LISTS:
            if (above := block.above).paragraph and _is_heading(above.text):
                yield above
        elif block.below.kind not in LISTS and _is_heading(block.text):
            yield block


def _is_heading(text: Token) -> bool:
    """Tell whether a line stands for a heading, or says just what one over articles or comments does."""
    said = plain_text(text).casefold()
    match = None if said.endswith(_SENTENCE_ENDS) or is_unfilled(said) else SECTION.fullmatch(said)
    return stands_for_heading(text) or bool(match and (match["articles"] or match["contents"] or match["comments"]))


def _section_end(heading: Block) -> int:
    """Return where what stands below a heading, or below a line that stands for one, ends."""
    if heading.kind != "heading_open":
        below = heading.below
        while below.paragraph and below.below.paragraph and not _is_heading(below.below.text):
            below = below.below
        return below.end
    tokens, begin = heading.tokens, heading.end
    end = next((at for at in range(begin, len(tokens)) if _ends(Block(tokens, at), heading.head)), len(tokens))
    while end > begin and tokens[end - 1].type == "html_block" and shows_nothing(tokens[end - 1 : end]):
        end -= 1
    opened = -_closed_in(tokens[begin:end])
    return end + opened if opened > 0 and _closed_in(tokens[end : end + opened]) == opened else end


def _below(title: Block, tokens: list[Token]) -> list[Token]:
    """Return what stands below a heading; a component where that is all."""
    end = _section_end(title)
    return tokens[title.end : end] or [each for each in tokens[end : end + 1] if is_component(each)]


def _closed_in(tokens: Sequence[Token]) -> int:
    """Return how many more frames of raw HTML are closed in blocks than opened."""
    frames = (_FRAME.fullmatch(token.content) for token in tokens if token.type == "html_block")
    return sum(1 if frame["close"] else -1 for frame in frames if frame)


def _ends(block: Block, above: Token) -> bool:
    """Tell whether a section ends at a block: a rule, a heading that is not below its own, or the title of an FAQ."""
    head = block.head
    if head.level or head.type == "hr":
        return not head.level
    if head.type == "html_block":
        title = HEADING.match(head.content)
        return title is not None and is_title(visible_text(title["title"]))
    heads = head.type == "heading_open" or (block.paragraph is not None and is_all(block.text, "strong"))
    return heads and (is_title(block.said) or (head.type == "heading_open" and head.tag <= above.tag))


def _take_placeholders(title: Token, listed: Sequence[Token], further: Further, manuscript: Manuscript) -> None:
    """Report links that lead nowhere; what they say may be the titles of articles."""
    report_placeholders(title, manuscript, "no link of {} leads anywhere, so the list is left out")
    further.names += [label for token in listed for _, label in labelled(token)]
