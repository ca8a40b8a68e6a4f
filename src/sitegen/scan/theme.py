"""The rungs of the override chain become a `Theme`."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.fs import DEFAULTS, PACKAGED, unreadable
from sitegen.base.noun import Noun
from sitegen.base.paths import is_html
from sitegen.base.text import did_you_mean, nearest
from sitegen.base.toml import Document, TomlError, read_toml
from sitegen.model.config import Config
from sitegen.model.theme import Theme, ThemeFile
from sitegen.scan.walk import Fingerprint, Found, Walk

_KEYS = ("extends", "settings", "name", "description", "version", "author", "license", "homepage")
"""What a theme.toml may say; all but the first two are for people."""


_AT_TOP = frozenset((
    "CNAME", "_headers", "_redirects", "ads.txt", "app-ads.txt", "humans.txt", "robots.txt", "security.txt",
))  # fmt: skip
"""Files that stand at the top of a site, or are read by nobody."""
_PARTS = {"templates": "templates", "static": "style sheets and scripts"}
"""The folders of a theme, and what is in them."""


class Rung(Noun):
    """One step of the chain; files by the name that templates know them by."""

    name: str
    templates: Mapping[str, Found]
    statics: Mapping[str, Found]
    settings: Mapping[str, object]


def read_theme(config: Config, walk: Walk, fingerprint: Fingerprint) -> tuple[Theme, list[Diagnostic]]:
    """Return the theme, and what is wrong with its `theme.toml` files and parents."""
    problems: list[Diagnostic] = []
    rungs = [_site_rung(walk, problems), *_theme_rungs(config, walk, problems), _default_rung(problems)]
    templates: dict[str, list[ThemeFile]] = {}
    statics: dict[str, list[ThemeFile]] = {}
    settings: dict[str, object] = {}
    for rung in rungs:
        for files, entries in ((templates, rung.templates), (statics, rung.statics)):
            for name, found in entries.items():
                try:
                    known = fingerprint(found.absolute, found.status)
                except OSError as error:
                    problems.append(unreadable(error, found.path))
                    continue
                files.setdefault(name, []).append(ThemeFile(name, rung.name, found.path, known, found.status.st_size))
        settings = _merged(rung.settings, settings)
    problems += [
        _unserved(found.path, name) for rung in rungs for name, found in rung.statics.items() if name in _AT_TOP
    ]
    names = tuple(rung.name for rung in rungs)
    return Theme(names, _sorted(templates), _sorted(statics), settings), problems


def _unserved(path: str, name: str) -> Diagnostic:
    message = f"this is published as /static/{name}, where nobody looks for it"
    return problem("scan/stray-file", message, Span(path), f"move it to {path.removesuffix(name)}root/, or to content/")


def _sorted(files: Mapping[str, list[ThemeFile]]) -> dict[str, tuple[ThemeFile, ...]]:
    return {name: tuple(files[name]) for name in sorted(files)}


def _merged(lower: Mapping[str, object], higher: Mapping[str, object]) -> dict[str, object]:
    """Return both tables in one; where both say something, `higher` stands."""
    merged = dict(lower)
    for name, value in higher.items():
        below = merged.get(name)
        merged[name] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged


def _site_rung(walk: Walk, problems: list[Diagnostic]) -> Rung:
    templates = _by_name(walk.files("templates", without="static"), "templates/")
    inside, beside = (
        _by_name(walk.files("templates/static"), "templates/static/"),
        _by_name(walk.files("static"), "static/"),
    )
    for name in sorted(inside.keys() & beside.keys()):
        message = f"this and {beside[name].path} are one static file, {name}"
        problems.append(problem("scan/same-name", message, Span(inside[name].path), "remove one of them"))
    return Rung("site", templates, inside | beside, {})


def _theme_rungs(config: Config, walk: Walk, problems: list[Diagnostic]) -> list[Rung]:
    """Return the active theme and its parents, nearest first, without the packaged one."""
    rungs: list[Rung] = []
    chain: list[str] = []
    name = config.theme
    while name != "default":
        chain.append(name)
        folder = f"themes/{name}"
        document = _document(config.root / folder / "theme.toml", f"{folder}/theme.toml", problems)
        rungs.append(_rung(name, walk, f"{folder}/", document, problems))
        problems.extend(_strays(config.root, folder))
        parent = document.values.get("extends", "default")
        wrong = _wrong_parent(config.root, parent, chain)
        if wrong or not isinstance(parent, str):
            message, hint = wrong or ('"extends" must be the name of a theme in quotes', 'write extends = "…"')
            problems.append(problem("configure/unknown-theme", message, document.value(("extends",)), hint))
            break
        name = parent
    return rungs


def _strays(root: Path, folder: str) -> Iterator[Diagnostic]:
    """Yield what lies beside a theme's folders for templates and static files, and belongs into them."""
    parts = {part: frozenset(entry.name for entry in (DEFAULTS / part).iterdir() if entry.is_dir()) for part in _PARTS}
    try:
        entries = sorted((root / folder).iterdir())
    except OSError:  # whoever reads the theme says so
        return
    for entry in entries:
        within = [part for part, names in parts.items() if entry.name in names]
        within = within or (["templates"] if is_html(entry.name) else [])
        if within:
            path = f"{folder}/{entry.name}"
            message = f"nothing uses this, since a theme has its {_PARTS[within[0]]} in {within[0]}/"
            yield problem("scan/stray-file", message, Span(path), f"move it to {folder}/{within[0]}/")


