"""Look at the disk, and tell what differs from what the last finished build saw."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path

import sitegen
from sitegen.base.digest import digest
from sitegen.engine.files import FileMemory, load_files, walk
from sitegen.engine.store import Store
from sitegen.model.config import Config
from sitegen.scan.walk import ignored

_FOLDERS = ("content", "templates", "static", "themes")


@dataclass(frozen=True, slots=True)
class Survey:
    """What the disk and the command say, against the last finished build."""

    files: FileMemory
    changed: tuple[str, ...]
    """Absolute paths of files that are new or have other bytes."""
    moved: bool
    """Whether files came or went."""
    settings: str
    """Digest of all that pages may read of the configuration."""
    same_settings: bool
    same_shape: bool
    """Whether the clock, and the switches that show drafts and scheduled articles, leave the same articles visible."""

    @property
    def quiet(self) -> bool:
        """Whether nothing differs."""
        return not self.changed and not self.moved and self.same_settings and self.same_shape


def survey(config: Config, store: Store) -> Survey:
    """Compare the disk with the last finished build."""
    files = load_files(store.get("files"))
    found = walk([*(str(config.root / folder) for folder in _FOLDERS), str(_packaged())], ignored)
    for name in (config.file, *config.extensions):
        path = config.root / name
        if path.exists():
            found[str(path)] = path.stat()
    changed = tuple(files.changed(found))
    settings = page_settings(config)
    return Survey(
        files,
        changed,
        found.keys() != files.known.keys(),
        settings,
        store.get("settings") == settings.encode(),
        _same_shape(config, store),
    )


def page_settings(config: Config) -> str:
    """Return the digest of what pages may read of the configuration."""
    told = replace(
        config,
        root=Path(),
        out=Path(),
        file="",
        now=datetime.min,  # noqa: DTZ901  (a place holder: no page reads the clock)
        build=replace(config.build, output="", drafts=False, strict=False, workers=0),
        keep_going=False,
        future=False,
    )
    return digest(_spelled(told).encode())


def shape(config: Config) -> str:
    """Return the switches that decide which articles are visible, apart from the clock."""
    return f"{config.build.drafts} {config.future} {config.keep_going}"


def remember(found: Survey, config: Config, store: Store, changes: datetime | None) -> None:
    """Write down what this build saw, and until when the same articles are visible (None: for ever)."""
    remember_files(found, store)
    store.put("settings", found.settings.encode())
    store.put("shape", shape(config).encode())
    store.put("now", config.now.isoformat().encode())
    store.put("until", changes.isoformat().encode() if changes else b"")


def remember_files(found: Survey, store: Store) -> None:
    """Write down the files that this build saw."""
    store.put("files", found.files.encode())


def _same_shape(config: Config, store: Store) -> bool:
    now, until = store.get("now"), store.get("until")
    if store.get("shape") != shape(config).encode() or now is None or until is None:
        return False
    since = datetime.fromisoformat(now.decode())
    return since <= config.now and (not until or config.now < datetime.fromisoformat(until.decode()))


def _packaged() -> Path:
    return Path(sitegen.__file__).parent / "defaults"


def _spelled(value: object) -> str:
    """Return settings in one spelling, whatever the order of their tables."""
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{key!r}:{_spelled(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, tuple | list):
        return "[" + ",".join(map(_spelled, value)) + "]"
    if hasattr(value, "__dataclass_fields__"):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))  # type: ignore[arg-type]
        return "(" + ",".join(f"{name}={_spelled(item)}" for name, item in named) + ")"
    return repr(value)
