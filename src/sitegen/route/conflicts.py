"""Claims become outputs, each path once, and every claim that cannot stand is told."""

from collections.abc import Iterable, Iterator

from sitegen.base.diagnostics import Diagnostic, problem
from sitegen.base.portable import why_unstorable
from sitegen.model.output import INDEXES, RENAME, Asset, Output, Page, both_at
from sitegen.route.claims import Claim

_LISTED = frozenset(("home", "404", "archive", "search", "feeds", *(index for index, _ in INDEXES.values())))
"""Kinds of pages that every site has, each with a template of its name."""


def settle(claims: Iterable[Claim]) -> tuple[list[Output], list[Diagnostic]]:
    """Return the outputs that stand, in order of path, and a problem for each that does not.

    Of two claims on one path the first stands. A machine file gives way without a word to an author's own file.
    """
    stands: dict[str, Claim] = {}
    problems: list[Diagnostic] = []
    everything = list(_without_replaced(claims))
    for claim in (*(c for c in everything if c.follows is None), *(c for c in everything if c.follows)):
        path = claim.output.path
        key = path.casefold()
        if claim.follows and not _has_leader(claim, stands):
            continue
        if reason := why_unstorable(path):
            problems.append(_bad_path(claim, reason))
        elif key in stands:
            problems.append(_same_path(stands[key], claim))
        else:
            stands[key] = claim
    problems.extend(_files_as_folders(stands))
    outputs = [claim.output for claim in stands.values() if claim.follows is None or _has_leader(claim, stands)]
    return sorted(outputs, key=lambda output: output.path), problems


def _has_leader(claim: Claim, stands: dict[str, Claim]) -> bool:
    leader = stands.get(claim.follows.path.casefold()) if claim.follows else None
    return leader is not None and leader.output is claim.follows


def _without_replaced(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out the machine files that an author's file, or one of the theme's, replaces."""
    everything = list(claims)
    own = {c.output.path.casefold() for c in everything if isinstance(c.output, Asset) and not c.machine}
    static = {c.output.path.casefold() for c in everything if isinstance(c.output, Asset) and c.machine}
    for claim in everything:
        key = claim.output.path.casefold()
        replaced = claim.machine and (key in own or (isinstance(claim.output, Page) and key in static))
        if not replaced:
            yield claim


def _address(output: Output) -> str:
    return output.address if isinstance(output, Page) else "/" + output.path


def _bad_path(claim: Claim, reason: str) -> Diagnostic:
    alias = _is_alias(claim)
    if alias and "?" in _address(claim.output):
        message = f"the old address {_address(claim.output).rstrip('/')} has a query, and no file can answer that"
        return problem("route/query", message, claim.span, "let the host lead on from it, and take it out here")
    hint = "correct the alias, or take it out" if alias else f"{_another(claim)}rename its file"
    return problem("route/bad-path", f"the address {_address(claim.output)} {reason}", claim.span, hint)


def _same_path(first: Claim, second: Claim) -> Diagnostic:
    here, there = _address(second.output), _address(first.output)
    if first.output.path != second.output.path:
        message = f"{here} differs by letter case only from {there}, the address of {first.source}"
    elif _is_alias(second):
        written = second.source if _is_redirect(second) else f"the alias {here}"
        message = f"{written} is already the address of {first.source}"
    else:
        message = both_at(second.source, first.source, here)
    hint = _out_of(second) if _is_alias(second) else RENAME if _another(first, second) else "rename one of them"
    if _kind(first) in _LISTED and not _is_alias(second):
        hint = f"remove it: {first.source} is made without it, and templates/{_kind(first)}.html changes it"
    # A wish of an article's that cannot be met is nothing that readers of either would miss.
    told = _is_alias(second) and not _is_redirect(second)
    return problem("route/alias" if told else "route/same-path", message, second.span, hint)


def _kind(claim: Claim) -> str:
    return claim.output.kind if isinstance(claim.output, Page) else ""


def _another(*claims: Claim) -> str:
    """Return how one of these can be told of another address; nothing where all are files that lie where they lie."""
    return "give it another `path` or `slug`, or " if any(isinstance(c.output, Page) for c in claims) else ""


def _out_of(claim: Claim) -> str:
    return "take it out of [redirects]" if _is_redirect(claim) else "take the alias out"


def _is_redirect(claim: Claim) -> bool:
    """Tell whether the configuration says that an old address leads on."""
    return claim.source.startswith("the redirect")


def _is_alias(claim: Claim) -> bool:
    return isinstance(claim.output, Page) and claim.output.kind == "redirect"


def _files_as_folders(stands: dict[str, Claim]) -> list[Diagnostic]:
    """Tell of each file whose path is a folder that another output needs, and leave it out."""
    folders: dict[str, Claim] = {}
    for key, claim in stands.items():
        folder = key.rpartition("/")[0]
        while folder and folder not in folders:
            folders[folder] = claim
            folder = folder.rpartition("/")[0]
    problems = []
    for key in [key for key in stands if key in folders]:
        file, inside = stands.pop(key), folders[key]
        claim, other = (inside, file) if file.machine else (file, inside)
        message = f"{file.source} is the file /{file.output.path}, but {inside.source} needs a folder of that name"
        hint = _out_of(claim) if _is_alias(claim) else f"move it, or {other.source}"
        problems.append(problem("route/same-path", message, claim.span, hint))
    return problems