def _wrong_parent(root: Path, parent: object, chain: list[str]) -> tuple[str, str] | None:
    """Return what is wrong with a theme's parent, and what to do."""
    if parent in chain:
        circle = " → ".join([*chain[chain.index(str(parent)) :], str(parent)])
        return f"the themes extend each other in a circle: {circle}", "remove one of the extends"
    names = {"default", *(entry.name for entry in (root / "themes").iterdir() if entry.is_dir())}
    if isinstance(parent, str) and parent not in names:
        return f'there is no theme "{parent}" to extend', f"there are: {', '.join(sorted(names))}"
    return None


def _default_rung(problems: list[Diagnostic]) -> Rung:
    walk = Walk(str(DEFAULTS))
    document = _document(DEFAULTS / "theme.toml", f"{PACKAGED}theme.toml", problems)
    rung = _rung("default", walk, "", document, problems)
    problems.extend(walk.problems)
    return Rung(rung.name, _packaged(rung.templates), _packaged(rung.statics), rung.settings)


def _packaged(files: Mapping[str, Found]) -> dict[str, Found]:
    return {name: Found(f"{PACKAGED}{found.path}", found.absolute, found.status) for name, found in files.items()}


def _rung(name: str, walk: Walk, folder: str, document: Document, problems: list[Diagnostic]) -> Rung:
    templates, statics = (
        _by_name(walk.files(f"{folder}{part}"), f"{folder}{part}/") for part in ("templates", "static")
    )
    return Rung(name, templates, statics, _settings(document, problems))


def _by_name(files: list[Found], prefix: str) -> dict[str, Found]:
    return {found.path.removeprefix(prefix): found for found in files}


def _document(file: Path, path: str, problems: list[Diagnostic]) -> Document:
    """Return a `theme.toml`, an empty one where there is none or it cannot be read."""
    try:
        document = read_toml(file.read_bytes(), path)
    except FileNotFoundError:
        return Document(path, {})
    except OSError as error:
        problems.append(unreadable(error, path))
        return Document(path, {})
    except TomlError as error:
        problems.append(problem("configure/syntax", f"not valid TOML: {error.message}", error.span, error.hint))
        return Document(path, {})
    for key in document.values:
        if key not in _KEYS:
            hint = did_you_mean(nearest(key, _KEYS), "a value for templates belongs under [settings]")
            problems.append(problem("configure/unknown-key", f'unknown key "{key}"', document.key((key,)), hint))
    return document


def _settings(document: Document, problems: list[Diagnostic]) -> Mapping[str, object]:
    settings = document.values.get("settings", {})
    if isinstance(settings, dict):
        return settings
    message = '"settings" must be a table'
    problems.append(problem("configure/wrong-type", message, document.value(("settings",)), "write it as [settings]"))
    return {}
