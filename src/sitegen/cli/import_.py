"""`sitegen import`: what WordPress or Ghost exports becomes a folder of articles."""

import os
from pathlib import Path

import click

from sitegen.base.diagnostics import Failure
from sitegen.base.format import Format, tally
from sitegen.base.text import plural
from sitegen.cli import exits
from sitegen.cli.console import Console
from sitegen.cli.options import output_options, site_url_option


@click.command("import")
@click.argument("export", type=click.Path(exists=True, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option(
    "--media",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A copy of wp-content/uploads or content/images, to take files from.",
)
@click.option("--download", is_flag=True, help="Fetch files from the old site.")
@site_url_option("--url", help_text="Where the old site stands; an export of Ghost does not say it.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Take this type of WordPress as articles as well.")
@output_options
def command(
    export: Path,
    folder: Path,
    media: Path | None,
    url: str | None,
    types: tuple[str, ...],
    form: Format,
    *,
    download: bool,
    quiet: bool,
) -> int:
    """Write the articles of EXPORT into FOLDER, or here: of WordPress (XML, or a folder of them) or Ghost (JSON).

    Says what was left out, and what a person should look at. Nothing that is there already is overwritten.
    """
    from sitegen.configure import configure
    from sitegen.configure.find import configuration_in
    from sitegen.importers import Wish, import_site
    from sitegen.model.config import Flags
    from sitegen.scaffold import local_zone

    console = Console(folder, form, quiet=quiet, again="--format short")
    config = configure(folder, Flags()) if configuration_in(folder) else None
    wish = Wish(export, folder, url or "", media, download, types, local_zone(os.environ))
    try:
        done = import_site(wish, config, console.progress)
    except Failure as failure:
        console.diagnostics(failure.diagnostics)
        return exits.code_of(failure)
    finally:
        console.clear()
    if form == "json":
        about = {"program": done.program, "counts": done.counts, "left_out": done.left, "unpublished": done.hidden}
        console.document({**about, "written": done.written, "kept": done.kept}, done.diagnostics)
        return exits.GOOD
    console.diagnostics(done.diagnostics)
    said = [plural(count, what.removesuffix("s")) for what, count in done.counts.items() if count]
    console.say(f"Imported from {done.program}: {' · '.join(said) or 'nothing'}")
    for why, count in done.hidden.items():
        console.say(f"  not public: {why} ({count:,})")
    for what, count in done.left.items():
        console.say(f"  left out: {what} ({count:,})")
    console.say(f"{plural(len(done.written), 'file')} written, {done.kept:,} unchanged · {tally(done.diagnostics)}")
    return exits.GOOD
