"""Defaults, the file, the environment and the flags become one `Config`, or one `Failure` with all that is wrong."""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, get_type_hints

from sitegen.base.diagnostics import Failure, Span
from sitegen.base.fs import real
from sitegen.base.noun import replace
from sitegen.base.patterns import regex
from sitegen.base.portable import LONGEST, is_too_long
from sitegen.base.slugs import slugify
from sitegen.base.text import did_you_mean, nearest
from sitegen.configure.environment import with_environment
from sitegen.configure.find import Found, find_site
from sitegen.configure.reader import Reader, dotted
from sitegen.configure.values import judge, site_url
from sitegen.model.config import (
    CALLOUTS,
    BuildSettings,
    CommentSettings,
    Config,
    FeedSettings,
    Flags,
    MarkdownSettings,
    SiteSettings,
    TagSettings,
    TermSettings,
)
from sitegen.model.source import FOLDERS

GIVEN = frozenset({"root", "file", "out", "now", "keep_going", "future"})
"""Fields of `Config` that no file sets."""

_OLD_ADDRESS = regex(r"(?:/[^/\s?#*:]+)+/?")
_RESERVED = frozenset({"site", "default"})
"""Names of rungs that are not folders in `themes/`."""


def configure(root: Path | None, flags: Flags) -> Config:
    """Return the configuration of the site in `root`, or in the nearest folder upward where `root` is None.

    Raises Failure with every mistake in the file, the environment and the flags.
    """
    found = find_site(root)
    reader = Reader(found.document, found.prefix)
    wanted, wrong = with_environment(flags, os.environ)
    reader.found.extend(wrong)
    settings = _settings(found, reader)
    site = _site(settings.get("site", SiteSettings()), wanted, reader, by_flag=flags.base_url is not None)
    build = _build(settings.get("build", BuildSettings()), wanted)
    settings.update(site=site, build=build)
    for path, message, hint in judge(settings):
        reader.report("configure/bad-value", f'"{dotted(path)}" {message}', reader.value(path), hint)
    out = _out(found.root, build, wanted, reader, by_flag=flags.out is not None)
    _check_theme(found.root, settings.get("theme", "default"), reader)
    _check_extensions(found.root, settings.get("extensions", ()), reader)
    _check_comments(settings.get("comments", CommentSettings()), reader)
    _check_queries(settings.get("feeds", FeedSettings()), reader)
    _check_callouts(settings.get("markdown", MarkdownSettings()), reader)
    if "redirects" in settings:
        settings["redirects"] = _redirects(settings["redirects"], reader)
    settings["tags"] = _with_parents(settings.get("tags", {}), reader)
    for kind in ("sections", "tags", "series"):
        settings[kind] = _by_slug(kind, settings.get(kind, {}), reader)
    if reader.found:
        raise Failure(reader.found, early=True)
    config = Config(
        root=found.root,
        file=found.document.path,
        out=out,
        now=datetime.min,  # noqa: DTZ901  (set below, once the zone is known)
        keep_going=flags.keep_going,
        future=flags.future,
        **settings,
    )
    return replace(config, now=_now(config, wanted.now))


def _settings(found: Found, reader: Reader) -> dict[str, Any]:
    table: Any = found.document.values
    for part in found.prefix:
        table = table[part]
    if not isinstance(table, dict):
        reader.report("configure/wrong-type", '"tool.sitegen" must be a table', reader.key(()), "write [tool.sitegen]")
        return {}
    types = {name: kind for name, kind in get_type_hints(Config).items() if name not in GIVEN}
    return reader.fields(types, table)


def _site(site: SiteSettings, flags: Flags, reader: Reader, *, by_flag: bool) -> SiteSettings:
    url = site.url if flags.base_url is None else flags.base_url
    if wrong := site_url(url):
        if flags.base_url is None:
            name, span = "site.url", reader.value(("site", "url"))
        else:
            name = "--base-url" if by_flag else "SITEGEN_BASE_URL"
            span = Span(name)
        message, hint = wrong
        reader.report("configure/bad-value", f'"{name}" {message}, not "{url}"', span, hint)
    return replace(site, url=url.rstrip("/") + "/")


