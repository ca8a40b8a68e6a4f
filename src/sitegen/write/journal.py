"""Put a few files in place, one rename after another, by a journal: whoever finds it can finish the work."""

import os
from collections.abc import Iterable
from pathlib import Path

from sitegen.base.digest import digest
from sitegen.base.noun import Noun
from sitegen.write.folders import folders_of, make_folders
from sitegen.write.manifest import write_manifest
from sitegen.write.place import Place
from sitegen.write.plan import Plan


class Work(Noun):
    """What a journal says is being done."""

    back: str
    """The folder where the finished files wait."""
    tree: int = 0
    """Inode of the whole tree that takes the place of the old one; 0 where files are put in place one by one."""
    put: tuple[str, ...] = ()
    take: tuple[tuple[str, int, int], ...] = ()
    """(path, size, time stamp)"""
    first: tuple[str, ...] = ()
    """Those of `take` that must go before anything comes."""
    guests: tuple[str, ...] = ()


def run_renames(place: Place, plan: Plan) -> None:
    """Put staged files in place and take away what has gone; raises OSError where the system does not let us."""
    take = tuple((path, entry.size, entry.mtime) for path, entry in plan.take.items())
    work = Work(
        str(place.back), 0, tuple(plan.put), take, tuple(sorted(plan.first)), tuple(sorted(plan.manifest.guests))
    )
    make_folders(str(place.out))
    _open_to_all(place.out)
    open_journal(place, work, plan)
    apply(place, work)
    close_journal(place)


def _open_to_all(folder: Path) -> None:
    """Let a web server into a folder that somebody else made."""
    mode = folder.stat().st_mode & 0o7777
    if os.name == "posix" and mode | 0o755 != mode:
        folder.chmod(mode | 0o755)


def apply(place: Place, work: Work) -> None:
    """Do what the journal says; what is done already stays done."""
    first = set(work.first)
    _take(place, work, [row for row in work.take if row[0] in first])
    for path in work.put:
        _put(f"{work.back}/{path}", f"{place.out}/{path}")
    _take(place, work, [row for row in work.take if row[0] not in first])


def _put(source: str, target: str) -> None:
    try:
        os.replace(source, target)
    except FileNotFoundError:
        if os.path.exists(source):  # else it was put there before the journal was found
            make_folders(os.path.dirname(target))
            os.replace(source, target)


def _take(place: Place, work: Work, rows: Iterable[tuple[str, int, int]]) -> None:
    """Delete files that are as we wrote them, and the folders of ours that they leave empty."""
    guests = set(work.guests)
    emptied: dict[str, None] = {}
    for path, size, mtime in rows:
        name = f"{place.out}/{path}"
        try:
            found = os.lstat(name)
            if (found.st_size, found.st_mtime_ns) == (size, mtime):
                os.unlink(name)
        except (FileNotFoundError, NotADirectoryError):
            pass
        emptied.update(dict.fromkeys(folders_of(path)))
    for folder in sorted(emptied.keys() - guests, key=len, reverse=True):
        try:
            os.rmdir(f"{place.out}/{folder}")
        except OSError:
            continue


def open_journal(place: Place, work: Work, plan: Plan) -> None:
    """Write down what will be done, and what will stand then."""
    import json  # a build that changes nothing has no journal

    write_manifest(place.coming, plan.manifest)
    text = json.dumps([work.back, work.tree, work.put, work.take, work.first, work.guests], ensure_ascii=False)
    data = text.encode()
    with place.journal.open("wb") as file:
        file.write(digest(data).encode() + b"\n" + data)
        file.flush()
        os.fsync(file.fileno())
    _sync_folder(place.journal.parent)


def close_journal(place: Place) -> None:
    """Say that all is done."""
    place.coming.replace(place.manifest)
    place.journal.unlink()


def drop_journal(place: Place) -> None:
    """Say that nothing was done."""
    place.journal.unlink(missing_ok=True)
    place.coming.unlink(missing_ok=True)


def read_journal(place: Place) -> Work | None:
    """Return what was being done when a build was cut short; None where nothing was."""
    try:
        head, _, data = place.journal.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    if head != digest(data).encode():
        return None  # cut short while it was written: nothing had been done yet
    import json

    back, tree, put, take, first, guests = json.loads(data)
    rows = tuple((path, size, mtime) for path, size, mtime in take)
    return Work(back, tree, tuple(put), rows, tuple(first), tuple(guests))


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
