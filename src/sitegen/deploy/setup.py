"""Write the workflow with which GitHub builds a site and puts it online."""

import os
import shlex
import tomllib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.digest import digest
from sitegen.base.fs import WORK
from sitegen.base.noun import Noun
from sitegen.deploy.address import GitHub, own_domain, read_github
from sitegen.deploy.origin import Origin
from sitegen.deploy.repository import Repository, find_remote
from sitegen.model.config import Config
from sitegen.write import cannot_write

WORKFLOW = ".github/workflows/pages.yml"
DEPENDABOT = ".github/dependabot.yml"

# The commits that these versions name, as their repositories' tags say; Dependabot keeps them current from then on.
ACTIONS = {
    "checkout": "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
    "setup-python": "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0",
    "cache": "actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5",
    "cache-restore": "actions/cache/restore@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5",
    "configure-pages": "actions/configure-pages@45bfe0192ca1faeb007ade9deae92b16b8254a0d # v6.0.0",
    "upload-pages-artifact": "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0",
    "deploy-pages": "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
}
_PYTHON = "3.13"
_WANTED = "requirements.txt"
_SEAL = "# Unchanged: "
_HEAD = "# Made by `sitegen deploy --setup`. Change what you like: a file that was changed is not written again.\n"
_FROM_LIST = f"python -m pip install -r {_WANTED}"
_HERE = Path(__file__).parent


class SetUp(Noun):
    """What `set_up` did."""

    written: tuple[str, ...]
    """From the repository's top."""
    unchanged: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    url: str
    """Where the site will stand, or empty where the remote does not tell."""
    settings: str
    """The page with the one switch to flip, or empty."""
    domain: str
    """A domain to enter on that page, or empty."""
    commands: tuple[str, ...]
    """What brings the files to GitHub, line by line; nothing where none was written."""


def set_up(
    config: Config, repository: Repository | None, scheduled: Iterable[datetime], origin: Origin, here: Path
) -> SetUp:
    """Write the workflow and the Dependabot entry; a file that a person changed is left as it is.

    The workflow installs sitegen as the site's own folder asks for it, or else from where it was installed here.
    `here` is where the person stands who then types commands. Raises Failure where the system does not let us.
    """
    top = repository.top if repository else config.root
    written, unchanged, diagnostics = [], [], []
    install = _install(config.root, origin)
    if not install:
        diagnostics.append(_unreachable(origin))
    workflow = workflow_text(config, repository, install or _FROM_LIST, tuple(scheduled))
    for name, text in ((WORKFLOW, workflow), (DEPENDABOT, (_HERE / "dependabot.yml").read_text(encoding="utf-8"))):
        file = top / name
        stands = file.read_text(encoding="utf-8") if file.is_file() else None
        if stands == sealed(text) or (name == DEPENDABOT and stands and "github-actions" in stands):
            unchanged.append(name)
        elif stands is None or is_unchanged(stands):
            _write(file, sealed(text), name)
            written.append(name)
        else:
            diagnostics.append(_kept(name, sealed(text), config))
    github = _github(repository, config)
    domain = own_domain(config.site.url)
    url = f"https://{domain}/" if domain else github.url if github else ""
    settings = f"{github.page}/settings/pages" if github else ""
    commands = tuple(_commands(written, config, repository, here)) if written else ()
    return SetUp(tuple(written), tuple(unchanged), tuple(diagnostics), url, settings, domain, commands)


def _commands(written: list[str], config: Config, repository: Repository | None, here: Path) -> Iterator[str]:
    """Give the lines that bring files to GitHub, from wherever the site stands on its way there."""
    top = repository.top if repository else config.root
    if not here.is_relative_to(top):
        yield f"cd {shlex.quote(os.path.relpath(config.root, here))}"
        here = config.root
    if repository is None:
        yield "git init -b main"
    # What was never committed goes as a whole: a workflow alone has nothing to build.
    names = written if repository and repository.head else [""]
    files = " ".join(shlex.quote(os.path.relpath(top / name, here)) for name in names)
    commit = f'git add {files} && git commit -m "Publish with GitHub Pages"'
    remote, branch = config.deploy.remote, repository.branch if repository else "main"
    if repository is None or find_remote(repository, remote) is None:
        yield from (commit, f"git remote add {remote} URL  # of an empty repository on GitHub")
        yield f"git push -u {remote} {branch or 'HEAD'}"
    elif repository.git.ask("rev-parse", "--quiet", "--verify", "@{upstream}") or not branch:
        yield f"{commit} && git push"
    else:
        yield f"{commit} && git push -u {remote} {branch}"


