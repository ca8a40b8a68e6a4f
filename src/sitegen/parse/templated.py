"""What Jekyll, Hugo and Eleventy would have filled in, where it is plain: addresses, figures, films and code."""

import re
from collections import Counter
from collections.abc import Iterator

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token

from sitegen.base.html import escape
from sitegen.base.paths import is_external
from sitegen.base.patterns import regex

_MARK = r"\{\{[^{}]{1,200}\}\}|\{%[^{}%]{1,200}%\}"
_SITE = regex(r"\{\{-?\s*(?:site|page|\.Site)\.(?:base_?url|url)\s*-?\}\}", re.IGNORECASE)
_FILTERED = regex(
    r"\{\{-?\s*(?:\"([^\"]*)\"|'([^']*)')\s*\|\s*(?:(?:relative|absolute|abs|rel)_?url|url|prepend:\s*site\.base_?url)\s*-?\}\}",
    re.IGNORECASE,
)
_POST = regex(r"\{%-?\s*(link|post_url)\s+(\S+)\s*-?%\}")
_REF = regex(r"\{\{[<%]\s*(?:rel)?ref\s+[\"']?([^\"'\s>%]+)[\"']?\s*[>%]\}\}")
_TARGET = regex(rf"(\]\([ \t]*)((?:{_MARK}|[^\s()<>{{}}]++)++)(?=[\s)])")
_TICKS = regex("`+")
_FIGURE = regex(r"\{\{[<%]\s*(?:figure|img|image)\s([^\n]*?)/?\s*[>%]\}\}")
_PICTURE = regex(
    r"\{%-?\s*(?:image|img)\s+([\"'])([^\"'{}%]+)\1(?:\s*,?\s*([\"'])([^\"{}%]*)\3)?"
    r"[^{}%]*%\}(\{[^{}]*\})?"
)
_LINKED = regex(r"(?<=\[)(?:\{\{[<%][^{}\n]{1,400}[>%]\}\}|\{%[^{}%\n]{1,400}%\})(?=\]\()")
_FILM = regex(r"\{(?:\{[<%]|%)-?\s*(youtube|vimeo|tweet|x)\s([^{}\n]*?)-?[>%]\}{1,2}")
_ID = regex(r"[\"']?([\w-]{6,20})[\"']?(?=\s|$)")
_FILMS = {
    "youtube": "https://www.youtube.com/watch?v={id}",
    "vimeo": "https://vimeo.com/{id}",
    "tweet": "https://x.com/{user}/status/{id}",
    "x": "https://x.com/{user}/status/{id}",
}
"""Where what is shown there can be seen."""
_IN_HTML = regex(r"\b(src|href)=([\"'])((?:\{\{[^{}]{1,200}\}\}|[^\"'<>{}]++)++)\2", re.IGNORECASE)
_ATTRIBUTE = regex(r"(\w+)\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|'([^']*)'|(\S+))")
_ESCAPED = regex(r"\\([\"\\])")
_SPECIAL = regex(r"([\\\[\]\"<>])")
_RAW = regex(r"\{%-?\s*(?:end)?raw\s*-?%\}\s*")
_CODE = regex(r"\{(?:%-?|\{[<%])\s*highlight\s+([\w+#-]+)[^}]*\}\}?\s*")
_CODE_END = regex(r"\{(?:%-?|\{[<%])\s*(?:end|/\s*)highlight[^}]*\}\}?\s*")


def filled_in(target: str) -> str:
    """Return the target of a link or an image with what other generators' templates would put into it."""
    if "{{" not in target and "{%" not in target:
        return target
    if path := _REF.fullmatch(target):
        return _source(path[1])
    if post := _POST.fullmatch(target):
        return f"/{post[2]}" if post[1] == "link" else f"/_posts/{post[2]}.md"
    filled = _FILTERED.sub(lambda found: found[1] or found[2] or "", _SITE.sub("", target))
    return filled if filled == target or is_external(filled) or filled.startswith("/") else f"/{filled}"


def _source(path: str) -> str:
    """Return the file that Hugo means: one beside the article, or with a folder before it one from the content root."""
    path, mark, fragment = path.partition("#")
    if path and "." not in path.rpartition("/")[2]:
        path += ".md"
    if "/" in path and path[0] not in "/.":
        path = f"/{path}"
    return path + mark + fragment


