"""Paragraphs and headings that open with "Did you know?", "Pro tip:" or "Real-life example:" become callouts."""

import re
from bisect import bisect
from functools import lru_cache

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.callouts import opening
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.phrases import phrases
from sitegen.parse.tokens import closing

_OPENINGS = {
    "did-you-know": r"did\syou\sknow",
    "pro-tip": r"pro[-‑\s]?tips?",
    "example": r"real[-‑\s](?:life|world)\sexample",
}
_DEEP = ("h3", "h4", "h5", "h6")
_FEW = 3
"""Blocks below a heading that a callout can hold."""
_ASKS = regex(r"[?？!…]\s*$")


@lru_cache(maxsize=32)
def _phrase(language: str) -> re.Pattern[str]:
    """Return the pattern of the opening phrases in English and in the site's language."""
    own = phrases(language).callouts
    kinds = []
    for kind, pattern in _OPENINGS.items():
        title = re.escape(_ASKS.sub("", own[kind])).replace(r"\ ", r"[\s-]").replace(r"\-", r"[-‑\s]?")
        ending = r"(?:\s?[?…]|(?=\s?:))" if kind == "did-you-know" else r"(?:\s?#?\d{1,2})?"
        kinds.append(f"(?P<{kind.replace('-', '_')}>(?:{pattern}|{title}){ending})")
    marks = r"(?P<before>[*_]{0,3})"
    more = r"(?P<more>\s(?:for|from|of|in|on)\s[^*_\n:：.!?]{1,50}(?=\s?[*_]{0,3}[:：]))?"
    end = r"\s?[:：!！]|\s?[–—](?=[\s*_])|\s-(?=\s)"
    emoji = r"(?:[^\w\s*_\[\]()<>`'\"“”‘’#>|~.,:?!–—-]{1,3}\s*)?"
    return re.compile(
        rf"{emoji}{marks}{emoji}(?:{'|'.join(kinds)}){more}(?:\s?{emoji})(?P<colon>{end})?(?P<after>[*_]{{0,3}})(?P<late>{end})?"
        r"(?=\s|$|[*_])\s*",
        re.IGNORECASE,
    )


@lru_cache(maxsize=32)
def _stems(language: str) -> tuple[str, ...]:
    own = phrases(language).callouts
    titles = (_ASKS.sub("", own[kind]).strip().casefold() for kind in _OPENINGS)
    stems = {"did you know", "pro tip", "pro-tip", "protip", "real-life", "real life", "real-world", "real world"}
    stems.update(titles)
    # Where the shorter is not, the longer that begins with it cannot be.
    return tuple(sorted(stem for stem in stems if not any(stem.startswith(other) for other in stems - {stem})))


def may_open(manuscript: Manuscript) -> bool:
    """Tell, quickly, whether any opening phrase can be in the text."""
    if manuscript.opens is None:
        text = manuscript.text.casefold().replace("[!pro-tip", "")  # an alert is no phrase
        text = text.replace("‑", "-").replace("\N{NO-BREAK SPACE}", " ")  # at which no line ends
        wanted = _stems(manuscript.language) if manuscript.settings.callout_openings else ()
        manuscript.opens = any(stem in text for stem in wanted)
    return manuscript.opens


