"""Options that several commands share."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
Decorator = Callable[[Decorated], Decorated]


class Number(click.IntRange):
    """A whole number, with words for one that is none."""

    name = "whole number"


def _moment(_: click.Context, __: click.Parameter, value: str | None) -> datetime | None:
    """Return a date and time as authors write it, without a zone where it names none, so that the site's is meant."""
    if value is None:
        return None
    from zoneinfo import ZoneInfo

    from sitegen.base.dates import DateError, read_date

    try:
        here, elsewhere = (read_date(value, ZoneInfo(zone)) for zone in ("Etc/UTC", "Asia/Tokyo"))
    except DateError as error:
        raise click.BadParameter(f"{error}; {error.hint}") from None
    # Only a time that names its zone is the same moment wherever it is read.
    return here if here == elsewhere else here.replace(tzinfo=None)


def complete_file(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Let the shell complete an argument that may name a file with the files that there are."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _site_url(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from sitegen.configure.values import site_url

    if wrong := site_url(value):
        raise click.BadParameter(f'"{value}" {"; ".join(part for part in wrong if part)}')
    return value


def site_url_option(name: str, *, help_text: str, default: str | None = None) -> Decorator[Any]:
    """Return an option that takes the full address of a site."""
    return click.option(name, metavar="URL", callback=_site_url, help=help_text, default=default)


def root_option() -> Decorator[Any]:
    """`--root`: which site."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="The site's folder; else the nearest one upward that has a configuration.",
    )


def out_option() -> Decorator[Any]:
    """`--out`: where the site lies that a build wrote."""
    return click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The output folder.")


def time_option(name: str, text: str) -> Decorator[Any]:
    """Return an option that takes a moment."""
    return click.option(name, metavar="TIME", callback=_moment, help=text)


def strict_option() -> Decorator[Any]:
    """`--strict`: how warnings count."""
    return click.option("--strict/--no-strict", default=None, help="Treat warnings as errors.")


def workers_option() -> Decorator[Any]:
    """`--workers`: how many processes."""
    return click.option("--workers", type=Number(min=0), help="Processes to use; 0: as many as there are cores.")


def _all(*options: Decorator[Any]) -> Decorator[Any]:
    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _form() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


site_options = _all(
    root_option(),
    out_option(),
    site_url_option("--base-url", help_text="Where the site will stand, in place of site.url."),
    click.option("--drafts/--no-drafts", default=None, help="Publish drafts as well."),
    time_option("--now", "Build as if it were this time: 2026-12-01 09:00."),
    strict_option(),
    workers_option(),
)
"""What changes the configuration for one run."""

output_options = _all(
    click.option(
        "--format",
        "form",
        type=click.Choice(["text", "short", "github", "json"]),
        default=_form,
        show_default="text; in GitHub Actions github",
        help="How diagnostics are written.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="Print errors only."),
)
"""How a command speaks."""
