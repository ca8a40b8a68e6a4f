"""One export becomes a folder of articles, and a report of what became of it."""

import json
import mmap
import re
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.base.diagnostics import Diagnostic, Failure, Span, failure, problem
from sitegen.base.fs import unreadable
from sitegen.base.html import visible_text
from sitegen.base.noun import Noun, Struct, field, replace
from sitegen.base.slugs import slugify
from sitegen.base.text import in_yaml, shorten
from sitegen.importers.elements import markdown
from sitegen.importers.ghost import read_ghost
from sitegen.importers.matter import article_matter, configuration, profile, zone_of
from sitegen.importers.media import Media, whole
from sitegen.importers.nouns import MARKS, Export, Picture, Post, Text
from sitegen.importers.places import Links, Place, pattern_of, redirects, settle
from sitegen.importers.wxr import read_wxr
from sitegen.model.config import Config
from sitegen.write import cannot_write

_HEAD = 1 << 20
"""Bytes among which an export says what it is."""
_OF_WORDPRESS = re.compile(rb"<wp:|xmlns:wp=|wordpress\.org/export")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_TITLE = 70
"""Letters of a title that is made of a text."""


class Wish(Noun):
    """What is asked of an import."""

    file: Path
    """The export, or a folder with its parts."""
    root: Path
    url: str = ""
    """Where the site stood, for exports that do not say it."""
    media: Path | None = None
    download: bool = False
    types: tuple[str, ...] = ()
    zone: str = "UTC"
    """Of the newsroom's machine."""


class Imported(Noun):
    """What became of an export."""

    program: str
    counts: Mapping[str, int]
    left: Mapping[str, int]
    """How many of what was left out."""
    hidden: Mapping[str, int]
    """Articles that stay unpublished, by why."""
    written: tuple[str, ...]
    """Files that are new, relative to the site's root."""
    kept: int
    """Files that were there with the same bytes."""
    diagnostics: tuple[Diagnostic, ...]


def import_site(wish: Wish, config: Config | None, progress: Callable[[str, int, int], None]) -> Imported:
    """Write what an export holds into a site; `config` is that of the site, where it has one.

    Raises Failure where the export cannot be read, and, before anything is written, where files are in its way.
    """
    export = _read(wish)
    keys: set[str] = set()
    for at, post in enumerate(export.posts):
        # Exports that other programs write may have the same key twice, or none.
        export.posts[at] = replace(post, key=f"{post.key}#{at}") if post.key in keys or not post.key else post
        keys.add(post.key)
    return _Import(wish, export, config, progress).run()


def _read(wish: Wish) -> Export:
    """Return what a file holds, or all files of a folder, in the order of their names."""
    url = wish.url and wish.url.rstrip("/") + "/"
    export = Export("WordPress", url=url)
    files = sorted(wish.file.glob("*.xml")) if wish.file.is_dir() else [wish.file]
    if not files:
        message = "no file in this folder ends in .xml"
        raise failure("import/unknown", message, Span(wish.file.as_posix()), "name the file of the export itself")
    for file in files:
        path = file.as_posix()
        data = _mapped(file)
        head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
        if head[:1] in (b"{", b"["):
            return read_ghost(_json(data[:], path), path, url)
        if not _OF_WORDPRESS.search(head):
            ways = "export the site in WordPress (Tools, Export) or in Ghost (Settings, Migration tools)"
            hint = "unpack it, and name the file in it" if head.startswith((b"PK", b"\x1f\x8b")) else ways
            feed = _FEED.search(head)
            message = f"this is {'a feed, and ' if feed else ''}neither an export of WordPress nor one of Ghost"
            raise failure("import/unknown", message, Span(path), hint)
        read_wxr(data, path, frozenset(wish.types), export)
    if not export.posts:
        hint = "choose all content in Tools, Export; --type takes other types as articles"
        message = "this export of WordPress has no article and no page"
        raise failure("import/unknown", message, Span(wish.file.as_posix()), hint)
    return export


