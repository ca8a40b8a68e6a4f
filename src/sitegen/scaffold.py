"""A title becomes a first site; a headline becomes the beginning of an article."""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.base.fs import DEFAULTS, WORK, within
from sitegen.base.noun import Noun
from sitegen.base.slugs import slugify
from sitegen.base.text import in_yaml
from sitegen.model.config import Config
from sitegen.write import cannot_write

_STARTER = DEFAULTS / "starter"
_ARTICLES = "content/articles"
_LONGEST = 200
"""Bytes of a file's name, which file systems bound, as do addresses."""


class Started(Noun):
    """What `start_site` did, paths relative to its folder."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    """Files that were there before and stand as they were."""


def start_site(folder: Path, *, title: str, url: str, today: date) -> Started:
    """Write a first site into `folder`; what is there already is never overwritten."""
    words = {
        "@@title@@": _in_toml(title),
        "@@title_yaml@@": re.sub(r"[\s#:\"'\\]+", " ", title).strip() or "your publication",
        "@@url@@": url,
        "@@timezone@@": local_zone(os.environ),
        "@@date@@": today.isoformat(),
    }
    files = {file.relative_to(_STARTER).as_posix(): file for file in sorted(_STARTER.rglob("*")) if file.is_file()}
    texts = {name: _filled(file.read_text(encoding="utf-8"), words) for name, file in files.items()}
    texts[".gitignore"] = f"/output/\n/{WORK}/\n"
    written: list[str] = []
    kept: list[str] = []
    for name, text in texts.items():
        (written if write_new(folder / name, text) else kept).append(name)
    return Started(tuple(written), tuple(kept))


def write_new(file: Path, text: str) -> bool:
    """Write a file that is not there yet, and tell whether it was not.

    Raises Failure where the system does not let us.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        if os.path.lexists(file):
            return False
        shown = within(file, Path.cwd()) or file.as_posix()
        raise cannot_write(error, shown, stands="nothing was overwritten", elsewhere="") from error
    return True


def local_zone(environment: Mapping[str, str], link: Path = Path("/etc/localtime")) -> str:
    """Return the IANA name of this machine's time zone, `UTC` where it cannot be told."""
    linked = os.path.realpath(link).partition("zoneinfo/")[2]
    for name in (environment.get("TZ", ""), linked):
        # "CET" or "Factory" say too little about where the newsroom is.
        if "/" in name and not name.startswith(("/", "Etc/", "posix/", "right/")):
            with suppress(KeyError, ValueError, OSError):
                return ZoneInfo(name).key
    return "UTC"


def _in_toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _filled(text: str, words: Mapping[str, str]) -> str:
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text


def article_file(config: Config, headline: str, section: str = "") -> Path:
    """Return where an article of this headline belongs: in its section's folder, else in `content/articles/`."""
    folder = config.root / "content" / slugify(section)
    name = slugify(headline).encode()[:_LONGEST].decode(errors="ignore").rstrip("-")
    return (folder if section and folder.is_dir() else config.root / _ARTICLES) / f"{name}.md"


def article_text(config: Config, headline: str, *, section: str = "", author: str = "") -> str:
    """Return a draft's front matter, with the keys that authors use most."""
    author = author or _only_author(config.root)
    lines = [
        "---",
        f"title: {in_yaml(headline)}",
        f"{'description:':<32}# one sentence that says what the reader gets",
        f"{f'date: {config.now:%Y-%m-%d %H:%M}':<32}# {config.site.timezone}; in the future, it schedules the article",
        f"{'draft: true':<32}# delete this line to publish",
        f"{f'authors: [{in_yaml(author)}]' if author else 'authors: []':<32}# profiles are in content/authors/",
        f"{'tags: []':<32}# as in [open weights, health]",
        f"section: {in_yaml(section)}" if section else "section:",
        '# image: {src: photo.jpg, alt: "What it shows", credit: "Who made it"}',
        "# updated: 2026-01-31",
        "# aliases: [/old/address/]",
        "---",
        "",
    ]
    return "\n".join(lines) + "\n"


def _only_author(root: Path) -> str:
    profiles = sorted((root / "content" / "authors").glob("*.md"))
    return profiles[0].stem if len(profiles) == 1 else ""
