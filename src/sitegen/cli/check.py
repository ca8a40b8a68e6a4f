"""`sitegen check`: what a build would say, without writing."""

from pathlib import Path
from typing import Any

import click

from sitegen.base.diagnostics import Failure
from sitegen.base.format import Format, tally
from sitegen.base.text import plural
from sitegen.cli import exits
from sitegen.cli.console import Console
from sitegen.cli.options import output_options, site_options
from sitegen.model.config import Flags


@click.command("check")
@site_options
@output_options
def command(root: Path | None, form: Format, *, quiet: bool, **given: Any) -> int:
    """Do all that a build does but write, and name articles that nothing leads to.

    A template that no page uses is named where another is nearly called so.

    The exit code is that of a build: 0 when all is well, 1 when something is wrong with the site, 2 when something is
    wrong with the command.
    """
    from sitegen.configure.find import site_folder
    from sitegen.pipeline import check

    console = Console(site_folder(root), form, quiet=quiet)
    try:
        report = check(root, Flags(**given), console.progress)
    except Failure as failure:
        console.diagnostics(failure.diagnostics)
        if form != "json":
            console.note(tally(failure.diagnostics))
        return exits.code_of(failure)
    finally:
        console.clear()
    console.diagnostics(report.diagnostics)
    if form != "json":
        console.say(f"Checked {plural(report.articles, 'article')} · {tally(report.diagnostics)}")
    return exits.WRONG_SITE if report.failed else exits.GOOD
