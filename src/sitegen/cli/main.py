"""The group of commands: each in a module of its own, imported when it is used."""

import errno
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from sitegen import __version__
from sitegen.base.diagnostics import Failure
from sitegen.base.text import nearest
from sitegen.cli import exits

COMMANDS: Mapping[str, tuple[str, str]] = {
    "init": ("sitegen.cli.init", "Start a site: a configuration and first pages to look at."),
    "import": ("sitegen.cli.import_", "Move in from WordPress or Ghost: an export becomes articles."),
    "new": ("sitegen.cli.new", "Start an article."),
    "build": ("sitegen.cli.build", "Build the site into its output folder."),
    "check": ("sitegen.cli.check", "Do all that a build does but write, and name articles that nothing leads to."),
    "list": ("sitegen.cli.list_", "List the articles: all, drafts, those that wait for their day, those of a tag."),
    "related": ("sitegen.cli.related", "Say what an article suggests and why, or where its text could link."),
    "explain": ("sitegen.cli.explain", "Say what a page is made of, and why it was last made."),
    "clean": ("sitegen.cli.clean", "Delete the cache, and the files that builds wrote."),
    "serve": ("sitegen.cli.serve", "Show the site while it is written; saved changes appear at once."),
    "deploy": ("sitegen.cli.deploy", "Put the site online: on GitHub Pages, in a folder, or over rsync."),
}
"""Name to (module with a `command` object, help), in the order in which the help lists them."""

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EIO)


class Commands(click.Group):
    """A group that imports a command's module only when that command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Return the names in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (click's signature)
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name][0]).command
        return command if isinstance(command, click.Command) else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, or say where an option goes that stands before the command."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            command = next(filter(COMMANDS.__contains__, args), "build")
            hint = f"Options go behind the command: sitegen {command} {error.option_name}"
            raise click.UsageError(f'There is no option "{error.option_name}" here. {hint}', ctx) from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant, or say which may have been."""
        name = args[0]
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        near = nearest(name, COMMANDS)
        hint = f'Did you mean "{near}"?' if near else f"There are: {', '.join(COMMANDS)}."
        raise click.UsageError(f'There is no command "{name}". {hint}', ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (click's signature)
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Each command explains itself: sitegen build --help",
)
@click.version_option(__version__, "-V", "--version", prog_name="sitegen", message="%(prog)s %(version)s")
def sitegen() -> None:
    """Turn a folder of Markdown articles into a news site."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    _spell_all()
    try:
        code = sitegen.main(list(arguments), prog_name="sitegen", standalone_mode=False)
        print(end="", flush=True)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt) as stop:
        # To click, a mistake of ours with the end of a file is a wish to stop.
        if isinstance(stop.__cause__, EOFError):
            return _crashed(stop.__cause__, arguments)
        return _interrupted()
    except Failure as failure:
        return _failed(failure)
    except (BrokenPipeError, SystemExit) as stop:
        # Of the first click makes the second, where it comes upon it; it ends with 0 what it says to a shell.
        return exits.GOOD if isinstance(stop, SystemExit) and stop.code == 0 else _pipe_closed()
    except Exception as error:  # noqa: BLE001  (nobody above can do better than to say it plainly)
        if isinstance(error, OSError) and error.filename is None and error.errno in _FULL:
            return _unsaid(error)
        return _crashed(error, arguments)
    return code if isinstance(code, int) else exits.GOOD


def _spell_all() -> None:
    """Let outputs that lack a sign, as pipes of Windows and old locales do, show its number in place of it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _crashed(error: Exception, arguments: Sequence[str]) -> int:
    from sitegen.cli.crash import report

    report(error, arguments)
    return exits.WRONG_SITEGEN


def _interrupted() -> int:
    click.echo("interrupted", err=True)
    return exits.INTERRUPTED


def _failed(failure: Failure) -> int:
    from sitegen.cli.console import Console

    Console(Path.cwd()).diagnostics(failure.diagnostics)
    return exits.code_of(failure)


def _pipe_closed() -> int:
    # The reader has gone (`sitegen … | head`).
    _say_no_more()
    return exits.PIPE_CLOSED


def _unsaid(error: OSError) -> int:
    # The words of the command go to a file on a full disk. No other error of a disk comes here without a name.
    reason = (error.strerror or str(error)).lower()
    click.echo(f"what this command says cannot be written to where it was sent: {reason}", err=True)
    _say_no_more()
    return exits.WRONG_COMMAND


def _say_no_more() -> None:
    """Let what Python flushes at its end not complain again."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