def _write(file: Path, text: str, shown: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise cannot_write(error, shown, stands="nothing was published", elsewhere="") from error


def workflow_text(
    config: Config, repository: Repository | None, install: str, scheduled: tuple[datetime, ...] = ()
) -> str:
    """Return the workflow for a site; `install` is the command that installs sitegen."""
    top = repository.top if repository else config.root
    folder = config.root.relative_to(top).as_posix()
    words = {
        **ACTIONS,
        "branch": _source_branch(repository, config.deploy.remote),
        "schedule": "".join(_schedule(config, scheduled)),
        "folder": folder,
        "prefix": "" if folder == "." else f"{folder}/",
        "python": _PYTHON,
        "install": install,
    }
    text = (_HERE / "pages.yml").read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"<<{word}>>", value)
    return text


def sealed(text: str) -> str:
    """Return a text with a head that tells whether anybody has changed it since."""
    return f"{_HEAD}{_SEAL}{digest(text.encode())}\n{text}"


def is_unchanged(stands: str) -> bool:
    """Tell whether a file is as it was written."""
    head, _, text = stands.replace("\r\n", "\n").partition(_SEAL)
    seal, _, text = text.partition("\n")
    return head == _HEAD and seal == digest(text.encode())


def _kept(name: str, text: str, config: Config) -> Diagnostic:
    beside = config.root / WORK / Path(name).name
    _write(beside, text, f"{WORK}/{beside.name}")
    message = "this file is not as sitegen wrote it, so it was left"
    return problem("deploy/kept", message, Span(name), f"compare it with {WORK}/{beside.name}, which is new")


def _schedule(config: Config, scheduled: tuple[datetime, ...]) -> Iterator[str]:
    """Give the lines that build the site every day where the clock alone can change it."""
    if not scheduled and not config.machines.news_sitemap:
        return
    first = min(scheduled).astimezone(UTC) if scheduled else None
    why = "when scheduled articles appear" if first else "articles leave the news sitemap after two days"
    # GitHub runs late at full hours, when everybody wants it.
    minute, hour = ((first.minute + 3) % 60, (first.hour + (first.minute + 3) // 60) % 24) if first else (17, 4)
    yield "  schedule:\n"
    yield f'    - cron: "{minute} {hour} * * *"  # every day, UTC: {why}\n'


def _source_branch(repository: Repository | None, remote: str) -> str:
    """Return the remote's main branch, else the one that is checked out."""
    if repository is None:
        return "main"
    head = repository.git.ask("symbolic-ref", "--quiet", "--short", f"refs/remotes/{remote}/HEAD")
    return (head or "").removeprefix(f"{remote}/") or repository.branch or "main"


def _install(root: Path, origin: Origin) -> str:
    """Return the command that installs sitegen, or an empty string where no other machine could."""
    project = root / "pyproject.toml"
    about = tomllib.loads(project.read_text(encoding="utf-8")).get("project", {}) if project.is_file() else {}
    if about.get("name") == "sitegen":
        return 'python -m pip install ".[all]"'
    if any(_names_us(line) for line in about.get("dependencies", [])):
        return "python -m pip install ."
    wanted = root / _WANTED
    if wanted.is_file() and any(_names_us(line) for line in wanted.read_text(encoding="utf-8").splitlines()):
        return _FROM_LIST
    return f"python -m pip install {shlex.quote(origin.requirement)}" if origin.requirement else ""


def _unreachable(origin: Origin) -> Diagnostic:
    message = f"sitegen was installed from {origin.place}, which GitHub cannot reach"
    hint = f"say in {_WANTED} where it can be had, as sitegen[all] @ git+https://…, and commit that"
    return problem("deploy/no-origin", message, Span(WORKFLOW), hint)


def _names_us(requirement: str) -> bool:
    name = requirement.strip().partition("sitegen")
    return name[0] == "" and name[1] != "" and not name[2][:1].isalnum() and name[2][:1] not in {"-", "_", "."}


def _github(repository: Repository | None, config: Config) -> GitHub | None:
    remote = find_remote(repository, config.deploy.remote) if repository else None
    return read_github(remote.push) if remote else None