def _build(build: BuildSettings, flags: Flags) -> BuildSettings:
    return replace(
        build,
        drafts=build.drafts if flags.drafts is None else flags.drafts,
        strict=build.strict if flags.strict is None else flags.strict,
        workers=build.workers if flags.workers is None else flags.workers,
    )


def _out(root: Path, build: BuildSettings, flags: Flags, reader: Reader, *, by_flag: bool) -> Path:
    out = Path(os.path.abspath(flags.out if flags.out is not None else root / build.output))  # noqa: PTH100  (keeps links)
    span = Span("--out" if by_flag else "SITEGEN_OUT") if flags.out else reader.value(("build", "output"))
    if any(map(is_too_long, out.parts)):
        message = f"the output folder has a name of more than {LONGEST} bytes, which no file system holds"
        reader.report("configure/bad-value", message, span, 'choose a shorter one, as in "output"')
        return root / "output"
    leads = real(out)
    taken = [root, *(root / name for name in FOLDERS)]
    for folder in taken:
        inside = folder != root and leads.is_relative_to(real(folder))
        if inside or folder.is_relative_to(leads):
            what = "the site's own folder" if folder == root else f"{folder.name}/"
            message = f"the output folder would be mixed with {what}"
            reader.report("configure/bad-value", message, span, 'choose a folder of its own, as in "output"')
            break
    return out


