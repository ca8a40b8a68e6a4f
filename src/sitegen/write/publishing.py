"""A finished site takes its place: what is new is put, what has gone is taken away, all or nothing."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Failure, Span, failure
from sitegen.base.fs import remove_tree
from sitegen.base.noun import Noun, replace
from sitegen.write.files import Files
from sitegen.write.folders import make_folders
from sitegen.write.journal import apply, close_journal, drop_journal, read_journal, run_renames
from sitegen.write.manifest import Manifest, is_intact, read_manifest, read_seal, survey, write_manifest
from sitegen.write.place import INSIDE, Place, cannot_write, find_place
from sitegen.write.plan import Plan, compare, staged_entry

# So many renames take some milliseconds: below, a folder that stays the same one is worth more to whoever stands in it
# (a shell, a file server) than a single step.
_MANY = 500


class Staging(Noun):
    """One build's hold on an output folder."""

    place: Place
    known: Manifest | None
    """What the last build wrote, or None where nothing is known about the folder."""
    seal: str
    """Names the folder's state. What else is remembered about the site holds only where it was remembered with it."""
    standing: Files
    """Those of its files that still are as it wrote them. Such bytes need not be staged."""

    @property
    def folder(self) -> Path:
        """Where `stage` and `stage_copy` put finished files."""
        return self.place.back

    def expect(self, files: int) -> None:
        """Get ready for so many files; raises Failure where the system does not let us write."""
        if files >= _MANY and self.place.recycles:
            from sitegen.write.apart import make_apart  # most builds change little

            try:
                make_apart(self.place.back)
            except OSError as error:
                raise _unwritable(error, self.place) from error

    @property
    def complete(self) -> bool:
        """Whether everything that the last build wrote still stands."""
        return self.known is not None and len(self.standing) == len(self.known.files)


class Published(Noun):
    """What changed in the output folder."""

    written: tuple[str, ...]
    """Output paths whose bytes changed, in order."""
    deleted: tuple[str, ...]
    bytes: int
    """Size of the whole site."""
    seal: str
    """Names the folder's state, as `Staging.seal` will the next time."""
    diagnostics: tuple[Diagnostic, ...]
    """Warnings about files that were left where they are."""
    now: Staging | None
    """The folder as it is now; None where it has to be looked at to know."""


@contextmanager
def open_staging(out: Path, work: Path, before: Staging | None = None) -> Iterator[Staging]:
    """Finish what an earlier build began, and give the hold on the folder; the caller keeps other builds away.

    `work` is the site's `.sitegen`. `before` is what this process published last: where no other has written to the
    folder since, its files are not looked at again. Raises Failure where the system does not let us write, and where a
    file stands in the folder's place.
    """
    place = find_place(out, work)
    _need_folder(place)
    try:
        _recover(place)
        staging = before if before and _still(before, place) else _look(place)
    except OSError as error:
        raise _unwritable(error, place) from error
    known, full = staging.known, False
    try:
        yield staging
    except Failure as failure:
        full = any(found.code == "write/no-space" for found in failure.diagnostics)
        raise
    finally:
        # What a journal names is still needed, to finish what was begun.
        if not place.journal.exists() and (full or not place.recycles or not known or len(known.files) < _MANY):
            remove_tree(place.back, ignore_errors=True)


def stands(out: Path, work: Path, seal: str) -> bool:
    """Tell whether a folder is as the build with this seal left it, as far as one quick look shows."""
    place = find_place(out, work)
    if place.journal.exists() or not read_seal(place.manifest) == seal != "":
        return False
    known = read_manifest(place.manifest)
    return known is not None and is_intact(place.out, known.files)


def publish(staging: Staging, wanted: Mapping[str, str]) -> Published:
    """Let the output folder hold exactly the wanted files of ours, and every file that is not ours.

    `wanted` is every file of the site with its digest; what does not stand yet must be staged. Raises Failure, with the
    folder as it was, where something foreign is in the way or the system does not let us write.
    """
    place = staging.place
    try:
        make_folders(str(place.manifest.parent))
        return _carry_out(staging, compare(place, staging.known, staging.standing.table(), wanted))
    except OSError as error:
        raise _unwritable(error, place) from error


