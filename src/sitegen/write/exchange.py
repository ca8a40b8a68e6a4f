"""Exchange the whole output folder for the tree behind it, in one step.

The tree that was replaced stays behind and is written over by the next build: two buffers, as a screen has them. At
the moment of the exchange a file that is not ours is in both trees, by a hard link; a folder moves over right after it.
"""

import os

from sitegen.base.fs import remove_tree
from sitegen.write.folders import make_folders
from sitegen.write.journal import Work, close_journal, drop_journal, open_journal
from sitegen.write.manifest import Manifest, read_manifest
from sitegen.write.place import Place
from sitegen.write.plan import Plan
from sitegen.write.swap import park, swap
from sitegen.write.tree import bring, keep_only, move, sweep


class CannotExchange(Exception):  # noqa: N818  (it is what happened: another way is taken)
    """The system or the folder does not allow it; the output folder is as it was."""


def run_exchange(place: Place, plan: Plan, known: Manifest) -> None:
    """Put the whole next tree in the output folder's place; raises CannotExchange where that is not possible."""
    if place.back.is_relative_to(place.out):
        raise CannotExchange(f"{place.back} is inside")
    try:
        make_folders(str(place.back))
        _match(place)
        keep_only(place, plan)
        moves = list(bring(place, plan, known))
        open_journal(place, Work(str(place.back), os.stat(place.back).st_ino), plan)
        swap(place.back, place.out)
    except OSError as error:
        drop_journal(place)
        raise CannotExchange(str(error)) from error
    for path in moves:
        move(f"{place.back}/{path}", f"{place.out}/{path}")
    _finish(place, known, plan.manifest)


def recover_exchange(place: Place, work: Work) -> None:
    """Finish an exchange that was cut short, or undo its preparations."""
    if not os.path.lexists(place.out) and os.path.lexists(place.back):
        os.rename(place.back, place.out)
    if os.path.lexists(place.out) and os.stat(place.out).st_ino == work.tree:
        known, coming = (read_manifest(file) or Manifest() for file in (place.manifest, place.coming))
        _finish(place, known, coming)
        return
    # The preparations may have brought in what is not ours, which must never be written over.
    remove_tree(place.back, ignore_errors=True)


def _match(place: Place) -> None:
    """Give the next tree the rights of the folder that it replaces; raises OSError where it cannot be like it."""
    if not place.out.exists():
        return
    old, new = place.out.stat(), place.back.stat()
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid) or os.path.ismount(place.out):
        raise PermissionError(f"{place.out} is somebody else's")
    place.back.chmod((old.st_mode & 0o7777) | 0o755)


def _finish(place: Place, known: Manifest, coming: Manifest) -> None:
    """Leave only what we made in the old tree, and say that all is done."""
    if park(place.back).exists():
        park(place.back).rename(place.back)
    if place.back.exists():
        sweep(place, known.files.keys() | coming.files.keys())
        if not place.recycles or _is_tight(place, coming):
            remove_tree(place.back)
    close_journal(place)


def _is_tight(place: Place, coming: Manifest) -> bool:
    """Tell whether the disk is too full to keep a second tree."""
    from shutil import disk_usage

    return disk_usage(place.back).free < 3 * sum(coming.files.sizes)
