"""`sitegen clean`: the cache and what builds wrote are taken away, and nothing else."""

from pathlib import Path

import click

from sitegen.base.text import plural
from sitegen.cli import exits
from sitegen.cli.options import root_option


@click.command("clean")
@root_option()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The output folder.")
def command(root: Path | None, out: Path | None) -> int:
    """Delete the cache (.sitegen) and the files that builds wrote; every other file stays."""
    from sitegen.pipeline.clean import clean

    click.echo(f"deleted {plural(clean(root, out), 'file')} of the site, and the cache")
    return exits.GOOD
