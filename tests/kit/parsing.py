"""Parse a text and show what came out, so that a person can read it."""

import re
from html import escape
from pathlib import Path

from tests.kit.nouns import NOW

from sitegen.base.digest import digest
from sitegen.model.article import Parsed
from sitegen.model.body import Body, Picture, Ref, Slot
from sitegen.model.config import Config, MarkdownSettings, SiteSettings
from sitegen.model.source import Source
from sitegen.parse import parse

PATH = "content/articles/x.md"


def read(
    text,
    path=PATH,
    *,
    kind="article",
    language="en",
    timezone="Europe/Berlin",
    url="",
    undated="",
    languages=(),
    rules=(),
    **markdown,
) -> Parsed:
    """Return what `parse` makes of a text; further keywords are `[markdown]` settings."""
    config = Config(
        Path("/site"),
        "sitegen.toml",
        Path("/site/output"),
        NOW,
        site=SiteSettings(language=language, languages=languages, timezone=timezone, url=url, undated=undated),
        markdown=MarkdownSettings(**markdown),
    )
    data = text if isinstance(text, bytes) else text.encode()
    inside = path.removeprefix("content/")
    bundle = inside.endswith("/index.md")
    source = Source(path, inside.removesuffix("/index.md").removesuffix(".md"), kind, bundle, digest(data))
    return parse(source, data, config, rules=rules)


def front(lines: str, body="Text.\n", **options) -> Parsed:
    """Return what `parse` makes of YAML front matter, to which a title and a date are added where they are missing."""
    lines = lines.strip("\n") + "\n"
    for key, value in (("title", "T"), ("date", "2026-01-01")):
        if not re.search(f"^{key}:", lines, re.MULTILINE):
            lines += f"{key}: {value}\n"
    return read(f"---\n{lines}---\n{body}", **options)


def findings(parsed: Parsed) -> str:
    """Return what was found wrong, one a line: `! 4:1+6 parse/unknown-key: message (hint)`."""
    return "".join(
        f"! {found.span.line}:{found.span.column}+{found.span.width} {found.code}: {found.message}"
        + (f" ({found.hint})\n" if found.hint else "\n")
        for found in parsed.article.diagnostics
    )


def shown(text: str, **options) -> str:
    """Return the body, the questions and the findings of a text; without front matter it is a page called T."""
    if not text.startswith(("---\n", "+++\n")):
        options = {"kind": "page", **options}
        parsed = read(text, **options)
        untold = "parse/no-title"
    else:
        parsed, untold = read(text, **options), ""
    said = _ended(html(parsed.content.body))
    for faq in parsed.content.faqs:
        said += f"? {faq.id}: {faq.question_html}\n{_ended(html(faq.answer))}"
    return said + "".join(line + "\n" for line in findings(parsed).splitlines() if not untold or untold not in line)


def _ended(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"


def html(body: Body) -> str:
    """Return a body with its holes in braces: `{article articles/other.md#a}`."""
    return "".join(_hole(part) for part in body.parts)


def _hole(part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Ref):
        return f"{{{part.kind} {part.target}{part.query}{'#' + part.fragment if part.fragment else ''}}}"
    if isinstance(part, Picture):
        return _picture(part)
    assert isinstance(part, Slot)
    return f"<faq {part.start}-{part.end} id={part.id}>{part.heading}</faq>\n"


def _picture(part: Picture) -> str:
    pairs = (("src", _hole(part.ref) if part.ref else part.src), ("alt", part.alt), ("title", part.title))
    said = "".join(f' {name}="{escape(value)}"' for name, value in (*pairs, *part.attributes) if value or name == "alt")
    return f"<figure><img{said}></figure>" if part.figure else f"<img{said}>"
