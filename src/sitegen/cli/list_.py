"""`sitegen list`: which articles there are, and which of them are public."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.base.format import visible
from sitegen.base.noun import to_builtins
from sitegen.cli import exits
from sitegen.cli.console import print_document
from sitegen.cli.options import root_option, time_option
from sitegen.model.config import Flags

if TYPE_CHECKING:
    from datetime import datetime

    from sitegen.pipeline.commands.listing import Listed, State

_DATE = len("2026-11-20 09:00")
_STATE = len("published")


@click.command("list")
@root_option()
@click.option("--published", "states", multiple=True, flag_value="published", help="What is public.")
@click.option("--scheduled", "states", multiple=True, flag_value="scheduled", help="What waits for its day.")
@click.option("--drafts", "states", multiple=True, flag_value="draft", help="What is marked as a draft.")
@click.option(
    "--unsound", "states", multiple=True, flag_value="unsound", help="What mistakes keep from being published."
)
@click.option("--section", default="", metavar="NAME", help="Only articles of this section.")
@click.option("--tag", default="", metavar="NAME", help="Only articles with this tag, or one below it.")
@click.option("--author", default="", metavar="NAME", help="Only articles by this author.")
@time_option("--now", "List as if it were this time: 2026-12-01 09:00.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    root: Path | None,
    states: "tuple[State, ...]",
    now: "datetime | None",
    *,
    section: str,
    tag: str,
    author: str,
    form: str,
) -> int:
    """List the articles: date, state, file and title of each, the newest first.

    The four states can be asked for together; without one, all are listed, and standing pages behind them. Nothing is
    written but the cache.
    """
    from sitegen.pipeline.commands.listing import Wanted, listing

    found = listing(root, Flags(now=now), Wanted(frozenset(states), section, tag, author))
    if form == "json":
        print_document(to_builtins(found))
    elif found:
        click.echo("\n".join(map(_line, found)))
    return exits.GOOD


def _line(one: "Listed") -> str:
    date = f"{one.date:%Y-%m-%d %H:%M}" if one.date else ""
    return visible(f"{date:<{_DATE}}  {one.state:<{_STATE}}  {one.path}  {one.title}")
