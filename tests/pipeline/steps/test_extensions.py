"""A module of the site becomes what it hands over; one that cannot be loaded is told of with its line."""

from pathlib import Path

import pytest
from tests.kit.nouns import config
from tests.kit.site import SiteBench

from sitegen.base.diagnostics import Failure
from sitegen.pipeline.steps.extensions import load_extensions

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


def test_a_module_that_ends_the_process_fails_to_load(tmp_path: Path) -> None:
    assert [("one.py", 3, "the extension fails to load: SystemExit: 3")] == wrong(
        tmp_path, one="import sys\n\nsys.exit(3)\n"
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("checks=(len)", ("one.py", 3, '"checks" must be a tuple of functions')),
        ("markdown=len", ("one.py", 3, '"markdown" must be a tuple of functions')),
        ('routers=("len",)', ("one.py", 3, '"routers" must be a tuple of functions')),
        ("linkers=None", ("one.py", 3, '"linkers" must be a tuple of functions')),
        ('filters={"a": "len"}', ("one.py", 3, '"filters" must be functions by their names')),
        ("filters=[len]", ("one.py", 3, '"filters" must be functions by their names')),
    ],
)
def test_what_cannot_be_called_is_told_where_it_is_handed_over(
    told: str, expected: tuple[str, int, str], tmp_path: Path
) -> None:
    """A tuple of one without its comma above all."""
    assert [expected] == wrong(tmp_path, one=GOOD.format(name="a").replace('"a"', f'"a", {told}'))


@pytest.mark.parametrize("seam", ["markdown", "linkers", "routers", "checks"])
def test_an_extension_that_fails_later_is_named_with_its_line(seam: str, tmp_path: Path) -> None:
    site = SiteBench(tmp_path / "site", SITE).write("ext.py", FAILING.replace("SEAM", seam)).build(workers=2)

    assert "ext.py:7: error: the extension fails: ZeroDivisionError: division by zero [configure/extension]\n" == (
        site.said
    )


def test_a_rule_that_fails_in_a_worker_is_named_with_its_line(tmp_path: Path) -> None:
    site = SiteBench(tmp_path / "site", SITE).write("ext.py", RULE)
    for number in range(100):
        site.write(f"content/a{number}.md", f"---\ntitle: A{number}\ndate: 2026-11-01\n---\nText.\n")
    site.build(workers=2)

    assert "ext.py:5: error: the extension fails: KeyError: 'words' [configure/extension]\n" == site.said


@pytest.mark.parametrize(
    ("seam", "message"),
    [
        ("linkers", "a linker must return a mapping, not nothing"),
        ("routers", "this must return a tuple of Page, not nothing"),
        ("checks", "this must return a tuple of Diagnostic, not nothing"),
    ],
)
def test_an_extension_that_hands_over_something_else_is_named_with_its_line(
    seam: str, message: str, tmp_path: Path
) -> None:
    """A function without a `return` above all."""
    text = FAILING.replace("SEAM", seam).replace("return 1 / 0", "pass")
    site = SiteBench(tmp_path / "site", SITE).write("ext.py", text).build()

    assert f"ext.py:4: error: {message} [configure/extension]\n" == site.said


SITE = """\
-- sitegen.toml --
extensions = ["ext.py"]

[site]
title = "The Weights"
url = "https://news.example/"
-- content/a.md --
---
title: Weights
date: 2026-11-01
---
Text.
"""
FAILING = """\
from sitegen.model.seams import Extension


def fail(_):
    # A comment, so that the line is another than the function's.

    return 1 / 0


extension = Extension(name="failing", SEAM=(fail,))
"""
RULE = """\
from sitegen.model.seams import Extension


def count(state):
    state.env["words"] += 1


extension = Extension(name="counting", markdown=(lambda md: md.core.ruler.push("count", count),))
"""


@pytest.mark.parametrize(
    ("module", "column", "message", "hint"),
    [
        ("def x(:\n", 7, "the extension fails to load: SyntaxError: invalid syntax", "mend the module"),
        (
            "import no_such.thing\n",
            0,
            "the extension fails to load: ModuleNotFoundError: No module named 'no_such'",
            'correct the name, or install what brings "no_such" beside sitegen',
        ),
        (
            "words = 1\nwrods\n",
            0,
            "the extension fails to load: NameError: name 'wrods' is not defined",
            'did you mean "words"?',
        ),
        (
            "from pathlib import Path\nPath().exist()\n",
            0,
            "the extension fails to load: AttributeError: 'PosixPath' object has no attribute 'exist'",
            'did you mean "exists"?',
        ),
    ],
)
def test_a_module_that_cannot_be_loaded_is_told_with_what_mends_it(
    tmp_path: Path, module: str, column: int, message: str, hint: str
) -> None:
    with pytest.raises(Failure) as caught:
        load(tmp_path, one=module)
    [found] = caught.value.diagnostics

    assert (column, message, hint) == (found.span.column, found.message, found.hint)


def test_a_filter_that_fails_is_told_at_its_own_line_with_the_one_that_calls_it(tmp_path: Path) -> None:
    archive = """\
-- sitegen.toml --
extensions = ["desk.py"]
-- desk.py --
from sitegen import Extension

def loud(text):
    raise RuntimeError("broken")

extension = Extension(name="desk", filters={"loud": loud})
-- templates/partials/footer.html --
<footer>
{{ site.title|loud }}
</footer>
-- content/a.md --
---
title: A
date: 2026-11-01
---
Text.
"""
    bench = SiteBench(tmp_path, archive).build()

    assert "desk.py:4: error: broken (RuntimeError) [render/template-error]" in bench.said
    assert ["mend the function, or what templates/partials/footer.html:2 gives it"] == [
        found.hint for found in bench.diagnostics
    ]


@pytest.mark.parametrize(
    ("seam", "given", "parameters"),
    [("linkers", "the site", ""), ("routers", "the site", "site, more"), ("markdown", "the parser", "")],
)
def test_a_function_that_does_not_take_what_it_gets_is_told_at_its_line(
    tmp_path: Path, seam: str, given: str, parameters: str
) -> None:
    module = (
        f"from sitegen import Extension\n\ndef own({parameters}):\n    return ()\n\n"
        f'extension = Extension(name="own", {seam}=(own,))\n'
    )
    article = "---\ntitle: A\ndate: 2026-11-01\n---\nText.\n"
    archive = f'-- sitegen.toml --\nextensions = ["own.py"]\n-- own.py --\n{module}-- content/a.md --\n{article}'
    (found,) = SiteBench(tmp_path, archive).build().diagnostics

    assert ("configure/extension", "own.py", 3) == (found.code, found.span.path, found.span.line)
    assert found.message.startswith(f'what stands in "{seam}" is called with {given} and nothing else, but own() ')
    assert f"write def own({given.rpartition(' ')[2]}): …" == found.hint


def test_a_seam_with_a_slip_in_its_name_is_told_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(Failure) as caught:
        load(tmp_path, one='from sitegen import Extension\n\nextension = Extension(name="own", linker=())\n')

    assert ['did you mean "linkers"?'] == [found.hint for found in caught.value.diagnostics]
