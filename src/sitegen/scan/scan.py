"""The site's folders become `Inputs`: sources, assets and the theme, in sorted order, each with its digest."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import splitext

from sitegen.base.diagnostics import Diagnostic, Span, ordered, problem
from sitegen.base.digest import digest
from sitegen.base.fs import real, unreadable
from sitegen.base.paths import MARKDOWN, article_id, is_html
from sitegen.base.patterns import regex
from sitegen.base.text import plural
from sitegen.model.config import Config
from sitegen.model.source import AssetFile, Inputs, Source, SourceKind
from sitegen.scan.theme import read_theme
from sitegen.scan.walk import Fingerprint, Found, Walk

_CONTENT = "content"

_BARE = regex(r"[A-Za-z0-9_-]+")
"""A key that TOML takes without quotes."""
_PLAIN = ("", ".txt", ".text", ".mkd", ".mkdn", ".mdown", ".mdwn", ".mdtext")
"""What the name of a text may end with that editors or systems have named otherwise."""
_ALL_AUTHORS = ("authors.yml", "authors.yaml")
"""What Jekyll and Docusaurus keep them in."""
_OTHER_MARKUP = (".adoc", ".asciidoc", ".org", ".rst", ".textile")


def scan(config: Config, fingerprint: Fingerprint | None = None) -> Inputs:
    """Return all that a build reads.

    `fingerprint(absolute path, stat)` gives a file's digest, for callers that can save reading it.
    """
    fingerprint = fingerprint or _fingerprint
    walk = Walk(str(config.root), frozenset({str(real(config.out))}))
    theme, problems = read_theme(config, walk, fingerprint)
    sources: list[Source] = []
    assets: list[AssetFile] = []
    if not (config.root / _CONTENT).is_dir():
        problems.append(_no_content(config.root))
    for found in _distinct(walk.files(_CONTENT), problems):
        item = _item(found, fingerprint, problems)
        if isinstance(item, Source):
            sources.append(item)
        elif item:
            assets.append(item)
    return Inputs(tuple(sources), tuple(assets), theme, ordered([*walk.problems, *problems]))


def _item(found: Found, fingerprint: Fingerprint, problems: list[Diagnostic]) -> Source | AssetFile | None:
    inner = found.path.removeprefix(f"{_CONTENT}/")
    kind = _kind(inner)
    if kind and _is_section_file(inner):
        problems.append(_section_file(found.path, inner))
        return None
    try:
        known = fingerprint(found.absolute, found.status)
    except OSError as error:
        problems.append(unreadable(error, found.path))
        return None
    if kind:
        return Source(found.path, _content_id(inner), kind, _is_bundle(inner), known)
    if inner.rpartition("/")[2].lower() in _ALL_AUTHORS:
        problems.append(_author_file(found.path))
    elif inner.lower().endswith(_OTHER_MARKUP):
        problems.append(_other_markup(found.path))
    elif is_html(inner) and _has_front_matter(found):
        problems.append(_html_article(found.path))
    elif (suffix := splitext(inner)[1]).lower() in _PLAIN and (renamed := _meant(inner, suffix, found)):
        problems.append(_plain_article(found.path, suffix, renamed))
    return AssetFile(found.path, unicodedata.normalize("NFC", inner), known, found.status.st_size)


def _content_id(inner: str) -> str:
    """Return the id of a Markdown file by its path below the content root."""
    return article_id(unicodedata.normalize("NFC", inner))


def _fingerprint(path: str, _: os.stat_result) -> str:
    return digest(Path(path).read_bytes())


def _kind(inner: str) -> SourceKind | None:
    if not inner.lower().endswith(MARKDOWN):
        return None
    if inner.startswith("pages/"):
        return "page"
    return "author" if inner.startswith("authors/") else "article"


def _is_bundle(inner: str) -> bool:
    return inner.rpartition(".")[0].endswith(("/index", "/_index"))


def _is_section_file(inner: str) -> bool:
    name = inner.rpartition("/")[2]
    profile = inner.startswith("authors/") and name.count(".") == 1
    return (name.startswith("_index.") and not profile) or _content_id(inner) == "authors"


def _distinct(files: Iterable[Found], problems: list[Diagnostic]) -> Iterator[Found]:
    """Yield the files; of those that letter case, an accent's spelling or `/index` alone tells apart, the first."""
    names: dict[str, Found] = {}
    for found in files:
        inner = found.path.removeprefix(f"{_CONTENT}/")
        name = f"{_content_id(inner)}.md" if _kind(inner) else inner
        if not name.isascii():
            name = unicodedata.normalize("NFC", name)
        first = names.setdefault(name.casefold(), found)
        if first is found:
            yield found
        else:
            problems.append(_same_name(first, found))


