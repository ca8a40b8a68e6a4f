"""Every dependency has its reason in CONTRIBUTING.md."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST = 24
"""Packages that the core may install, itself included."""


def declared() -> dict[str, list[str]]:
    """Return the packages that pyproject.toml names, of the core and of each extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = {"": project["dependencies"], **project["optional-dependencies"]}
    return {extra: [re.split(r"[\[>=; ]", line)[0] for line in lines] for extra, lines in lists.items()}


def chapter() -> str:
    return (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Dependencies", 1)[1]


def test_every_dependency_of_the_core_has_a_line_with_its_reason():
    lines = re.findall(r"^\| `([\w-]+)` \| .{10,} \|$", chapter(), re.MULTILINE)

    assert declared()[""] == lines


def test_every_package_of_an_extra_has_its_reason():
    text = chapter()

    assert [] == [
        f"{extra}: {name}"
        for extra, names in declared().items()
        for name in names
        if name != "sitegen" and f"`{name}`" not in text
    ]


def test_the_core_installs_few_packages():
    table = chapter().split("\n\n")[2]
    installed = set(re.findall(r"`([\w-]+)`", table)) | {"sitegen"}

    assert f"The core installs {len(installed)} packages" in chapter()
    assert len(installed) <= MOST
