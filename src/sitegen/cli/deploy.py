"""`sitegen deploy`: a site goes online."""

from pathlib import Path
from typing import Any

import click

from sitegen.base.diagnostics import Failure
from sitegen.base.format import Format
from sitegen.base.text import plural
from sitegen.cli import exits
from sitegen.cli.console import Console
from sitegen.cli.options import (
    complete_file,
    output_options,
    root_option,
    site_url_option,
    strict_option,
    time_option,
    workers_option,
)
from sitegen.cli.summary import moment, size
from sitegen.configure.find import site_folder
from sitegen.deploy.folder import Put
from sitegen.deploy.publishing import Deployed, Wish, deploy_branch, deploy_elsewhere, prepare_pages
from sitegen.deploy.setup import SetUp
from sitegen.model.config import Flags
from sitegen.model.report import due

_SHOWN = 20
"""Paths of one kind that a dry run lists."""


@click.command("deploy")
@click.argument("method", type=click.Choice(["branch", "folder", "rsync"]), default="branch")
@click.argument("target", required=False, shell_complete=complete_file)
@click.option("--setup", is_flag=True, help="Write the workflow with which GitHub builds and publishes the site.")
@click.option("--remote", help="Which git remote to publish to; else deploy.remote.", metavar="NAME")
@click.option("--branch", help="Which branch to publish to; else deploy.branch.", metavar="NAME")
@click.option("--take-over", is_flag=True, help="Replace files that another tool has published there.")
@click.option("-n", "--dry-run", "dry", is_flag=True, help="Show what would change, and change nothing.")
@click.option("--ping", is_flag=True, help="Then tell feeds.hubs and IndexNow what is new.")
@root_option()
@site_url_option("--base-url", help_text="Where the site will stand, in place of site.url.")
@time_option("--now", "Publish as if it were this time.")
@strict_option()
@workers_option()
@output_options
def command(
    method: str,
    target: str | None,
    root: Path | None,
    form: Format,
    remote: str | None,
    branch: str | None,
    *,
    setup: bool,
    take_over: bool,
    dry: bool,
    ping: bool,
    quiet: bool,
    **given: Any,
) -> int:
    """Build the site afresh and put it online, on a branch that GitHub Pages serves.

    `sitegen deploy folder TARGET` and `sitegen deploy rsync HOST:FOLDER` bring it elsewhere. What others have put there
    stays. `sitegen deploy --setup` lets GitHub build and publish it at every push instead.
    """
    if setup and (method != "branch" or target or remote or branch or take_over or dry or ping):
        raise click.UsageError("--setup publishes nothing from here: leave out what says where to and how.")
    if method != "branch" and target is None:
        raise click.UsageError(f"Say where to: sitegen deploy {method} TARGET")
    if method == "branch" and target is not None:
        raise click.UsageError("Name the branch with --branch.")
    if method != "branch" and (remote or branch):
        raise click.UsageError("--remote and --branch are for branches only.")
    if method == "folder" and take_over:
        raise click.UsageError("--take-over is for branches and rsync only.")
    console = Console(site_folder(root), form, quiet=quiet)
    wish = Wish(Flags(**given), take_over=take_over, dry=dry, ping=ping)
    try:
        if setup:
            return _tell_set_up(prepare_pages(root, wish.flags, console.progress), console)
        if target is None:
            done = deploy_branch(root, wish, remote=remote, branch=branch, progress=console.progress)
        else:
            done = deploy_elsewhere(root, wish, method=method, target=target, progress=console.progress)
    except Failure as failure:
        return console.refuse(failure, "nothing was published")
    finally:
        console.clear()
    if form == "json":
        console.document(_document(done, dry=dry), done.diagnostics)
    else:
        console.diagnostics(done.diagnostics)
        console.say("\n".join(_lines(done, dry=dry)))
    return exits.GOOD


def _lines(done: Deployed, *, dry: bool) -> list[str]:
    put = done.put
    changed = len(put.added) + len(put.changed) + len(put.removed)
    lines = [f"{'Would publish' if dry else 'Published'} to {put.target}"]
    if not changed:
        lines = [f"{put.target} holds this site already; nothing was changed"]
    counts = [f"{plural(len(done.fresh.files), 'file')}, {size(done.fresh.bytes)}"]
    counts += [f"{len(paths):,} {word}" for word, paths in _kinds(put) if paths]
    if put.kept:
        counts.append(f"{plural(len(put.kept), 'file')} of others kept")
    if put.commit:
        counts.append(f"commit {put.commit[:10]}")
    lines.append(" · ".join(counts))
    if dry:
        for word, paths in _kinds(put):
            lines += [f"  {word:<8} {path}" for path in paths[:_SHOWN]]
            if len(paths) > _SHOWN:
                lines.append(f"  {word:<8} and {len(paths) - _SHOWN:,} more")
    lines += done.told
    lines += _next(done)
    lines.append(done.url)
    return lines


def _kinds(put: Put) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("new", put.added), ("changed", put.changed), ("removed", put.removed))


def _next(done: Deployed) -> list[str]:
    scheduled = due(done.fresh.report.hidden)
    lines = []
    if scheduled:
        otherwise = ", or use --setup" if done.put.on_branch else ""
        lines.append(f"{len(scheduled):,} scheduled (next: {moment(min(scheduled))}): deploy again then{otherwise}")
    if done.put.first:
        lines.append("If it is the first time: Settings → Pages → Source: Deploy from a branch → this branch, / (root)")
    return lines


def _document(done: Deployed, *, dry: bool) -> dict[str, object]:
    put = done.put
    return {
        "published": not dry,
        "url": done.url,
        "target": put.target,
        "commit": put.commit,
        "new": list(put.added),
        "changed": list(put.changed),
        "removed": list(put.removed),
        "kept": list(put.kept),
        "files": len(done.fresh.files),
        "bytes": done.fresh.bytes,
        "told": list(done.told),
    }


def _tell_set_up(done: SetUp, console: Console) -> int:
    if console.format == "json":
        about = {"written": done.written, "unchanged": done.unchanged, "url": done.url}
        console.document({**about, "settings": done.settings, "domain": done.domain}, done.diagnostics)
        return exits.GOOD
    console.diagnostics(done.diagnostics)
    lines = [f"Wrote {name}" for name in done.written]
    lines += [f"{name} is as it should be" for name in done.unchanged]
    lines.append("\nNext:")
    lines += [f"  {line}" for line in done.commands]
    where = done.settings or "on GitHub, Settings → Pages"
    lines.append(f"  {where}: Build and deployment → Source: GitHub Actions")
    if done.domain:
        lines.append(f"  there as well, Custom domain: {done.domain}")
    if done.url:
        lines.append(f"\nThe site will stand at {done.url}")
    console.say("\n".join(lines))
    return exits.GOOD