def _same_name(first: Found, second: Found) -> Diagnostic:
    first_inner, second_inner = (f.path.removeprefix(f"{_CONTENT}/") for f in (first, second))
    if _kind(first_inner) and _content_id(first_inner) == _content_id(second_inner):
        message = f"this and {first.path} have the same id, {_content_id(first_inner)}"
    elif unicodedata.normalize("NFC", first.path) == unicodedata.normalize("NFC", second.path):
        message = f"this and {first.path} have one name, written with different code points"
    else:
        message = f"this and {first.path} have names that differ by letter case only"
    return problem("scan/same-name", message, Span(second.path), "rename or remove one of them")


def _section_file(path: str, inner: str) -> Diagnostic:
    name = inner.rpartition("/")[0].rpartition("/")[2]
    if inner.startswith("authors/"):
        hint = "the list of authors is made without it; remove the file"
    elif name:
        key = name if _BARE.fullmatch(name) else f'"{name}"'
        hint = f"write the section's title and description under [sections.{key}] and remove the file"
    else:
        hint = "write the site's title and description under [site] and remove the file"
    return problem("scan/section-file", "this describes a list, not an article, and is not published", Span(path), hint)


def _author_file(path: str) -> Diagnostic:
    message = "profiles are not read from this file, which is published as it is"
    hint = "write each as content/authors/ID.md, with name, role, image, same_as and a text, and move the file out"
    return problem("scan/author-file", message, Span(path), hint)


def _other_markup(path: str) -> Diagnostic:
    message = f"{path.rpartition('.')[2]} is not Markdown, so the file is published as it is"
    return problem("scan/other-markup", message, Span(path), "convert it to Markdown, or move it out of content/")


def _has_front_matter(found: Found) -> bool:
    try:
        with Path(found.absolute).open("rb") as stream:
            return stream.readline(8).rstrip() in (b"---", b"+++")
    except OSError:  # whoever needs the file says so
        return False


def _html_article(path: str) -> Diagnostic:
    message = "HTML is not Markdown, so the file is published as it is, front matter and all"
    hint = "rename it: HTML may stand in a Markdown file. Or remove the front matter"
    return problem("scan/other-markup", message, Span(path, 1, 1, 3), hint)


def _meant(inner: str, suffix: str, found: Found) -> str:
    """Return the name that a plain text would have as an article; empty where it is none."""
    stem = inner.removesuffix(suffix) if suffix else inner
    if stem.lower().endswith(MARKDOWN):
        return stem
    return f"{stem}.md" if _has_front_matter(found) else ""


def _plain_article(path: str, suffix: str, renamed: str) -> Diagnostic:
    ending = f"ends with {suffix}" if suffix else "has no .md"
    message = f"this is an article, but the file is published as it is, since its name {ending}"
    return problem("scan/other-markup", message, Span(path), f"name it {renamed.rpartition('/')[2]}")


def _no_content(root: Path) -> Diagnostic:
    stray = sorted(file.name for file in root.glob("*.md") if file.stem.isascii() and not file.stem.isupper())
    hint = f"make it, and move {plural(len(stray), 'article')} ({', '.join(stray[:3])}) into it" if stray else ""
    return problem(
        "scan/no-content", "the site has no content/ folder", Span(_CONTENT), hint or "make it, and put articles there"
    )
