"""An expression that is compiled late is the one that was compiled at once."""

import importlib
import pkgutil
import re
from pathlib import Path

import sitegen
from sitegen.base.patterns import regex


def test_it_finds_what_the_compiled_one_finds():
    late, early = regex(r"(\d+)-(?P<name>x)", re.IGNORECASE), re.compile(r"(\d+)-(?P<name>x)", re.IGNORECASE)

    assert early.findall("1-x 22-X") == late.findall("1-x 22-X")
    assert early.sub("<>", "1-x") == late.sub("<>", "1-x") == "<>"
    assert (early.pattern, early.flags, early.groups) == (late.pattern, late.flags, late.groups)


def test_bytes_as_well():
    assert [b"a"] == regex(rb"\w").findall(b"a")


def expressions(value):
    """Yield those that a module has by name, or in a table."""
    if type(value).__name__ == "_Pattern":
        yield value
    elif isinstance(value, dict | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from expressions(inner)


def test_every_expression_of_ours_can_be_compiled():
    found = [
        one
        for module in pkgutil.walk_packages(sitegen.__path__, "sitegen.")
        if not module.name.endswith("__main__")
        for name, value in vars(importlib.import_module(module.name)).items()
        if not name.startswith("__")
        for one in expressions(value)
    ]

    assert len(found) > 100
    assert all(one.pattern for one in found)


def test_no_group_is_repeated_possessively():
    """Python before 3.11.5 backtracks into such a group (github.com/python/cpython/issues/106052), not into `(?>`."""
    source = Path(sitegen.__file__).parent
    group = re.compile(r"(?<!\()\)(?:[*+?]|\{[\d,]+\})\+")

    assert ["(?:a)++"] == [text for text in ("(?>a+)", "(a++)", "(?:a)++") if group.search(text)]
    assert [] == [file.name for file in source.rglob("*.py") if group.search(file.read_text(encoding="utf-8"))]
