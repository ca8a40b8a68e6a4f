"""What WordPress keeps of a text becomes HTML: shortcodes, and blocks that it would fill itself."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from sitegen.base.html import attributes, escape
from sitegen.base.noun import Struct
from sitegen.base.patterns import regex
from sitegen.importers.nouns import Export, Picture, Text, mark_of

_BLOCK = regex(r"<!--\s+(/?)wp:([a-z][\w/-]*)\s((?:(?!<!--|-->).)*)-->", re.DOTALL)
_QUIET = frozenset(
    ("more", "nextpage", "spacer", "separator", "block", "footnotes", "page-break", "paragraph", "image")
)
"""Blocks that say nothing where nothing is in them."""
_TAG = regex(r"<(?:(pre|code)\b|!--|[a-zA-Z/])[^<>]*>?", re.IGNORECASE)
_CODES = regex(
    r"\[(?P<close>/)?(?P<name>[a-zA-Z][\w-]*)(?P<given>(?:[\s=](?:[^\[\]\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}'){0,4000})?)(?P<own>/)?\]"
)
_CLOSE = regex(r"\[/([a-zA-Z][\w-]*)\]")
_GIVEN = regex(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"([^"]*)"|([^\s"'=]+)""")
_PICTURE = regex(r"((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)(.*)", re.DOTALL | re.IGNORECASE)
_LATEX = regex(r"\$latex\s([^$]+)\$")
_LANGUAGES = frozenset((
    "bash", "c", "cpp", "csharp", "css", "diff", "go", "html", "java", "javascript", "js", "json", "perl", "php",
    "powershell", "python", "ruby", "rust", "shell", "sql", "swift", "typescript", "vb", "xml", "yaml",
))  # fmt: skip
_FILMS = {
    "youtube": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
    "dailymotion": "https://www.dailymotion.com/video/",
}
_SOUNDS = ("src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv", "flv", "wmv")
_NOTES = ("ref", "efn_note", "footnote", "footnotes", "mfn", "fn")
_PAIRED = frozenset(
    ("caption", "wp_caption", "embed", "audio", "video", "code", "sourcecode", "latex", *_NOTES, *_LANGUAGES, *_FILMS)
)


class Code(Struct):
    """One shortcode."""

    name: str
    given: dict[str, str]
    """What has a name, and by `0`, `1` … what has none."""
    content: str
    written: str


def plain_html(content: str, key: str, meta: Mapping[str, str], export: Export) -> Text:
    """Return the text that WordPress would make of `content`, of the article with a key."""
    blocks = "<!-- wp:" in content
    lost: list[str] = []
    footnotes = _footnotes(meta.get("footnotes", ""))
    if blocks:
        content = _BLOCK.sub(lambda found: _filled(found, export, lost), content)
    made = "".join(_without_codes(content, lost, _Makers(key, meta, export)))
    return Text(made, footnotes, lines=not blocks, lost=tuple(lost))


def _footnotes(text: str) -> dict[str, str]:
    try:
        notes = json.loads(text) if text else []
        return {str(note["id"]): str(note["content"]) for note in notes}
    except (ValueError, TypeError, KeyError):
        return {}


def _filled(found: re.Match[str], export: Export, lost: list[str]) -> str:
    """Return what stands in place of the comment that begins a block or is all of it."""
    closing, name, given = found.groups()
    own = given.endswith("/")
    try:
        said = json.loads(given.removesuffix("/") or "{}")
    except ValueError:
        said = {}
    if name == "block" and (shared := export.shared.pop(ref := str(said.get("ref", "")), None)):
        text = _BLOCK.sub(lambda inner: _filled(inner, export, lost), shared())
        export.shared[ref] = shared  # it was not there meanwhile, so that none shows itself
        return text
    message = f'the block "{name}", which WordPress fills when it shows a page'
    if own and name not in _QUIET and message not in lost:
        lost.append(message)
        return mark_of(len(lost) - 1)
    if not closing and "code" in name and said.get("language"):
        return f'<!--code--><x-code lang="{escape(str(said["language"]))}"></x-code>'
    return ""


def _without_codes(text: str, lost: list[str], make: "_Makers") -> Iterator[str]:
    """Yield the text with HTML in place of the shortcodes that are known."""
    text = re.sub(r"<!--code-->(<x-code lang=\"[^\"]*\")></x-code>\s*<pre\b", r"\1></x-code><pre", text)
    text = re.sub(r"<x-code lang=\"([^\"]*)\"></x-code><pre", r'<pre data-language="\1"', text)
    text = _LATEX.sub(lambda found: f"<x-tex>{escape(unescape(found[1].strip()))}</x-tex>", text)
    passed = _passed(text)
    start, end = next(passed)
    done = at = 0
    closed = {name.casefold() for name in _CLOSE.findall(text)}
    while found := _CODES.search(text, at):
        while end <= found.start():
            start, end = next(passed)
        if start < found.start():
            at = end
            continue
        at = found.end()
        if text[found.start() - 1 : found.start()] == "[" and text[at : at + 1] == "]":
            yield text[done : found.start() - 1] + found[0]
            done = at = at + 1
            continue
        code, behind = _whole(found, text, closed)
        html = make.of(code) if not found["close"] else None
        if html is not None:
            yield text[done : found.start()] + html
            done = at = behind
        elif _is_code(found, closed):
            yield text[done : found.start()]
            lost.append(f'the shortcode "{found[0][:60]}", which stays as it is written')
            yield mark_of(len(lost) - 1)
            done = found.start()
    yield text[done:]