def _check_theme(root: Path, theme: str, reader: Reader) -> None:
    folder = root / "themes"
    names = sorted(entry.name for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else []
    names = [name for name in names if not name.startswith(".")]
    span = reader.value(("theme",))
    for name in _RESERVED.intersection(names):
        message = f'themes/{name} cannot be used: "{name}" is the name of a part that is always there'
        reader.report("configure/unknown-theme", message, span, "rename the folder")
    if theme != "default" and theme not in names:
        there = ", ".join(["default", *names])
        near = nearest(theme.strip("/").rpartition("/")[2], ["default", *names])
        hint = f'did you mean "{near}"? ' if near else ""
        message = f'there is no theme "{theme}" in themes/'
        reader.report("configure/unknown-theme", message, span, f"{hint}there are: {there}")


def _check_extensions(root: Path, extensions: tuple[str, ...], reader: Reader) -> None:
    for index, name in enumerate(extensions):
        file = root / name
        if not real(file).is_relative_to(root):
            message = f'the extension "{name}" is not inside the site\'s folder'
        elif not file.is_file() or file.suffix != ".py":
            message = f'there is no Python file "{name}"'
        else:
            continue
        reader.report(
            "configure/bad-value", message, reader.value(("extensions", index)), "correct the path or remove it"
        )


def _check_comments(comments: CommentSettings, reader: Reader) -> None:
    if comments.provider != "giscus":
        return
    absent = [name for name in ("repo", "repo_id", "category", "category_id") if not getattr(comments, name)]
    if absent:
        message = f"giscus needs {', '.join(absent)} as well"
        span = reader.value(("comments", "provider"))
        reader.report("configure/missing-key", message, span, "copy the values that giscus.app shows")


def _check_queries(feeds: FeedSettings, reader: Reader) -> None:
    """Tell of each feed that would stand where another stands."""
    first: dict[str, int] = {}
    for index, query in enumerate(feeds.query):
        if (other := first.setdefault(query.name, index)) != index:
            line = reader.value(("feeds", "query", other, "name")).line
            message = f'another feed is called "{query.name}" as well'
            span = reader.value(("feeds", "query", index, "name"))
            reader.report("configure/bad-value", message, span, f"rename one of them; the first is in line {line}")


def _check_callouts(markdown: MarkdownSettings, reader: Reader) -> None:
    kinds = (*CALLOUTS, *markdown.callout_kinds)
    for kind in markdown.callout_titles:
        if kind not in kinds:
            hint = did_you_mean(nearest(kind, kinds), f"there are: {', '.join(kinds)}")
            span = reader.key(("markdown", "callout_titles", kind))
            reader.report("configure/unknown-key", f'there are no callouts of the kind "{kind}"', span, hint)


def _redirects(redirects: Mapping[str, str], reader: Reader) -> Mapping[str, str]:
    """Return the targets by old address, each as a file or a folder answers there."""
    addresses: dict[str, str] = {}
    for old, target in redirects.items():
        if not _OLD_ADDRESS.fullmatch(old):
            message = f'"{old}" in [redirects] is no address of one page'
            hint = 'write one as in "/category/health/" or "/index.xml"; patterns are for the host, as in _redirects'
            reader.report("configure/bad-value", message, reader.key(("redirects", old)), hint)
        name = old.rpartition("/")[2]
        addresses[f"{old}/" if name and "." not in name else old] = target
    return addresses


def _by_slug(kind: str, terms: Mapping[str, TermSettings], reader: Reader) -> Mapping[str, TermSettings]:
    """Key the terms by slug; a name that is more than its slug is the title, where no other is given."""
    by_slug: dict[str, TermSettings] = {}
    for name, term in terms.items():
        slug = slugify(name)
        if not slug or slug in by_slug:
            wrong = f'"{name}" is written twice' if slug else f'"{name}" leaves no address'
            span = reader.key((kind, name))
            reader.report("configure/bad-value", f"{wrong} in [{kind}]", span, "rename or remove one of them")
        by_slug[slug] = replace(term, title=name) if not term.title and name != slug else term
    _check_aliases(kind, terms, reader)
    return by_slug


def _check_aliases(kind: str, terms: Mapping[str, TermSettings], reader: Reader) -> None:
    """Tell of each alias that means another term already, so that one of the two would do nothing."""
    meant = {slugify(name): name for name in terms}
    for name, term in terms.items():
        for index, alias in enumerate(term.aliases):
            other = meant.setdefault(_key(alias), name)
            if other != name:
                message = f'"{alias}" means "{other}" already, so it cannot mean "{name}" as well, in [{kind}]'
                span = reader.value((kind, name, "aliases", index))
                reader.report("configure/bad-value", message, span, "take one of them out")


def _key(name: str) -> str:
    """Return what is the same of all spellings of a name; a name of signs alone is its own."""
    return slugify(name) or name


def _with_parents(tags: Mapping[str, TagSettings], reader: Reader) -> Mapping[str, TagSettings]:
    """Name each parent by its slug; tell of those that have no entry, and of tags that are above themselves."""
    meant = {_key(tag.title): slugify(name) for name, tag in tags.items()}
    meant |= {_key(spelled): slugify(name) for name, tag in tags.items() for spelled in (*tag.aliases, name)}
    parents = {slugify(name): meant.get(_key(tag.parent), "") if tag.parent else "" for name, tag in tags.items()}
    told: set[str] = set()
    for name, tag in tags.items():
        span, above = reader.value(("tags", name, "parent")), _above(slugify(name), parents)
        if tag.parent and _key(tag.parent) not in meant:
            message = f'"{name}" has the parent "{tag.parent}", which has no entry in [tags]'
            hint = did_you_mean(nearest(_key(tag.parent), meant), f'write [tags."{tag.parent}"] as well')
            reader.report("configure/bad-value", message, span, hint)
        elif slugify(name) in above and told.isdisjoint(above):
            told.update(above)
            reader.report("configure/bad-value", f'"{name}" is its own parent', span, "take one of the parents out")
    return {name: replace(tag, parent=parents[slugify(name)]) for name, tag in tags.items()}


def _above(slug: str, parents: Mapping[str, str]) -> list[str]:
    """Return the parent of a tag, the parent's parent and so on, none twice."""
    above: list[str] = []
    while (slug := parents.get(slug, "")) and slug not in above:
        above.append(slug)
    return above


def _now(config: Config, moment: datetime | None) -> datetime:
    if moment is None:
        return datetime.now(config.zone).replace(microsecond=0)
    return moment.replace(tzinfo=config.zone) if moment.tzinfo is None else moment.astimezone(config.zone)
