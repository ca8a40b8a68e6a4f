"""`sitegen explain`: what a page is made of, and why it was last made."""

from pathlib import Path

import click

from sitegen.base.format import visible
from sitegen.cli import exits
from sitegen.cli.options import complete_file, root_option


@click.command("explain")
@root_option()
@click.argument("target", nargs=-1, required=True, metavar="PAGE|FILE|template NAME", shell_complete=complete_file)
def command(root: Path | None, target: tuple[str, ...]) -> int:
    """Say what a page is made of, and why it was last made.

    PAGE is an address (/articles/x/) or a file of the output, FILE a file of the content. `template NAME` says which
    file of the theme stands for a template, and what it sees.
    """
    from sitegen.pipeline.commands.explain import explain, explain_template

    if target[0] == "template" and len(target) == 2:
        lines = explain_template(root, target[1])
    elif len(target) == 1:
        lines = explain(root, target[0])
    else:
        raise click.UsageError("Name one page or file, or `template` and a name.")
    click.echo("\n".join(map(visible, lines)))
    return exits.GOOD