def _passed(text: str) -> Iterator[tuple[int, int]]:
    """Yield where code, comments and tags are, in which no shortcode is read; the last is the end of the text."""
    at = 0
    ends = {"pre": "</pre>", "code": "</code>", None: "-->"}
    while found := _TAG.search(text, at):
        name = found[1].casefold() if found[1] else None
        at = found.end()
        if (name or found[0].startswith("<!--")) and name in ends:
            end = text.find(ends[name], found.start())
            at = end + len(ends[name]) if end >= 0 else at
            if end < 0:
                del ends[name]
        yield found.start(), at
    yield len(text), len(text) + 1


def _whole(found: re.Match[str], text: str, closed: set[str]) -> tuple[Code, int]:
    """Return a shortcode with what it holds, and where it ends; `closed` are the names that some end of one has."""
    name = found["name"].casefold()
    given: dict[str, str] = {}
    for named in _GIVEN.finditer(unescape(found["given"] or "").replace("\u201d", '"').replace("\u2033", '"')):
        value = next((each for each in named.groups()[1:] if each is not None), "")
        given[named[1].casefold() if named[1] else str(sum(key.isdigit() for key in given))] = value
    end = found.end()
    closing = -1
    if name in _PAIRED and not found["own"] and name in closed:
        closing = text.find(f"[/{found['name']}]", end)
        if closing < 0:
            closed.discard(name)
    content = text[end:closing] if closing >= 0 else ""
    end = closing + len(found["name"]) + 3 if closing >= 0 else end
    return Code(name, given, content, found[0]), end


def _is_code(found: re.Match[str], closed: set[str]) -> bool:
    """Tell whether brackets hold a shortcode, and are no remark such as [sic]."""
    name = found["name"]
    if found["close"] or "=" in (found["given"] or ""):
        return True
    if name != name.casefold() or found["given"]:
        return bool(found["own"])
    return name in closed or "_" in name or ("-" in name and len(name) > 6)


class _Makers(Struct):
    """Makes HTML of each kind of shortcode, of one article."""

    key: str
    meta: Mapping[str, str]
    export: Export

    def of(self, code: Code) -> str | None:
        """Return the HTML of a shortcode; None where it is not known."""
        if code.name in ("caption", "wp_caption"):
            return self._caption(code) if code.content else None
        if code.name == "gallery":
            return self._gallery(code)
        if code.name in ("embed", *_FILMS):
            return _embed(code)
        if code.name in ("audio", "video"):
            source = next((code.given[name] for name in _SOUNDS if name in code.given), code.given.get("0", ""))
            source = source or code.content.strip()
            return f"<p><{code.name} controls{attributes([('src', source)])}></{code.name}></p>" if source else None
        if code.name in ("code", "sourcecode", *_LANGUAGES) and code.content:
            return self._code(code)
        if code.name in _NOTES and code.content:
            return f"<x-note>{code.content}</x-note>"
        if code.name == "latex" and code.content:
            return f"<x-tex>{escape(unescape(code.content))}</x-tex>"
        return None

    def _caption(self, code: Code) -> str:
        found = _PICTURE.match(code.content.strip())
        shown, words = found.groups() if found else (code.content, "")
        words = code.given.get("caption") or words
        return f"\n<figure>{shown}<figcaption>{' '.join(words.split())}</figcaption></figure>\n"

    def _gallery(self, code: Code) -> str | None:
        asked = code.given.get("ids") or code.given.get("include") or ""
        shown: Iterable[Picture | None]
        if asked:
            shown = [self.export.pictures.get(key.strip()) for key in asked.split(",")]
        else:
            owner = code.given.get("id", self.key)
            hidden = {key.strip() for key in code.given.get("exclude", "").split(",")}
            shown = [each for key, each in self.export.pictures.items() if each.owner == owner and key not in hidden]
        found = [picture for picture in shown if picture and picture.url]
        if not found or (asked and len(found) < len(asked.split(","))):
            return None
        return f"\n<div>{''.join(map(_figure, found))}</div>\n"

    def _code(self, code: Code) -> str:
        language = code.given.get("lang") or code.given.get("language") or code.given.get("0", "")
        language = language.strip("'\" ") if code.name in ("code", "sourcecode") else code.name
        content = code.content.strip("\r\n")
        kept = self.meta.get("_syntaxhighlighter_encoded") or ("<" not in content and re.search(r"&\w+;", content))
        content = unescape(content) if kept else content
        return f"\n<pre{attributes([('data-language', language)])}>{escape(content)}</pre>\n"


def _figure(picture: Picture) -> str:
    """Return a picture with its caption."""
    caption = f"<figcaption>{picture.caption}</figcaption>" if picture.caption else ""
    return f"<figure><img{attributes([('src', picture.url), ('alt', picture.alt)])}>{caption}</figure>"


def _embed(code: Code) -> str | None:
    written = code.written[1:-1].removeprefix(code.name)
    said = code.content.strip() or (written[1:] if written.startswith("=") else "")
    said = said or next((code.given[name] for name in ("url", "src", "href", "id", "v") if name in code.given), "")
    said = unescape(said or code.given.get("0", "")).strip()
    if said and "/" not in said and code.name in _FILMS and re.fullmatch(r"[\w-]+", said):
        said = _FILMS[code.name] + said
    return f"\n<div>{escape(said)}</div>\n" if said.startswith(("http://", "https://")) else None
