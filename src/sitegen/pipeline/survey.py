"""Look at the disk, and tell what differs from what the last finished build saw."""

from datetime import datetime
from pathlib import Path

from sitegen.base.digest import canonical, digest
from sitegen.base.fs import DEFAULTS, ignored
from sitegen.base.noun import Noun, replace
from sitegen.engine.files import FileMemory
from sitegen.engine.store import Store
from sitegen.engine.walk import walk
from sitegen.model.config import Config
from sitegen.model.source import FOLDERS
from sitegen.pipeline.session import Session


class Survey(Noun):
    """What the disk and the command say, against the last finished build."""

    files: FileMemory
    changed: tuple[str, ...]
    """Absolute paths of files that are new or have other bytes."""
    moved: bool
    """Whether files came or went."""
    settings: str
    """Digest of all that pages may read of the configuration."""
    same_settings: bool
    same_visible: bool
    """Whether the clock, and the switches that show drafts and scheduled articles, leave the same articles visible."""

    @property
    def only_bytes(self) -> bool:
        """Whether at most the bytes of some files differ."""
        return not self.moved and self.same_settings and self.same_visible

    @property
    def quiet(self) -> bool:
        """Whether nothing differs."""
        return self.only_bytes and not self.changed


def survey(config: Config, store: Store, session: Session) -> Survey:
    """Compare the disk with the last finished build."""
    files = session.files(store)
    changed, moved = _look_at_named(files, config, session) or _look_at_all(files, config, session)
    settings = page_settings(config)
    same = store.get("settings") == settings.encode()
    return Survey(files, tuple(changed), moved, settings, same, _same_visible(config, store))


def _look_at_named(files: FileMemory, config: Config, session: Session) -> tuple[list[str], bool] | None:
    """Look at the files that are said to have changed; None where that does not do."""
    if session.changed is None or session.links or not files.known:
        return None
    changed = files.changed_among(str(config.root / name) for name in session.changed)
    return None if changed is None else (changed, False)


def _look_at_all(files: FileMemory, config: Config, session: Session) -> tuple[list[str], bool]:
    """Look at every file, and tell whether some came or went."""
    folders = [*(str(config.root / folder) for folder in FOLDERS), str(DEFAULTS)]
    named = [str(config.root / name) for name in (config.file, *config.extensions)]
    found = walk([*folders, *named], ignored, files.folders)
    session.links = found.links
    return files.compare(found)


def page_settings(config: Config) -> str:
    """Return the digest of what pages may read of the configuration."""
    told = replace(
        config,
        root=Path(),
        out=Path(),
        file="",
        now=datetime.min,  # noqa: DTZ901  (a place holder: no page reads the clock)
        build=replace(config.build, output="", drafts=False, strict=False, ignore_warnings=(), workers=0),
        keep_going=False,
        future=False,
    )
    return digest(canonical(told).encode())


def _switches(config: Config) -> str:
    """Return the switches that decide which articles are visible, apart from the clock."""
    return f"{config.build.drafts} {config.future} {config.keep_going}"


def remember(found: Survey, config: Config, store: Store, session: Session, changes: datetime | None) -> None:
    """Write down what this build saw, and until when the same articles are visible (None: for ever)."""
    session.keep_files(found.files, store)
    store.put("settings", found.settings.encode())
    store.put("switches", _switches(config).encode())
    store.put("now", config.now.isoformat().encode())
    store.put("until", changes.isoformat().encode() if changes else b"")


def _same_visible(config: Config, store: Store) -> bool:
    now, until = store.get("now"), store.get("until")
    if store.get("switches") != _switches(config).encode() or now is None or until is None:
        return False
    since = datetime.fromisoformat(now.decode())
    return since <= config.now and (not until or config.now < datetime.fromisoformat(until.decode()))
