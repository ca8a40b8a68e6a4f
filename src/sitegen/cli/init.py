"""`sitegen init`: an empty folder becomes a site."""

import shlex
from datetime import UTC, datetime
from pathlib import Path

import click

from sitegen.cli import exits
from sitegen.cli.options import site_url_option


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--title", help="The publication's name; else made from the folder's.")
@site_url_option("--url", help_text="Where the site will stand.", default="http://localhost:8000/")
def command(folder: Path, title: str | None, url: str) -> int:
    """Start a site in FOLDER, or here: a configuration and first pages to look at.

    Nothing that is there already is overwritten.
    """
    from sitegen.base.fs import real
    from sitegen.configure.find import configuration_in
    from sitegen.scaffold import start_site

    if there := configuration_in(folder):
        click.echo(
            f"there is a site already: {there}\n  hint: go on with `sitegen serve`, or name another folder", err=True
        )
        return exits.WRONG_COMMAND
    words = real(folder).name.replace("-", " ").replace("_", " ").strip()
    name = title or words[:1].upper() + words[1:] or "News"
    started = start_site(folder, title=name, url=url, today=datetime.now(UTC).astimezone().date())
    click.echo(f'Started "{name}":')
    for file in started.written:
        click.echo(f"  {(folder / file).as_posix()}")
    for file in started.kept:
        click.echo(f"  {(folder / file).as_posix()} was there and is as it was")
    click.echo("\nNext:")
    if real(folder) != Path.cwd():
        click.echo(f"  cd {shlex.quote(str(folder))}")
    else:
        click.echo("  edit sitegen.toml")
    click.echo("  sitegen serve")
    click.echo('  sitegen new "Your first headline"')
    return exits.GOOD
