"""`sitegen related`: what an article suggests and why, or where its text could link."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.base.format import visible
from sitegen.base.noun import to_builtins
from sitegen.base.text import plural
from sitegen.cli import exits
from sitegen.cli.console import print_document
from sitegen.cli.options import complete_file, root_option, time_option
from sitegen.model.config import Flags

if TYPE_CHECKING:
    from datetime import datetime

    from sitegen.pipeline.commands.proposals import Proposal
    from sitegen.pipeline.commands.relatives import Relative, Relatives, Shares

_UNNAMED = {"likeness": "on a similar subject", "time": "of the same time"}
"""How the theme says, by kind, why an article is suggested that shares nothing with a name."""


@click.command("related")
@root_option()
@time_option("--now", "Ask as if it were this time: 2026-12-01 09:00.")
@click.option("--suggest-links", "links", is_flag=True, help="Name phrases of the text that could link to an article.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.argument("file", metavar="FILE", shell_complete=complete_file)
def command(root: Path | None, now: "datetime | None", file: str, *, links: bool, form: str) -> int:
    """Say what an article suggests and why, or where its text could link.

    FILE is a file of the content, a draft as well: it is taken as if it were published. With each suggestion stand its
    score, what the titles say of the texts, and who would move in if `unrelated:` named it. Nothing is written.
    """
    flags = Flags(now=now)
    if links:
        from sitegen.pipeline.commands.proposals import proposals

        path, found = proposals(root, flags, file)
        if form == "json":
            print_document({"file": path, "links": to_builtins(found)})
        else:
            click.echo("\n".join(map(visible, _proposed(path, found))))
        return exits.GOOD
    from sitegen.pipeline.commands.relatives import relatives

    told = relatives(root, flags, file)
    if form == "json":
        print_document(_document(told))
    else:
        click.echo("\n".join(map(visible, _lines(told))))
    return exits.GOOD


def _lines(told: "Relatives") -> list[str]:
    lines = [f"{told.article.path}: {told.article.meta.title}"]
    if not told.shown:
        lines += ["", "Nothing is shown: there is nothing else, or the settings keep it out."]
    for number, one in enumerate(told.shown, start=1):
        lines += ["", *_relative(f"{number:2}.", one)]
        if one.instead:
            lines.append(f"    a veto lets in {one.instead}")
    if told.waiting:
        lines += ["", "Next in line:"]
        for one in told.waiting:
            lines += ["", *_relative("  -", one)]
    ends = [f"One more pin takes the place of {told.leaves}."] if told.leaves else []
    ends += [f"Without its veto {ident} would be shown." for ident in told.kept_away]
    return [*lines, "", *ends] if ends else lines


def _relative(mark: str, one: "Relative") -> list[str]:
    lines = [f"{mark} {one.title}  ({one.path})"]
    lines.append("    " + ("pinned" if one.suggestion.pinned else _score(one)))
    if one.here:
        lines.append(f"    its title here: {_shares(one.here)}")
    if one.there:
        lines.append(f"    this title there: {_shares(one.there)}")
    return lines


def _score(one: "Relative") -> str:
    named = ", ".join(one.suggestion.shared) or _UNNAMED.get(one.suggestion.kind, "")
    reason = f" · shown as: {named}" if named else ""
    if not one.score:
        return f"no relative: it fills a place that is left over{reason}"
    score, titles = round(one.score, 3), round(one.titles, 3)
    parts = f"titles {titles:.3f} + texts {max(0.0, score - titles):.3f}"
    return f"score {score:.3f} = {parts} · {plural(one.days, 'day')} apart{reason}"


def _shares(shares: "Shares") -> str:
    return ", ".join(f"{phrase} {share:.3f}" for phrase, share in shares)


def _document(told: "Relatives") -> dict[str, object]:
    return {
        "file": told.article.path,
        "id": told.article.id,
        "related": [_record(one) for one in told.shown],
        "next": [_record(one) for one in told.waiting],
        "pin_replaces": told.leaves,
        "kept_away": list(told.kept_away),
    }


def _record(one: "Relative") -> dict[str, object]:
    return {
        "id": one.suggestion.id,
        "path": one.path,
        "title": one.title,
        "pinned": one.suggestion.pinned,
        "reasons": list(one.suggestion.shared),
        "kind": one.suggestion.kind,
        "score": round(one.score, 4),
        "titles": round(one.titles, 4),
        "days": one.days,
        "its_title_here": {phrase: round(share, 4) for phrase, share in one.here},
        "this_title_there": {phrase: round(share, 4) for phrase, share in one.there},
        "veto_lets_in": one.instead,
    }


def _proposed(path: str, found: "tuple[Proposal, ...]") -> list[str]:
    if not found:
        return ["No phrase of this text could link to an article that it does not link to yet."]
    lines = []
    for one in found:
        lines += [f'{path}:{one.line}:{one.column}: "{one.phrase}" → {one.title}', f"    [{one.phrase}]({one.link})"]
    return lines
