"""Make the tree behind the output folder complete before an exchange, and clear it of what is not ours after it."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from sitegen.write.folders import all_folders, make_folders
from sitegen.write.manifest import Manifest
from sitegen.write.place import Place
from sitegen.write.plan import Plan


def keep_only(place: Place, plan: Plan) -> None:
    """Drop from the next tree what nobody wants, and link what stands and stays into it."""
    linked: set[str] = set()

    def visit(folder: str) -> bool:
        wanted = False
        for entry in _entries(place.back, folder):
            path = folder + entry.name
            if entry.is_dir(follow_symlinks=False):
                if visit(path + "/"):
                    wanted = True
                else:
                    os.rmdir(entry.path)
            elif path in plan.put:
                wanted = True
            elif path in plan.manifest.files and _same(entry.path, f"{place.out}/{path}"):
                linked.add(path)
                wanted = True
            else:
                os.unlink(entry.path)
        return wanted

    visit("")
    for path in plan.manifest.files:
        if path not in plan.put and path not in linked:
            _link(f"{place.out}/{path}", f"{place.back}/{path}")


def bring(place: Place, plan: Plan, known: Manifest) -> Iterator[str]:
    """Link files that are not ours into the next tree, and give the paths of what must move over after the exchange."""
    folders = all_folders(known.files) | plan.manifest.guests

    def visit(folder: str) -> Iterator[str]:
        for entry in _entries(place.out, folder):
            path = folder + entry.name
            if entry.is_dir(follow_symlinks=False):
                if path in plan.manifest.guests:
                    make_folders(f"{place.back}/{path}")
                if path in folders or os.path.isdir(f"{place.back}/{path}"):
                    yield from visit(path + "/")
                else:
                    yield path
            elif path in known.files or path in plan.manifest.files:
                continue
            elif not entry.is_file(follow_symlinks=False) or not _try_link(entry.path, f"{place.back}/{path}"):
                # A link that leads elsewhere must never be in a tree that a build writes over.
                yield path

    if place.out.exists():
        yield from visit("")


def sweep(place: Place, ours: Collection[str]) -> None:
    """Move what is not ours out of the old tree to where it is seen, and drop second links to it."""
    folders = all_folders(ours)

    def visit(folder: str) -> None:
        for entry in _entries(place.back, folder):
            path = folder + entry.name
            seen = f"{place.out}/{path}"
            if entry.is_dir(follow_symlinks=False):
                if path in folders or os.path.isdir(seen):
                    visit(path + "/")
                else:
                    move(entry.path, seen)
            elif path not in ours:
                if _same(entry.path, seen):
                    os.unlink(entry.path)
                else:
                    move(entry.path, seen)

    visit("")


def move(source: str, target: str) -> None:
    """Move a file or a folder, if it is still there."""
    make_folders(os.path.dirname(target))
    try:
        os.replace(source, target)
    except FileNotFoundError:
        return


def _entries(top: Path, folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(f"{top}/{folder}") as entries:
        return list(entries)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except FileNotFoundError:
        make_folders(os.path.dirname(target))
        os.link(source, target, follow_symlinks=False)


def _try_link(source: str, target: str) -> bool:
    try:
        _link(source, target)
    except OSError:
        return False
    return True


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False
