"""`sitegen serve`: a folder becomes a site to look at while it is written."""

import socket
import sys
import threading
import traceback
import webbrowser
from contextlib import ExitStack
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

import click

from sitegen.base.diagnostics import Diagnostic, Failure
from sitegen.base.format import tally
from sitegen.base.fs import WORK
from sitegen.base.text import plural
from sitegen.cli import exits
from sitegen.cli.console import Console
from sitegen.cli.options import Number, root_option, site_url_option, time_option
from sitegen.cli.summary import seconds, summary
from sitegen.model.config import Flags
from sitegen.serve.builder import Outcome
from sitegen.serve.port import PortTaken, is_loopback, listen, url_of


@click.command("serve")
@root_option()
@click.option("--port", type=Number(0, 65535), default=8000, show_default=True, help="0: any free one.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="0.0.0.0 shows the preview, drafts and all, to the network."
)
@click.option("--open", "opened", is_flag=True, help="Open a browser.")
@click.option(
    "--drafts/--no-drafts",
    default=None,
    help="Show drafts and scheduled articles; the default, unless --at is given.",
)
@time_option("--at", "Show the site as it will be then: 2026-12-01 09:00.")
@site_url_option("--base-url", help_text="Where the site will stand, in place of site.url.")
def command(
    root: Path | None,
    port: int,
    host: str,
    *,
    opened: bool,
    drafts: bool | None,
    at: datetime | None,
    base_url: str | None,
) -> int:
    """Show the site while it is written.

    Every saved change appears in the open pages; mistakes are shown over them until they are mended. Nothing is written
    to the output folder. Ctrl-C ends the preview.
    """
    from sitegen.engine.lock import hold
    from sitegen.engine.workers import usual_collections
    from sitegen.pipeline.refusals import refusals
    from sitegen.serve.pipeline import PipelineBuilder
    from sitegen.serve.preview import Preview

    folder = _site(root)
    work = folder / WORK / "preview"
    shown = at is None if drafts is None else drafts
    flags = Flags(out=work / "site", base_url=base_url, drafts=shown, future=shown, now=at)
    console = Console(folder)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # a log shows each line as it comes
    with ExitStack() as held:
        held.enter_context(usual_collections())
        with refusals(folder, "."):
            try:
                held.enter_context(hold(work / "lock", 0.0))
            except BlockingIOError:
                raise click.UsageError(
                    "A preview of this site is running already: look at that one, or end it first."
                ) from None
        listening = held.enter_context(_listen(host, port))
        teller = _Teller(console)
        builder = PipelineBuilder(folder, flags, console.progress)
        preview = Preview(builder, root=folder, folder=work / "site", tell=teller.built)

        def ready(base: str) -> None:
            url = url_of(listening, host, base)
            _announce(url, console, public=not is_loopback(host), drafts=shown)
            if opened:
                threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()

        preview.run(listening, host, ready=ready)
    return exits.GOOD


def _announce(url: str, console: Console, *, public: bool, drafts: bool) -> None:
    """Say where the preview is, and who else can see it."""
    console.say(f"Serving {url} · Ctrl-C ends")
    if public:
        console.note(
            f"WARNING: everybody who reaches this machine by the network can read this preview"
            f"{', drafts included' if drafts else ''}. Leave out --host to keep it to yourself."
        )


class _Teller:
    """Says on the terminal what each build gave."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._said: frozenset[Diagnostic] = frozenset()
        """Warnings that stand above already."""

    def built(self, outcome: Outcome, changed: frozenset[str]) -> None:
        """Print one outcome; a warning that still holds is not repeated."""
        if outcome.crash is not None:
            self._console.note("".join(traceback.format_exception(outcome.crash)))
            self._console.note("sitegen failed; this is a mistake of its own. The last good site is still shown.")
            return
        fresh = [each for each in outcome.diagnostics if each.fatal or each not in self._said]
        self._said = frozenset(each for each in outcome.diagnostics if not each.fatal)
        self._console.diagnostics(fresh)
        if outcome.report is None:
            self._console.note(f"{tally(outcome.diagnostics)} · the last good site is still shown")
        elif not changed:
            self._console.say(summary(outcome.report))
        else:
            written = plural(len(outcome.report.written), "file")
            self._console.say(f"{_first_of(changed)} → {written} rewritten · {seconds(outcome.seconds)}")


def _first_of(changed: frozenset[str]) -> str:
    first = min(changed)
    return first if len(changed) == 1 else f"{first} and {len(changed) - 1:,} more"


def _site(root: Path | None) -> Path:
    """Return the site's folder. What is wrong with its configuration can be mended while the preview runs."""
    from sitegen.configure.find import find_site, site_folder

    try:
        return find_site(root).root
    except Failure as failure:
        if exits.code_of(failure) == exits.WRONG_COMMAND:
            raise
        return site_folder(root)


def _listen(host: str, port: int) -> socket.socket:
    try:
        return listen(host, port)
    except PortTaken as taken:
        words = f"Port {taken.port} is taken by another program."
        if not taken.free:
            raise click.UsageError(f"{words} Name another with --port.") from None
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise click.UsageError(f"{words} This one is free: --port {taken.free}") from None
        if not click.confirm(f"{words} Use {taken.free}?", default=True, err=True):
            raise click.Abort from None
        return _listen(host, taken.free)
    except OSError as error:
        raise click.UsageError(f"Cannot listen at {host}, port {port}: {error.strerror or error}") from None