def amend(staging: Staging, changed: Mapping[str, str]) -> Published | None:
    """Put other bytes in place of some files of a complete site, which are staged; raises Failure as `publish` does.

    `changed` holds the digest of each by its path. None, with nothing done, where one of them no longer stands: what
    this process remembers of the folder does not hold.
    """
    place, known = staging.place, staging.known or Manifest()
    try:
        put = {
            path: staged_entry(place, path, digest)
            for path, digest in changed.items()
            if staging.standing[path].digest != digest
        }
        if len(survey(place.out, Files.of({path: staging.standing[path] for path in put}))) < len(put):
            return None
        coming = Manifest(staging.standing.with_others(put), known.guests)
        return _carry_out(staging, Plan(put, {}, frozenset(), coming, ()))
    except OSError as error:
        raise _unwritable(error, place) from error


def _recover(place: Place) -> None:
    """Finish, or undo, what a build began that was cut short; raises OSError where the system does not let us."""
    work = read_journal(place)
    if work and place.coming.exists():
        if work.tree:
            from sitegen.write.exchange import recover_exchange

            recover_exchange(place, work)
        else:
            apply(place, work)
            close_journal(place)
    # Without the coming manifest all is done but for the journal itself.
    drop_journal(place)


def _need_folder(place: Place) -> None:
    """Raise Failure where a file stands in the place of the output folder, or of one above it."""
    there = place.out
    while not there.exists():
        there = there.parent
    if not there.is_dir():
        shown = replace(place, out=there).shown()
        hint = "move it away, or choose another folder"
        raise failure("write/foreign-file", "a folder must go here, and a file stands here", Span(shown), hint)


def _look(place: Place) -> Staging:
    known = read_manifest(place.manifest)
    if known is None:
        return Staging(place, None, "", Files.of({}))
    return Staging(place, known, read_seal(place.manifest), survey(place.out, known.files))


def _still(before: Staging, place: Place) -> bool:
    """Tell whether the folder is as this process left it, as far as builds are concerned."""
    return before.seal == read_seal(place.manifest) != "" and before.place == place and place.out.is_dir()


def _carry_out(staging: Staging, plan: Plan) -> Published:
    place, files = staging.place, plan.manifest.files
    if plan.put or plan.take or not place.out.exists():
        _put_in_place(place, plan, staging.known or Manifest())
    elif plan.manifest != staging.known:
        write_manifest(place.manifest, plan.manifest)
    seal = read_seal(place.manifest)
    now = None if plan.left else Staging(place, plan.manifest, seal, files)
    return Published(tuple(sorted(plan.put)), tuple(plan.take), sum(files.sizes), seal, plan.left, now)


def _put_in_place(place: Place, plan: Plan, known: Manifest) -> None:
    changes = len(plan.put) + len(plan.take)
    if not place.out.exists() or (changes >= _MANY and 3 * changes >= len(plan.manifest.files)):
        from sitegen.write.exchange import CannotExchange, run_exchange  # most builds change little

        try:
            run_exchange(place, plan, known)
            return
        except CannotExchange:
            pass
    try:
        run_renames(place, plan)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # One file system, but mounted twice: only inside the output folder itself are renames possible.
        inside = replace(place, back=place.out / INSIDE)
        _copy_staged(place, inside, plan)
        run_renames(inside, plan)
        remove_tree(inside.back)


def _copy_staged(place: Place, inside: Place, plan: Plan) -> None:
    from shutil import copy2

    for path in plan.put:
        make_folders(os.path.dirname(f"{inside.back}/{path}"))
        copy2(place.back / path, inside.back / path)


def _unwritable(error: OSError, place: Place) -> Failure:
    if place.journal.exists():
        return cannot_write(error, place.shown(), stands="the next build finishes what this one began")
    return cannot_write(error, place.shown())
