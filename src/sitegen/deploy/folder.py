"""A fresh site takes its place in a folder that a web server shows."""

from collections.abc import Sequence
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Failure, Span, failure
from sitegen.base.digest import digest
from sitegen.base.fs import WORK, real
from sitegen.base.noun import Noun
from sitegen.base.text import plural
from sitegen.deploy.fresh import Fresh
from sitegen.deploy.gone import INDEX, gone_articles
from sitegen.model.source import FOLDERS
from sitegen.write import open_staging, publish, stage_copy

_TOLD = 10
"""Files that are named one by one."""


class Put(Noun):
    """What changed where a site went, or would."""

    target: str
    """Where to, as people may see it."""
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    on_branch: bool = False
    """Whether it is a branch, which GitHub could build as well."""
    kept: tuple[str, ...] = ()
    """Files of others on the branch."""
    commit: str = ""
    """Empty where none was made."""
    first: bool = False
    """Whether the branch was made by this."""


def publish_folder(fresh: Fresh, target: Path, *, dry: bool = False) -> Put:
    """Put the site in place in one quick step, as a build does: only our files, all or nothing.

    Raises Failure where something foreign is in the way or the system does not let us write.
    """
    root, shown = fresh.config.root, str(target)
    need_apart(root, target)
    wanted = {file.path: digest((fresh.folder / file.path).read_bytes()) for file in fresh.files}
    with open_staging(target, root / WORK) as staging:
        stands = staging.standing.digest_of_each()
        added = tuple(sorted(wanted.keys() - stands.keys()))
        changed = tuple(sorted(path for path, name in wanted.items() if stands.get(path, name) != name))
        gone = tuple(sorted(stands.keys() - wanted.keys()))
        before = (target / INDEX).read_text(encoding="utf-8") if gone and INDEX in stands else ""
        moved = tuple(gone_articles(before, fresh))
        if dry:
            return Put(shown, added, changed, gone, moved)
        for path in (*added, *changed):
            stage_copy(staging.folder, path, fresh.folder / path)
        done = publish(staging, wanted)
    return Put(shown, added, changed, done.deleted, (*moved, *done.diagnostics))


def in_the_way(where: str, found: Sequence[str], hint: str) -> Failure:
    """Return what is said where files of somebody else would be lost."""
    named = ", ".join(found[:_TOLD]) + (f" and {len(found) - _TOLD:,} more" if len(found) > _TOLD else "")
    message = f"{where} holds {plural(len(found), 'file')} that sitegen did not publish where pages must go: {named}"
    return failure("deploy/foreign-file", message, Span("."), hint)


def need_apart(root: Path, target: Path) -> None:
    """Raise Failure where pages in a folder would be mixed with the sources of the site in `root`."""
    leads = real(target)
    if root.is_relative_to(leads) or any(leads.is_relative_to(real(root / name)) for name in FOLDERS):
        message = f"{target} holds the site's sources, which would be mixed with its pages"
        raise failure("deploy/target", message, Span(str(target)), "choose a folder of its own")
