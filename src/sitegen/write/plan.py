"""Compare what the site shall be with what stands in the output folder: what to put, take away, and leave."""

import os
from collections.abc import Iterable, Mapping

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.noun import Noun
from sitegen.base.paths import is_html
from sitegen.base.text import plural
from sitegen.write.files import Entry, Files
from sitegen.write.folders import folders_of
from sitegen.write.ground import TOLD, Ground, is_earlier_site
from sitegen.write.manifest import Manifest
from sitegen.write.place import Place


class Plan(Noun):
    """What is left to do."""

    put: Mapping[str, Entry]
    """Staged files whose bytes do not stand yet."""
    take: Mapping[str, Entry]
    """Files of ours that the site no longer has."""
    first: frozenset[str]
    """Those of `take` that stand where something of `put` must go."""
    manifest: Manifest
    """What will stand."""
    left: tuple[Diagnostic, ...]
    """About files that would go, had nobody changed them, or were it known whose they are."""


def compare(place: Place, known: Manifest | None, standing: Mapping[str, Entry], wanted: Mapping[str, str]) -> Plan:
    """Return the plan; raises Failure where something that is not ours stands in the way.

    `wanted` is every file of the site with its digest.
    """
    ours = known or Manifest()
    gone = ours.files.keys() - wanted.keys()
    take = {path: standing[path] for path in sorted(gone) if path in standing}
    left = [path for path in sorted(gone - take.keys()) if os.path.lexists(place.out / path)]
    files = {path: ours.files[path] for path in left}
    put: dict[str, Entry] = {}
    adopts = known is None and is_earlier_site(place.out)
    ground = Ground(place, ours, take, adopts=adopts)
    for path, digest in wanted.items():
        stands = standing.get(path) or ground.explore(path, digest)
        if stands and stands.digest == digest:
            files[path] = stands
        else:
            files[path] = put[path] = staged_entry(place, path, digest)
    ground.complain()
    return Plan(
        put,
        take,
        _in_the_way(take, put),
        Manifest(Files.of(files), ours.guests | ground.guests),
        (*(_left(place.shown(path)) for path in left), *(_unknown(place, wanted) if adopts else ())),
    )


def staged_entry(place: Place, path: str, digest: str) -> Entry:
    """Return a staged file with its present time stamp; raises OSError where it was not staged."""
    found = os.lstat(f"{place.back}/{path}")
    return Entry(digest, found.st_size, found.st_mtime_ns)


def _in_the_way(take: Iterable[str], put: Iterable[str]) -> frozenset[str]:
    """Return what must go first.

    That is a file where a folder comes, what is in a folder where a file comes, and a name that differs by case only,
    which some file systems hold to be the same.
    """
    files = {path.casefold() for path in put}
    folders = {folder for path in files for folder in folders_of(path)}
    return frozenset(
        path
        for path in take
        if (folded := path.casefold()) in files
        or folded in folders
        or any(folder in files for folder in folders_of(folded))
    )


def _unknown(place: Place, wanted: Mapping[str, str]) -> list[Diagnostic]:
    """Tell of pages in an earlier site whose records are lost: they may have been withdrawn since."""
    pages = sorted(file.relative_to(place.out).as_posix() for file in place.out.rglob("*") if is_html(file.name))
    strange = [path for path in pages if path not in wanted]
    message = "no page of this site goes here, and the records that would say whether sitegen once wrote it are lost"
    told = [
        problem("write/unknown-page", message, Span(place.shown(path)), "delete it if it must not stay online")
        for path in strange[:TOLD]
    ]
    if len(strange) > TOLD:
        message = f"the same is true of {plural(len(strange) - TOLD, 'more page')} in this folder"
        hint = "delete the folder and build again, unless something in it is not from sitegen"
        told.append(problem("write/unknown-page", message, Span(place.shown()), hint))
    return told


def _left(shown: str) -> Diagnostic:
    message = "this file is no longer part of the site, but it was changed after sitegen wrote it, so it was left"
    return problem("write/changed-file", message, Span(shown), "delete it if it must not stay online")
