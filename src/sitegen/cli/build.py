"""`sitegen build`: a folder becomes a site."""

from pathlib import Path
from typing import Any

import click

from sitegen.base.diagnostics import Failure
from sitegen.base.format import Format
from sitegen.cli import exits
from sitegen.cli.console import Console
from sitegen.cli.options import output_options, site_options
from sitegen.cli.summary import profile, summary
from sitegen.model.config import Flags
from sitegen.model.report import Report


@click.command("build")
@site_options
@click.option("--keep-going", is_flag=True, help="Publish all that is sound, leave out the rest, and exit with 1.")
@click.option("--profile", "timed", is_flag=True, help="Say how long each step took.")
@output_options
def command(root: Path | None, form: Format, *, timed: bool, quiet: bool, **given: Any) -> int:
    """Build the site into its output folder.

    After errors the folder is left as it was, so that the last good site stays. The exit code is 0 when all is well, 1
    when something is wrong with the site, 2 when something is wrong with the command.
    """
    from sitegen.configure.find import site_folder
    from sitegen.pipeline import build

    console = Console(site_folder(root), form, quiet=quiet)
    try:
        report = build(root, Flags(**given), console.progress)
    except Failure as failure:
        return console.refuse(failure, "nothing was written; the last good site stays as it was")
    finally:
        console.clear()
    if form == "json":
        console.document(_document(report, timed=timed), report.diagnostics)
    else:
        console.diagnostics(report.diagnostics)
        console.say(summary(report))
        if timed:
            console.say(profile(report))
    return exits.WRONG_SITE if report.failed else exits.GOOD


def _document(report: Report, *, timed: bool) -> dict[str, object]:
    document: dict[str, object] = {
        "published": True,
        "articles": report.articles,
        "pages": report.pages,
        "feeds": report.feeds,
        "files": report.files,
        "written": list(report.written),
        "deleted": list(report.deleted),
        "bytes": report.bytes,
        "seconds": round(report.seconds, 3),
        "out": report.out,
        "hidden": [
            {
                "id": article.id,
                "path": article.path,
                "reason": article.reason,
                "date": article.date.isoformat() if article.date else None,
            }
            for article in report.hidden
        ],
    }
    if timed:
        document["profile"] = {verb: round(spent, 4) for verb, spent in report.profile}
    return document