def _mapped(file: Path) -> mmap.mmap:
    try:
        with file.open("rb") as stream:
            return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except ValueError:
        raise failure("import/unknown", "this file is empty", Span(file.as_posix()), "export the site anew") from None
    except OSError as error:
        raise Failure([unreadable(error, file.as_posix())]) from error


def _json(data: bytes, path: str) -> object:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise failure("import/syntax", "this JSON is no UTF-8", Span(path), "export the site anew") from error
    except json.JSONDecodeError as error:
        message = f"this JSON cannot be read: {error.msg[:1].lower()}{error.msg[1:]}"
        place = Span(path, error.lineno, error.colno)
        raise failure("import/syntax", message, place, "export the site anew") from error


class _Import(Struct):
    """One import, from the export to the report."""

    wish: Wish
    export: Export
    config: Config | None
    progress: Callable[[str, int, int], None]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    kept: int = 0

    def run(self) -> Imported:
        wish, export = self.wish, self.export
        zone_name = self.config.site.timezone if self.config else zone_of(export, wish.zone)
        zone = ZoneInfo(zone_name)
        guessed = pattern_of(export, zone)
        permalink = self.config.site.permalink if self.config else guessed
        places, links = settle(export, zone, permalink, stay=permalink in ("", guessed))
        authors = self._profiles()
        media = Media(export, wish.root / "content", wish.media, wish.download)
        made = partial(self._article, places=places, links=links, media=media, authors=authors, zone=zone)
        texts: dict[str, Callable[[], str]] = {places[post.key].file: partial(made, post) for post in export.posts}
        for key, ident in authors.items():
            file = f"content/authors/{ident}.md"
            if not (wish.root / file).exists():  # who is here already is described better here
                texts[file] = partial(self._profile, key, media)
        if not self.config:
            shown = [post for post in export.posts if not post.hidden and post.kind == "article"]
            tags = {tag for post in shown for tag in post.tags}
            moved = redirects(export, {post.section for post in shown if post.section}, tags, authors)
            texts["sitegen.toml"] = lambda: configuration(export, zone_name, permalink, moved)
        self._write(texts, media)
        return self._report(media, authors)

    def _write(self, texts: Mapping[str, Callable[[], str]], media: Media) -> None:
        """Write files that are not there; where others are in the way, none."""
        root = self.wish.root
        there = [name for name in texts if (root / name).exists()]
        done = 0
        for name in there:
            same = (root / name).is_file() and (root / name).read_bytes() == texts[name]().encode(errors="replace")
            self.kept += same
            if not same:
                self._in_the_way(name)
            self.progress("Making articles", done := done + 1, len(texts))
        self._stop_at_errors()
        for name in texts:
            if name not in there:
                data = texts[name]().encode(errors="replace")
                self._put(name, partial(Path.write_bytes, data=data))
                self.progress("Making articles", done := done + 1, len(texts))
        for name, file in sorted(media.taken.items()):
            target = root / "content" / name
            if not target.exists():
                self._put(f"content/{name}", partial(shutil.copyfile, file))
            elif target.read_bytes() == file.read_bytes():
                self.kept += 1
            else:
                message = "another file of that name is there, and stays"
                self.diagnostics.append(problem("import/media", message, Span(f"content/{name}"), "look at both"))

    def _in_the_way(self, name: str) -> None:
        message = "a file of that name is there, and differs from what the export holds"
        self.diagnostics.append(
            problem("import/exists", message, Span(name), "move it away, or import into another folder")
        )

    def _stop_at_errors(self) -> None:
        if any(each.fatal for each in self.diagnostics):
            raise Failure([each for each in self.diagnostics if each.fatal])

    def _put(self, name: str, write: Callable[[Path], object]) -> None:
        file = self.wish.root / name
        try:
            with whole(file) as part:
                write(part)
        except OSError as error:
            raise cannot_write(error, name, stands="what was written before stands", elsewhere="") from error
        self.written.append(name)

    def _profiles(self) -> dict[str, str]:
        """Return the id here of each author who has an article."""
        named = {author for post in self.export.posts for author in post.authors}
        ids: dict[str, str] = {}
        for key, writer in self.export.writers.items():
            if key not in named:
                self.export.left["authors without an article"] += 1
                continue
            wish = slugify(writer.name) or slugify(writer.slug) or f"author-{len(ids) + 1}"
            ids[key] = wish if wish not in ids.values() else f"{wish}-{len(ids) + 1}"
        return ids

    def _profile(self, key: str, media: Media) -> str:
        writer = self.export.writers[key]
        image = media.address(writer.image) if writer.image else ""
        return profile(writer, image, _line(writer.biography))

    def _article(
        self,
        post: Post,
        *,
        places: Mapping[str, Place],
        links: Links,
        media: Media,
        authors: Mapping[str, str],
        zone: ZoneInfo,
    ) -> str:
        place = places[post.key]
        media.article = place.file

        def link(href: str) -> tuple[str, str]:
            href = links.upload(href) or href
            return (media.address(href), "") if media.is_upload(href) else links.target(href, place.file)

        text = post.text()
        made = markdown(text, link, media.address)
        title = post.title or shorten(visible_text(MARKS.sub("", text.html)), _TITLE) or f"{post.kind} {post.key}"
        if not post.title:
            made.findings.insert(0, (0, "an article without a title, which gets its first words"))
        if place.told:
            made.findings.insert(0, (0, place.told))
        if not post.date and post.kind == "article":
            made.findings.insert(0, (0, "an article without a date, which stays a draft"))
        image = self._image(post.image, media)
        given = {"title": in_yaml(title), "authors": "", "image": image}
        names = [authors.get(author, author) for author in post.authors]
        given["authors"] = f"[{', '.join(map(in_yaml, names))}]" if names and post.kind == "article" else ""
        if "audio" in post.extra:
            given["audio"] = in_yaml(media.address(str(post.extra["audio"])))
        matter = article_matter(post, place, zone, given)
        above = matter.count("\n") + 1
        for line, what in made.findings:
            self.diagnostics.append(
                problem("import/look", f"here is {what}", Span(place.file, line + above if line else 1))
            )
        return f"{matter}\n{made.markdown}\n" if made.markdown else matter

    def _image(self, picture: Picture | None, media: Media) -> str:
        if picture and picture.url.startswith("#"):
            picture = self.export.pictures.get(picture.url[1:])
        if not picture or not picture.url:
            return ""
        address = in_yaml(media.address(picture.url))
        said = {"alt": picture.alt, "caption": _line(picture.caption)}
        rest = [f"{key}: {in_yaml(value)}" for key, value in said.items() if value]
        return f"{{{', '.join([f'src: {address}', *rest])}}}" if rest else address

    def _report(self, media: Media, authors: Mapping[str, str]) -> Imported:
        posts = self.export.posts
        counts = {
            "articles": sum(post.kind == "article" for post in posts),
            "pages": sum(post.kind == "page" for post in posts),
            "authors": len(authors),
            "sections": len({post.section for post in posts if post.section}),
            "tags": len({tag for post in posts for tag in post.tags}),
            "files": media.fetched + len(media.taken),
        }
        unused = sum(not media.shows(picture.url) for picture in self.export.pictures.values())
        self.export.left["uploads that no article shows"] += unused
        if not (self.wish.media or self.wish.download):
            way = "--media or --download brings them"
            self.export.left[f"files that articles show from the old site ({way})"] += len(media.stay)
        left = {what: count for what, count in sorted(self.export.left.items()) if count}
        hidden = Counter(post.hidden for post in posts if post.hidden)
        told = (*self.export.damage, *self.diagnostics, *media.problems)
        return Imported(
            self.export.program, counts, left, dict(sorted(hidden.items())), tuple(self.written), self.kept, told
        )


def _line(html: str) -> str:
    """Return HTML as one line of Markdown whose links are as they were."""
    return " ".join(markdown(Text(html), lambda href: (href, ""), str).markdown.split())