def openings(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the block tokens with paragraphs, quotes and `<aside>` that begin with an opening phrase as callouts."""
    if not may_open(manuscript):
        return tokens
    result: list[Token] = []
    outer: list[str] = []
    asides = [at + 1 for at, token in enumerate(tokens) if token.type == "html_block" and _is(token, "</aside>")]
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.tag in _DEEP and token.nesting == 1 and not outer and (taken := _headed(tokens, index, manuscript)):
            callout, index = taken
            result.extend(callout)
            continue
        around = _around(tokens, index, asides)
        if (token.type == "paragraph_open" or around) and not outer:
            start = index + 1 if around else index
            opened = _opening(tokens[start + 1], manuscript)
            if opened:
                end = around or _end(tokens, index, alone=not tokens[start + 1].content)
                inner = start if tokens[start + 1].content else start + 3
                result.extend(opened)
                result.extend(tokens[inner : end - 1 if around else end])
                result.append(Token("callout_close", "aside", -1, block=True))
                index = end
                continue
        if token.nesting == 1 and token.type not in ("paragraph_open", "container_open"):
            outer.append(token.type)
        elif token.nesting == -1 and token.type not in ("paragraph_close", "container_close"):
            outer.pop()
        result.append(token)
        index += 1
    return result


def _opening(text: Token, manuscript: Manuscript) -> list[Token]:
    """Return the opening of a callout and cut the phrase off the text, where the text begins with one."""
    match = _opens(text.content, manuscript)
    if not match:
        return []
    kind, title = _kind_and_title(match)
    line = text.map[0] if text.map else 0
    rest = text.content[match.end() :]
    if match["before"] and not match["after"]:
        rest = match["before"] + rest  # the emphasis goes on after the phrase
    line_breaks = match[0].count("\n")
    text.content = rest
    text.map = [line + line_breaks, text.map[1] if text.map else line + 1]
    return opening(kind, title, line, manuscript)


def _opens(content: str, manuscript: Manuscript) -> re.Match[str] | None:
    """Return the phrase that a paragraph opens with, where it stands out enough to make a callout."""
    match = _phrase(manuscript.language).match(content)
    if not match:
        return None
    before, after = match["before"], match["after"]
    bold = len(before) >= 2 and before == after
    more = match["more"] or "tips" in (match["pro_tip"] or "").casefold()
    if (before != after and (after or not before)) or (more and not bold):
        return None
    return match if match["colon"] or match["late"] or bold or match["did_you_know"] else None


def _kind_and_title(match: re.Match[str]) -> tuple[str, str]:
    kind = next(kind for kind in _OPENINGS if match[kind.replace("-", "_")])
    title = " ".join(f"{match[kind.replace('-', '_')]}{match['more'] or ''}".split())
    return kind, title + "?" if title.casefold() == "did you know" else title


def _headed(tokens: list[Token], index: int, manuscript: Manuscript) -> tuple[list[Token], int] | None:
    """Return the callout that a heading and the few blocks below it are, and where the text goes on."""
    text = tokens[index + 1].content
    match = _phrase(manuscript.language).match(text)
    if not match:
        return None
    kind, title = _kind_and_title(match)
    rest = text[match.end() :].strip("*_ ")
    if rest and (kind == "did-you-know" or not (match["colon"] or match["late"])):
        return None
    start = end = index + 3
    blocks = 0
    while end < len(tokens) and not _begins_something_else(tokens, end, manuscript):
        end = closing(tokens, end)
        blocks += 1
    if not 0 < blocks <= _FEW:
        return None
    line = tokens[index].map
    opened = opening(kind, f"{title}: {rest}" if rest else title, line[0] if line else 0, manuscript)
    return [*opened, *tokens[start:end], Token("callout_close", "aside", -1, block=True)], end


def _begins_something_else(tokens: list[Token], index: int, manuscript: Manuscript) -> bool:
    token = tokens[index]
    if token.type in ("heading_open", "hr", "container_close", "callout_open", "callout_close"):
        return True
    start = index + 1 if token.type == "blockquote_open" else index
    return tokens[start].type == "paragraph_open" and _opens(tokens[start + 1].content, manuscript) is not None


def _is(token: Token, tag: str) -> bool:
    return token.content.strip() == tag


def _around(tokens: list[Token], index: int, asides: list[int]) -> int:
    """Return where a quote or an `<aside>` that begins with a paragraph ends; nought where none begins here.

    `asides` says where the latter end.
    """
    token = tokens[index]
    if index + 1 >= len(tokens) or tokens[index + 1].type != "paragraph_open":
        return 0
    if token.type == "blockquote_open":
        return closing(tokens, index)
    next_end = bisect(asides, index)
    ends = token.type == "html_block" and _is(token, "<aside>") and next_end < len(asides)
    return asides[next_end] if ends else 0


def _end(tokens: list[Token], index: int, *, alone: bool) -> int:
    """Return the index behind the last token of a callout: of its paragraph, or of the block after it."""
    end = closing(tokens, index)
    if not alone or end >= len(tokens):
        return end
    following = tokens[end].type
    return closing(tokens, end) if following in ("paragraph_open", "bullet_list_open", "ordered_list_open") else end
