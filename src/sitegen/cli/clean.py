"""`sitegen clean`: the cache and what builds wrote are taken away, and nothing else."""

from pathlib import Path

import click

from sitegen.base.text import plural
from sitegen.cli import exits
from sitegen.cli.console import Console
from sitegen.cli.options import out_option, root_option


@click.command("clean")
@root_option()
@out_option()
def command(root: Path | None, out: Path | None) -> int:
    """Delete the cache (.sitegen) and the files that builds wrote; every other file stays."""
    from sitegen.configure.find import site_folder
    from sitegen.pipeline.commands.clean import clean

    console = Console(site_folder(root))
    done = clean(root, out)
    console.diagnostics(done.diagnostics)
    console.say(f"deleted {plural(len(done.deleted), 'file')} of the site, and the cache")
    return exits.GOOD
