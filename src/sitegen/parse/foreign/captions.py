"""Pictures as WordPress, Hugo and Jekyll write them become figures.

They do so from `[caption …]` to `[/caption]`, as `{{< figure … >}}` and as `{% include figure.html … %}`.
"""

import re
from html import unescape

from markdown_it.token import Token

from sitegen.base.html import escape
from sitegen.base.paths import IMAGES, is_external
from sitegen.base.patterns import regex
from sitegen.base.text import has_any
from sitegen.parse.tokens import BLOCK, figure, inline, paragraph, row_of, within

_SIGNS = ("[caption ", "{{<", "{{%", "{% include ", "{%- include ")
# At the beginning of a line or behind another: elsewhere somebody writes about them.
_CAPTION = regex(
    r"(?:^|(?<=\[/caption\]))[ \t]*\[caption\s([^\[\]\n]*)\]([^\[]*(?:\[(?!/?caption\b)[^\[]*)*)\[/caption\]",
    re.MULTILINE,
)
_PICTURE = regex(
    r"\[!\[[^\[\]]*\]\([^()\n]*\)\]\([^()\n]*\)|!\[[^\[\]]*\]\([^()\n]*\)"
    r"|<a\b[^<>]*>\s*<img\b[^<>]*>\s*</a>|<img\b[^<>]*>",
    re.IGNORECASE,
)
"""A picture, or a link that is one, in Markdown or in HTML."""
_ENDS = ("paragraph_close", "heading_close")
_OPENED = regex(r"<figure\b[^<>]*>\s*$", re.IGNORECASE)
_WITHIN = regex(
    rf"(?P<picture>\[<img\b[^<>]*>\](?:\[[^\[\]\n]*\]|\([^()\n]*\))|{_PICTURE.pattern})\s*"
    r"<figcaption\b[^<>]*>(?P<said>[^<]*(?:<(?!/?fig)[^<]*)*)</figcaption>\s*</figure>(?P<behind>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""What stands in a figure of WordPress, of which a converter has made a paragraph."""
_TEXT = regex(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
"""The caption as an attribute, as WordPress wrote it until 2012."""
_WRITTEN = r"\{\{[<%]\s*(?:figure|img|image)\s(?P<given>[^>%]*(?:[>%](?!\}\})[^>%]*)*)[>%]\}\}"
_SHORTCODE = regex(_WRITTEN)
_ALONE = regex(rf"^[ \t]*{_WRITTEN}[ \t]*$", re.MULTILINE)
_PAIRED = regex(
    r"^[ \t]*\{\{(?P<sign>[<%])\s*(?P<name>[a-z][\w-]*)\s(?P<given>[^{}]*?)[>%]\}\}\s*"
    rf"(?P<picture>{_PICTURE.pattern})\s*\{{\{{(?P=sign)\s*/\s*(?P=name)\s*[>%]\}}\}}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""A picture alone between a shortcode and its end, whatever a theme calls it."""
_FILE = r"[^\s\"'{}<>=]+\.(?:png|jpe?g|gif|webp|avif|svg)"
_FILED = (
    rf"\{{\{{[<%]\s*[a-z][\w-]*\s+(?P<quote>[\"']?)(?P<file>{_FILE})(?P=quote)"
    r"(?:\s+\"(?P<alt>[^\"{}]*)\")?(?P<given>(?:\s+[a-z-]+=(?:\"[^\"{}]*\"|[^\s\"{}<>%]+))*)\s*[>%]\}\}"
    r"(?:\{\{[<%]\s*/\s*[a-z][\w-]*\s*[>%]\}\})?"
)
_SOURCED = (
    rf"\{{\{{[<%]\s*[a-z][\w-]*\s+(?P<given>(?:[^{{}}]*\s)?src\s*=\s*[\"']?{_FILE}(?=[\"'\s])[^{{}}]*?)"
    r"[>%]\}\}"
)
_BY_FILE = regex(rf"^[ \t]*{_FILED}[ \t]*$", re.MULTILINE | re.IGNORECASE)
_BY_SOURCE = regex(rf"^[ \t]*{_SOURCED}[ \t]*$", re.MULTILINE | re.IGNORECASE)
"""Shortcodes of themes that name the file of a picture, alone or as their source."""
_INCLUDED = regex(
    r"^[ \t]*\{%-?\s*include\s+(?:[\w-]+/)*(?:figure|image|img|picture|photo)[\w-]*(?:\.\w+)?"
    r"\s(?P<given>(?>[^{}%]|%(?!\}))*)%\}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""A file of a theme of Jekyll that shows a picture."""
_SOURCES = ("src", "image_path", "path", "file", "url", "image", "img")
"""What such files of themes of Jekyll call the address of the picture."""
_ATTRIBUTE = regex(r"(\w+)\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|'([^']*)'|(\S+))")
_ESCAPED = regex(r"\\([\"\\])")
_SPECIAL = regex(r"([\\\[\]<>*_`])")


def captions(tokens: list[Token], text: str) -> list[Token]:
    """Return the block tokens with such pictures as figures, and what stands beside them in paragraphs of its own."""
    if "</figcaption>" in text:
        _join_figures(tokens)
    if not has_any(text, _SIGNS):
        return tokens
    for at in reversed(range(len(tokens))):
        opened = tokens[at].type == "paragraph_open" and not tokens[at].hidden
        if opened and has_any(tokens[at + 1].content, _SIGNS) and (parts := _figures_in(tokens[at + 1])):
            tokens[at : at + BLOCK] = within(parts, tokens[at].level)
    return tokens


def _join_figures(tokens: list[Token]) -> None:
    """Make figures of what converters have broken in two: `<figure>` behind words or alone, and all else below it."""
    for at in reversed(range(1, len(tokens) - 1)):
        line = tokens[at + 1]
        found = _WITHIN.fullmatch(line.content) if tokens[at].type == "paragraph_open" else None
        if not found:
            continue
        alone = tokens[at - 1].type == "html_block"
        above = tokens[at - 1] if alone else tokens[at - 2]
        opened = _OPENED.search(above.content) if alone or tokens[at - 1].type in _ENDS else None
        if opened and not (alone and opened.start()):
            said = _part(line, found.start("said"), found["said"])
            made = figure(_part(line, 0, found["picture"]), said if said.content else None, {})
            tokens[at : at + BLOCK] = [*made, *_beside(line, found.start("behind"), len(line.content))]
            above.content = above.content[: opened.start()].rstrip()
            if not above.content:
                del tokens[at - 1 if alone else at - BLOCK : at]


def _figures_in(line: Token) -> list[Token]:
    """Return what a paragraph with figures becomes; nothing where it has none."""
    parts: list[Token] = []
    done = 0
    forms = (_CAPTION, _from_caption), (_ALONE, _from_shortcode), (_INCLUDED, _from_include)
    by_file = (_BY_FILE, _from_shortcode), (_BY_SOURCE, _from_shortcode)
    written = [(match, made) for form, made in forms for match in form.finditer(line.content)]
    written = written or [(match, made) for form, made in by_file for match in form.finditer(line.content)]
    written += [(match, _from_pair) for match in _PAIRED.finditer(line.content) if "caption=" in match["given"]]
    for match, made in sorted(written, key=lambda one: one[0].start()):
        if shown := made(line, match):
            parts += [*_beside(line, done, match.start()), *shown]
            done = match.end()
    return [*parts, *_beside(line, done, len(line.content))] if done else []


def _beside(line: Token, start: int, end: int) -> list[Token]:
    """Return what stands beside figures as a paragraph; nothing where that is nothing."""
    return paragraph(_part(line, start, line.content[start:end])) if line.content[start:end].strip() else []


def _from_shortcode(line: Token, match: re.Match[str]) -> list[Token]:
    """Return a figure of Hugo's, or an image in a paragraph where it has no caption; nothing without a picture."""
    return _from_given(line, match.start(), _given(match[0]) or given_by(match["given"]))


def _from_include(line: Token, match: re.Match[str]) -> list[Token]:
    """Return the same of a file that Jekyll includes."""
    return _from_given(line, match.start(), _included(match))


def _from_given(line: Token, start: int, given: dict[str, str]) -> list[Token]:
    if not given.get("src", "").strip():
        return []
    picture = linked(image(given.get("alt", ""), given["src"]), given.get("link"))
    below = _below(given)
    return _figure(line, start, picture, start, below) if below else paragraph(_part(line, start, picture))


def _included(match: re.Match[str]) -> dict[str, str]:
    """Return what a file that Jekyll includes is given, as Hugo calls it; a path there begins at the root."""
    given = included_with(match["given"])
    source = next((given[name].strip() for name in _SOURCES if given.get(name)), "")
    if source and not is_external(source):
        source = f"/{source.lstrip('/')}" if source.lower().endswith(IMAGES) else ""
    caption, alt = given.get("caption") or given.get("description", ""), given.get("alt") or given.get("title", "")
    return {"src": source, "alt": alt, "caption": caption, "link": given.get("link", "")}


def _given(shortcode: str, *others: re.Pattern[str]) -> dict[str, str]:
    """Return what a shortcode is given that names its picture by a file, or is of one of other forms; else nothing."""
    if match := _BY_FILE.fullmatch(shortcode):
        given = given_by(match["given"])
        return {**given, "src": match["file"], "alt": match["alt"] or given.get("alt", "")}
    found = next(filter(None, (other.fullmatch(shortcode) for other in others)), None)
    return given_by(found["given"]) if found else {}


def _below(given: dict[str, str]) -> str:
    """Return what stands below a picture: its caption, and whose it is."""
    caption = ": ".join(filter(None, (given.get("title"), given.get("caption"))))
    return " ".join(filter(None, (caption, linked(given.get("attr", ""), given.get("attrlink")))))


def _from_pair(line: Token, match: re.Match[str]) -> list[Token]:
    """Return a figure with what the shortcode around its picture says of it, and whose it is."""
    given = given_by(match["given"])
    credit = given.get("attr") or given.get("credit") or given.get("source", "")
    below = " ".join(filter(None, (given.get("caption"), linked(plainly(credit), given.get("link")))))
    return _figure(line, match.start("picture"), match["picture"], match.start(), below) if below else []


def given_by(written: str) -> dict[str, str]:
    """Return what a shortcode is given by name."""
    return dict(map(_key_and_value, _ATTRIBUTE.finditer(written.rstrip().removesuffix("/"))))


def included_with(written: str) -> dict[str, str]:
    """Return what a file of Jekyll is given; without quotes stands the name of a value, and not the value."""
    return dict(_key_and_value(match) for match in _ATTRIBUTE.finditer(written) if match[4] is None)


def _key_and_value(match: re.Match[str]) -> tuple[str, str]:
    return match[1].lower(), _ESCAPED.sub(r"\1", match[2] or match[3] or match[4] or "")


def image(alt: str, source: str) -> str:
    """Return the Markdown of an image."""
    return f"![{plainly(alt)}]({_target(source)})"


def plainly(text: str) -> str:
    """Return the Markdown of plain text."""
    return _SPECIAL.sub(r"\\\1", text)


def image_of(shortcode: str) -> str:
    """Return the image of a figure of Hugo's, or of a theme's, without all else; an empty string where it has none."""
    given = _given(shortcode, _SHORTCODE, _BY_SOURCE)
    return image(given.get("alt", ""), given["src"]) if given.get("src", "").strip() else ""


def in_words(shortcode: str) -> str:
    """Return the image of a file that a shortcode in a line names, with its caption behind it; else an empty string."""
    given = _given(shortcode, _BY_SOURCE)
    picture = linked(image(given.get("alt", ""), given["src"]), given.get("link")) if given else ""
    below = plainly(_below(given)).strip()
    return f"{picture} *{below}*" if below else picture


def as_tags(html: str) -> str:
    """Return raw HTML with figures of Hugo's, and pictures that Jekyll includes, as images; without one they stay."""
    html = _SHORTCODE.sub(lambda found: _tag(given_by(found["given"])) or found[0], html) if "{{" in html else html
    return _INCLUDED.sub(lambda found: _included_tag(found) or found[0], html) if "include " in html else html


def _tag(given: dict[str, str]) -> str:
    source = given.get("src", "").strip()
    return image_tag(source, given.get("alt", "")) if source else ""


def image_tag(source: str, alt: str) -> str:
    """Return an image as a tag of HTML."""
    return f'<img src="{escape(source)}" alt="{escape(alt)}">'


def _included_tag(found: re.Match[str]) -> str:
    """Return an image with its caption in as many lines as before, so that all below keeps its place."""
    given = _included(found)
    image, caption = _tag(given), given["caption"]
    if image and caption:
        image = f"<figure>{image}<figcaption>{caption}</figcaption></figure>"
    return image and image + "\n" * found[0].count("\n")


def linked(text: str, url: str | None) -> str:
    """Return the Markdown of a link; the text alone where it leads nowhere."""
    return f"[{text}]({_target(url)})" if text and url else text


def _target(url: str) -> str:
    return "<" + url.strip().replace("<", "%3C").replace(">", "%3E") + ">"


def _from_caption(line: Token, match: re.Match[str]) -> list[Token]:
    """Return a figure; nothing where it does not begin with a picture."""
    start, end = match.span(2)
    start += len(match[2]) - len(match[2].lstrip())
    picture = _PICTURE.match(line.content, start, end)
    if picture is None:
        return []
    told = _TEXT.search(match[1])
    below = line.content[picture.end() : end].strip() or unescape((told[1] or told[2]) if told else "")
    return _figure(line, start, picture[0], picture.end(), below)


def _figure(line: Token, start: int, picture: str, behind: int, below: str) -> list[Token]:
    return figure(_part(line, start, picture), _part(line, behind, below) if below else None, {})


def _part(line: Token, at: int, content: str) -> Token:
    return inline(content.strip(), row_of(line, at))
