"""Lines that are links and no more: what parts them, what is said of them, and where they lead."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from markdown_it.token import Token

from sitegen.base.paths import is_external
from sitegen.base.patterns import regex
from sitegen.parse.features.listedtitles import AROUND, LONGEST_TITLE, MARKS, is_said_behind
from sitegen.parse.inlines import is_break, plain_children
from sitegen.parse.manuscript import Manuscript

_LEAD = regex(r".{1,160}(?:\s+[–—-]\s*|:\s*)", re.DOTALL)
"""What may stand before a link, such as "Read more"."""
BETWEEN = ("|", "·", "•")
"""What parts links in one line as its end does."""
BETWEEN_IN_ROW = (*BETWEEN, ",", ";", "&", "and", ", and")
"""The same behind a title in the same line."""
_EXAMPLE = regex(
    r"https?://(?:www\.)?(?:example|your-?(?:(?:web)?site|blog|domain))\.com(?:[/?#]|$)",
    re.IGNORECASE,
)
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
_LONGEST_LABEL = 25
"""Characters of "Read more"."""
_PARTS = frozenset(("list_item_open", "tr_open", "blockquote_open"))
"""What holds a link, and perhaps what is said of it."""


def has_links(tokens: Sequence[Token]) -> bool:
    """Tell whether any link stands in these blocks."""
    return any(child.type == "link_open" for token in tokens for child in token.children or [])


def labelled(text: Token) -> Iterator[tuple[str, str]]:
    """Yield the target and the text of each link that is none by its title."""
    children = text.children or []
    for at, child in enumerate(children):
        if child.type == "link_open" and not child.meta.get("titled"):
            end = next(behind for behind in range(at, len(children)) if children[behind].type == "link_close")
            yield str(child.attrs.get("href", "")), plain_children(children[at:end])


def all_links(
    tokens: Sequence[Token],
    wanted: Callable[[str], bool],
    between: Collection[str] = BETWEEN,
    *,
    said: bool = False,
) -> bool:
    """Tell whether these are links of one kind in a line of their own each, and what stands around such.

    Where something may be `said` of each, it may stand below the link, in the same paragraph, item or row.
    """
    found = all(token.type != "inline" for token in tokens)
    led, last = False, ""
    for token in tokens:
        if token.type != "inline":
            if token.type not in AROUND:
                return False
            led = led and token.type not in _PARTS and (token.type != "paragraph_open" or token.level > 0)
            continue
        for line in _lines(token, between):
            if _says_nothing(line) or (said and led and _is_teaser(line)) or (last and _leads_again(line, last)):
                continue
            last = _target(line)
            if not wanted(last):
                return False
            found = led = True
    return found


def leads_nowhere(target: str) -> bool:
    """Tell whether a link has the address that templates have in place of one, or that examples have."""
    return target == "#" or bool(_EXAMPLE.match(target))


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


def _leads_again(line: Sequence[Token], target: str) -> bool:
    """Tell whether a line tells of what the link above leads to, and ends with another there."""
    at = next((at for at, each in enumerate(line) if each.type == "link_open"), 0)
    before, label = plain_children([*line[:at]]).rstrip(), plain_children([*line[at:]])
    again = line[at : at + 1] and line[at].attrs.get("href") == target and line[-1].type == "link_close"
    sentence = not before or before.endswith(_SENTENCE_ENDS)
    return bool(again) and sentence and len(before) <= LONGEST_TITLE and len(label) <= _LONGEST_LABEL


def _says_nothing(line: Sequence[Token]) -> bool:
    """Tell whether a line is empty, or no more than pictures."""
    return all(each.type == "image" or (each.type == "text" and not each.content.strip()) for each in line)


def make_local(tokens: Sequence[Token], manuscript: Manuscript) -> None:
    """Give links the path in place of the full URL of a page of the site."""
    home = f"//{manuscript.host}{manuscript.base}".casefold()
    for link in (child for token in tokens for child in token.children or [] if child.type == "link_open"):
        scheme, found, path = str(link.attrs.get("href", "")).partition(home)
        if found and scheme in ("https:", "http:", ""):
            link.attrs["href"] = f"/{path}"


def leads_on(target: str) -> bool:
    """Tell whether a link leads to another file or address of the site."""
    return bool(target) and not target.startswith("#") and not is_external(target)


def leads_down(target: str) -> bool:
    """Tell whether a link leads to a place in the text."""
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
    closed = next((at for at, each in enumerate(shown) if each.type == "link_close"), len(shown))
    behind = plain_children(shown[closed + 1 :])
    if any(map(str.isalnum, behind)) and not is_said_behind(behind):
        return ""
    return str(links[0].attrs.get("href", ""))