def fill_in(tokens: list[Token], text: str) -> None:
    """Fill in the targets of links in block tokens; figures and films in lines of their own become images and links."""
    if "{{" not in text and "{%" not in text:
        return
    for token in tokens:
        if token.type == "inline" and "{" in token.content:
            lines = token.content.split("\n")
            token.content = "".join(_pieces("\n".join(_shown(line.strip()) or line for line in lines)))
        if token.type == "html_block" and "{{" in token.content:
            token.content = _IN_HTML.sub(_attribute, token.content)
        if token.type == "html_block" and "{%" in token.content:
            token.content = _PICTURE.sub(_tag, token.content)


def _shown(line: str) -> str:
    """Return a figure as an image and a film as a link; nothing where a line is neither."""
    if figure := _FIGURE.fullmatch(line):
        return _image(figure[1])
    if picture := _PICTURE.fullmatch(line):
        path, alt = picture[2], _SPECIAL.sub(r"\\\1", picture[4] or "")
        return f"![{alt}](<{path if is_external(path) or path[0] in './' else f'/{path}'}>){picture[5] or ''}"
    if film := _FILM.fullmatch(line):
        given = _given(film[2])
        alone = _ID.match(film[2].lstrip())
        identity = given.get("id") or (alone[1] if alone else "")
        return f"<{_FILMS[film[1]].format(id=identity, user=given.get('user', 'i'))}>" if identity else ""
    return ""


def _tag(found: re.Match[str]) -> str:
    """Return a picture as a tag of HTML."""
    path = found[2] if is_external(found[2]) or found[2][0] in "./" else f"/{found[2]}"
    return f'<img src="{escape(path)}" alt="{escape(found[4] or "")}">'


def _attribute(found: re.Match[str]) -> str:
    return f"{found[1]}={found[2]}{filled_in(found[3])}{found[2]}" if "{" in found[3] else found[0]


def _pieces(text: str) -> Iterator[str]:
    """Yield the stretches of a text, those that are no code with the targets of their links filled in."""
    ticks = [match.span() for match in _TICKS.finditer(text)]
    later = Counter(end - start for start, end in ticks)
    done = skip = 0
    for start, end in ticks:
        later[end - start] -= 1
        if skip:
            if end - start == skip:
                yield text[done:end]
                done, skip = end, 0
        elif later[end - start]:
            yield _outside(text[done:start])
            done, skip = start, end - start
    yield _outside(text[done:])


def _outside(text: str) -> str:
    """Return what stands in no code with its targets filled in."""
    text = _IN_HTML.sub(_attribute, _TARGET.sub(_filled, text))
    return _LINKED.sub(lambda found: _shown(found[0]) or found[0], text)


def _filled(found: re.Match[str]) -> str:
    """Return the beginning of a link with its target, as long as before, so that all keeps its column."""
    return (found[1] + filled_in(found[2])).ljust(len(found[0])) if "{" in found[2] else found[0]


def _given(written: str) -> dict[str, str]:
    """Return what a shortcode is given by name."""
    return {
        match[1].lower(): _ESCAPED.sub(r"\1", match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(written)
    }


def _image(written: str) -> str:
    """Return a figure of Hugo's as an image with its caption."""
    given = _given(written)
    told = {key: _SPECIAL.sub(r"\\\1", given.get(key, "")) for key in ("src", "alt", "title", "caption")}
    caption = ": ".join(filter(None, (told["title"], told["caption"])))
    title = f' "{caption}"' if caption else ""
    return f"![{told['alt']}](<{filled_in(told['src'])}>{title})"


def templated_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take a block of code as Jekyll and Hugo mark it, and leave out the marks around what no template reads."""
    pos, most = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith(("{%", "{{"), pos) or state.is_code_block(start):
        return False
    if _RAW.fullmatch(state.src, pos, most):
        if not silent:
            state.line = start + 1
        return True
    opening = _CODE.fullmatch(state.src, pos, most)
    last = _code_end(state, start, end) if opening else start
    if not opening or last == start:
        return False
    if silent:
        return True
    token = state.push("fence", "code", 0)
    token.info = opening[1]
    token.content = state.getLines(start + 1, last, state.blkIndent, True)
    token.map = [start, last + 1]
    state.line = last + 1
    return True


def _code_end(state: StateBlock, start: int, end: int) -> int:
    """Return the line that ends a block of code, or `start` where none does before another begins."""
    for line in range(start + 1, end):
        pos, most = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if state.src.startswith(("{%", "{{"), pos):
            if _CODE_END.fullmatch(state.src, pos, most):
                return line
            if _CODE.fullmatch(state.src, pos, most):
                break
    return start
