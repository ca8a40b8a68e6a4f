"""`sitegen new`: a headline becomes the beginning of an article."""

import os
from pathlib import Path

import click

from sitegen.cli import exits
from sitegen.cli.options import root_option


@click.command("new")
@click.argument("words", nargs=-1, required=True, metavar="HEADLINE")
@click.option("--section", default="", help="The section it belongs to.")
@click.option("--author", default="", help="A profile in content/authors/, or a name.")
@click.option("--edit", is_flag=True, help="Open the file in the editor that EDITOR names.")
@root_option()
def command(words: tuple[str, ...], section: str, author: str, *, edit: bool, root: Path | None) -> int:
    """Start an article named HEADLINE, as a draft.

    Prints the file, which is never an existing one.
    """
    from sitegen.configure import configure
    from sitegen.model.config import Flags
    from sitegen.scaffold import article_file, article_text, write_new

    if edit and not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
        raise click.UsageError("EDITOR names no editor for --edit: set it, as in EDITOR=nano, or leave --edit out.")
    headline = " ".join(words)
    if len(words) > 1:
        raise click.UsageError(f'A headline of several words wants quotes: sitegen new "{headline}"')
    config = configure(root, Flags())
    file = article_file(config, headline, section)
    if file.name == ".md":
        raise click.BadParameter(f'"{headline}" has no letter that a file name could be made of', param_hint="HEADLINE")
    bundle = file.with_suffix("") / "index.md"
    if bundle.exists() or not write_new(file, article_text(config, headline, section=section, author=author)):
        there = bundle if bundle.exists() else file
        name = there.relative_to(config.root).as_posix()
        click.echo(
            f"there is an article of that name: {name}\n  hint: write on there, or choose another headline", err=True
        )
        return exits.WRONG_COMMAND
    click.echo(file.relative_to(config.root).as_posix())
    if edit:
        click.edit(filename=str(file))
    return exits.GOOD
