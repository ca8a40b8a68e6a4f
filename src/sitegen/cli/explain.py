"""`sitegen explain`: what a page is made of, and why it was last made."""

from pathlib import Path

import click

from sitegen.base.format import visible
from sitegen.cli import exits
from sitegen.cli.options import complete_file, root_option
from sitegen.model.config import Flags


@click.command("explain")
@root_option()
@click.option("--data", is_flag=True, help="Print all that the template of PAGE or FILE sees, as JSON.")
@click.argument("target", nargs=-1, required=True, metavar="PAGE|FILE|template NAME", shell_complete=complete_file)
def command(root: Path | None, target: tuple[str, ...], *, data: bool) -> int:
    """Say what a page is made of, and why it was last made.

    PAGE is an address (/articles/x/) or a file of the output, FILE a file of the content. `template NAME` says which
    file of the theme stands for a template, and what it sees. With --data the values themselves are printed, as the
    sources stand now.
    """
    if data:
        return _print_data(root, target)
    from sitegen.pipeline.commands.explain import explain, explain_template

    if target[0] == "template" and len(target) == 2:
        lines = explain_template(root, target[1])
    elif len(target) == 1:
        lines = explain(root, target[0])
    else:
        raise click.UsageError("Name one page or file, or `template` and a name.")
    click.echo("\n".join(map(visible, lines)))
    return exits.GOOD


def _print_data(root: Path | None, target: tuple[str, ...]) -> int:
    from sitegen.cli.console import print_document
    from sitegen.pipeline.commands.pagedata import page_data

    if len(target) > 1:
        raise click.UsageError("With --data, name one page or file.")
    print_document(page_data(root, Flags(), target[0]))
    return exits.GOOD
