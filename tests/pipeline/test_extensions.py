"""A module of the site becomes what it hands over; one that cannot be loaded is told of with its line."""

from pathlib import Path

import pytest
from tests.kit.nouns import config

from sitegen.base.diagnostics import Failure
from sitegen.pipeline.extensions import load_extensions

GOOD = 'from sitegen.model.seams import Extension\n\nextension = Extension(name="{name}")\n'


def load(root: Path, **modules: str) -> list[str]:
    """Write modules, load them all, and return the names of what they hand over."""
    for name, text in modules.items():
        (root / f"{name}.py").write_text(text, "utf-8")
    extensions = load_extensions(config(root=root, extensions=tuple(f"{name}.py" for name in modules)))
    return [extension.name for extension in extensions]


def wrong(root: Path, **modules: str) -> list[tuple[str, int, str]]:
    """Return file, line and message of what is wrong with modules."""
    with pytest.raises(Failure) as caught:
        load(root, **modules)
    return [(found.span.path, found.span.line, found.message) for found in caught.value.diagnostics]


def test_extensions_come_in_the_order_in_which_the_site_names_them(tmp_path: Path) -> None:
    assert ["b", "a"] == load(tmp_path, two=GOOD.format(name="b"), one=GOOD.format(name="a"))


def test_an_edited_module_is_loaded_again(tmp_path: Path) -> None:
    """Even within the second in which it was loaded first."""
    assert ["a"] == load(tmp_path, one=GOOD.format(name="a"))
    assert ["b"] == load(tmp_path, one=GOOD.format(name="b"))


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    broken = "import math\n\nmath.root(2)\n"

    assert [
        ("broken.py", 3, "the extension fails to load: AttributeError: module 'math' has no attribute 'root'"),
        ("empty.py", 0, "the module has no variable `extension`"),
    ] == wrong(tmp_path, broken=broken, empty="")


def test_a_module_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        load_extensions(config(root=tmp_path, extensions=("gone.py",)))

    assert [("configure/extension", "gone.py")] == [(one.code, one.span.path) for one in caught.value.diagnostics]
