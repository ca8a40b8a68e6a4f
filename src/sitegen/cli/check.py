"""`sitegen check`: what a build would say, without writing."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from sitegen.base.diagnostics import Failure
from sitegen.base.format import Format, tally
from sitegen.base.text import plural
from sitegen.cli import exits
from sitegen.cli.console import Console, terminal
from sitegen.cli.options import output_options, site_options
from sitegen.model.config import Flags

if TYPE_CHECKING:
    from sitegen.pipeline.commands.outside import Outside

_FIRST = 20
"""Hosts that a terminal shows of those that refuse to say."""


@click.command("check")
@site_options
@click.option("--external", is_flag=True, help="Ask other sites as well whether what is linked to is there.")
@output_options
def command(root: Path | None, form: Format, *, external: bool, quiet: bool, **given: Any) -> int:
    """Do all that a build does but write, and name articles that nothing leads to.

    A template that no page uses is named where another is nearly called so. With --external every link to another
    site is followed, unless it was good in the last seven days: a dead one is a warning, and hosts that refuse to say
    are named.

    The exit code is that of a build: 0 when all is well, 1 when something is wrong with the site, 2 when something is
    wrong with the command.
    """
    from sitegen.configure.find import site_folder
    from sitegen.pipeline import check

    console, flags = Console(site_folder(root), form, quiet=quiet), Flags(**given)
    report, outside, code = None, None, exits.GOOD
    try:
        outside = _look_outside(root, flags, console) if external else None
        report = check(root, flags, console.progress)
        diagnostics = report.diagnostics
    except Failure as failure:
        diagnostics, code = failure.diagnostics, exits.code_of(failure)
    finally:
        console.clear()
    diagnostics = (*diagnostics, *outside.diagnostics) if outside else diagnostics
    if form == "json":
        about = {"unclear": [{"url": url, "fault": fault} for url, fault in outside.unclear]} if outside else {}
        console.document(about, diagnostics)
    else:
        console.diagnostics(diagnostics)
        if outside and not quiet:
            _tell_unclear(outside, console)
        if report:
            links = f", {plural(outside.links, 'link')} to other sites" if outside else ""
            console.say(f"Checked {plural(report.articles, 'article')}{links} · {tally(diagnostics)}")
        else:
            console.note(tally(diagnostics))
    return code or (exits.WRONG_SITE if any(found.fatal for found in diagnostics) else exits.GOOD)


def _look_outside(root: Path | None, flags: Flags, console: Console) -> "Outside":
    from sitegen.pipeline.commands.outside import look_outside

    return look_outside(root, flags, console.progress)


def _tell_unclear(outside: "Outside", console: Console) -> None:
    lines = list(_unclear(outside))
    told = lines[:_FIRST] if console.format == "text" and terminal(sys.stderr) else lines
    for line in told:
        console.note(line)
    if left := len(lines) - len(told):
        console.note(f"not known: {left:,} more, which `sitegen check --external --format short` names")


def _unclear(outside: "Outside") -> Iterator[str]:
    """Yield a line for each host that refuses to say the same of its links, those with the most links first."""
    urls: dict[tuple[str, str], list[str]] = {}
    for url, fault in outside.unclear:
        urls.setdefault((urlsplit(url).netloc, fault), []).append(url)
    for (host, fault), those in sorted(urls.items(), key=lambda item: -len(item[1])):
        named = those[0] if len(those) == 1 else f"{len(those):,} links to {host}"
        yield f"not known: {named} ({fault})"
