"""The house as a test: who may know whom, who may use what, and how large a room may be."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "sitegen"

LAYERS = {
    "base": 0,
    "model": 1,
    "engine": 1,
    "configure": 2,
    "scan": 2,
    "parse": 2,
    "link": 2,
    "route": 2,
    "render": 2,
    "check": 2,
    "write": 2,
    "pipeline": 3,
    "serve": 4,
    "deploy": 4,
    "importers": 4,
    "scaffold": 4,
    "cli": 5,
    "__main__": 6,
}
"""A package or module at the top to its layer. Imports go down, or stay in the package."""

ROOMS = {
    "parse": ("syntax", "draw", "faq", "matter", "foreign", "features", "markdown", "text", "article"),
    "render": ("theme", "pages", "machines", "answers", "kinds"),
    "pipeline": ("audits", "steps", "shortcuts", "make", "build", "commands"),
}
"""By package: its rooms, and the modules that join them. Each knows itself and those before it; the other modules of the
package serve them all, and know none."""

HOMES = {
    "click": ("cli",),
    "jinja2": ("render",),
    "markupsafe": ("render", "model.context"),
    "markdown_it": ("parse",),
    "mdit_py_plugins": ("parse",),
    "frontmatter": ("parse",),
    "yaml": ("parse",),
    "pygments": ("parse",),
    "emoji": ("parse.syntax.emoji",),
    "feedgen": ("render.machines.feeds",),
    "lxml": ("render.machines.feeds", "importers"),
    "math_core": ("parse.draw.formulas",),
    "msgspec": ("base.noun",),
    "nh3": ("render.machines.cleaning",),
    "PIL": ("render.variants", "render.machines.social"),
    "numpy": ("link.related",),
    "pagefind_bin": ("pipeline.steps.searching",),
    "subprocess": ("deploy.git", "deploy.rsync", "pipeline.steps.searching"),
    "starlette": ("serve",),
    "uvicorn": ("serve",),
    "watchfiles": ("serve",),
}
"""A library to the packages and modules that may import it. A library that is not here has no home."""

LARGEST = 400
"""Lines of a module."""

CROWDED = 20
"""Modules of a package from which on its docstring is a map of them."""

UNTESTED: dict[str, str] = {
    "__main__": "one call; tests/cli/test_main.py runs it in a process",
    "base.codes": "a table; tests/base/test_diagnostics.py reads it",
    "importers.nouns": "nouns: data without behaviour, made and used by the modules beside them",
    "model": "nouns: data without behaviour, used by every other test",
    "parse": "one grammar: tests/parse/ holds its texts, by what an author writes and not by module",
    "pipeline.nouns": "a table; whatever is remembered goes through it",
    "route": "one plan: tests/route/test_route.py looks at the whole of it",
    "write": "one act: tests/write/ looks at the folder before and after",
}
"""Modules and packages whose modules have no test of their own name, and why."""


def module_name(file):
    """Return `render.view` for src/sitegen/render/view.py, an empty string for the package itself."""
    parts = file.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(file): file for file in sorted(SOURCE.rglob("*.py")) if "defaults" not in file.parts}


def top(module):
    return module.partition(".")[0]


@cache
def read(module):
    """Return the full names that a module imports, wherever in it the import stands, and its docstring."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    package = module if MODULES[module].name == "__init__.py" else module.rpartition(".")[0]
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            up = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join(part for part in (*(["sitegen"] if node.level else []), *up, node.module or "") if part)
            names += [f"{base}.{alias.name}" for alias in node.names]
    return frozenset(names), ast.get_docstring(tree)


def imported(module):
    return read(module)[0]


@cache
def own_imports(module):
    """Return the modules of sitegen that a module imports."""
    found = set()
    for name in imported(module):
        if name != "sitegen" and not name.startswith("sitegen."):
            continue
        inner = name.removeprefix("sitegen").removeprefix(".")
        while inner not in MODULES:
            inner = inner.rpartition(".")[0]
        found.add(inner)
    return frozenset(found - {module, ""})


def test_every_room_has_its_layer():
    assert [] == [name for name in MODULES if name and top(name) not in LAYERS]


def test_imports_go_down():
    wrong = [
        f"{module} imports {other}"
        for module in MODULES
        if module
        for other in own_imports(module)
        if top(module) != top(other) and LAYERS[top(other)] >= LAYERS[top(module)]
    ]

    assert [] == sorted(wrong)


@pytest.mark.parametrize("package", ROOMS)
def test_rooms_know_those_before_them(package):
    def rank(module):
        name = module.removeprefix(package).removeprefix(".").partition(".")[0]
        return ROOMS[package].index(name) if name in ROOMS[package] else -1 if name else len(ROOMS[package])

    wrong = [
        f"{module} imports {other}"
        for module in MODULES
        if top(module) == package
        for other in own_imports(module)
        if top(other) == package and rank(other) > rank(module)
    ]

    assert [] == sorted(wrong)
    assert [] == [name for name in ROOMS[package] if f"{package}.{name}" not in MODULES]


def test_nothing_inside_comes_in_by_the_public_door():
    wrong = [
        f"{module} imports {name}"
        for module in MODULES
        if module
        for name in imported(module)
        if name.startswith("sitegen.") and name.count(".") == 1 and name.removeprefix("sitegen.") not in MODULES
        if name != "sitegen.__version__"
    ]

    assert [] == sorted(wrong)


def test_no_module_reaches_itself():
    done, path = set(), []

    def visit(module):
        if module in path:
            pytest.fail("a circle: " + " → ".join([*path[path.index(module) :], module]))
        if module in done:
            return
        path.append(module)
        for other in sorted(own_imports(module)):
            visit(other)
        done.add(path.pop())

    for module in MODULES:
        visit(module)


def test_every_library_is_used_at_home_only():
    wrong = [
        f"{module} imports {library}, whose home is {' and '.join(HOMES[library])}"
        for module in MODULES
        for library in {name.partition(".")[0] for name in imported(module)} & HOMES.keys()
        if not any(module == home or module.startswith(f"{home}.") for home in HOMES[library])
    ]

    assert [] == sorted(wrong)


def test_every_library_has_a_home():
    import sys

    known = sys.stdlib_module_names | HOMES.keys() | {"sitegen"}
    wrong = {f"{module} imports {name}" for module in MODULES for name in imported(module) if top(name) not in known}

    assert [] == sorted(wrong)


def test_rooms_are_not_too_large():
    sizes = {module: len(file.read_text(encoding="utf-8").splitlines()) for module, file in MODULES.items()}

    assert {} == {module: lines for module, lines in sizes.items() if lines > LARGEST}


def test_every_module_says_what_becomes_what():
    wrong = []
    for module in MODULES:
        text = read(module)[1]
        if not text or not text.splitlines()[0].endswith((".", "?")):
            wrong.append(module)

    assert [] == wrong


def test_crowded_packages_have_a_map():
    wrong = {}
    for package, file in MODULES.items():
        modules = {other.stem for other in file.parent.glob("[!_]*.py")} if file.name == "__init__.py" else set()
        if package and len(modules) >= CROWDED:
            named = set(re.findall(r"`(\w+)`", read(package)[1]))
            wrong |= {package: modules ^ named} if modules != named else {}

    assert {} == wrong


def test_names_say_what_is_inside():
    vague = re.compile(r"(^|[._])(utils?|helpers?|common|misc|manager|handlers?|tools)($|[._])")

    assert [] == [module for module in MODULES if vague.search(module)]


def lacking_tests():
    """Return the modules that have no test of their own name."""
    tests = {file.relative_to(ROOT / "tests").as_posix() for file in (ROOT / "tests").rglob("test_*.py")}
    lacking = []
    for module, file in MODULES.items():
        folder, _, name = module.replace(".", "/").rpartition("/")
        if file.name != "__init__.py" and f"{folder}/test_{name}.py".lstrip("/") not in tests:
            lacking.append(module)
    return lacking


def excuses(module):
    """Return the exceptions that a module falls under."""
    return [name for name in UNTESTED if module == name or module.startswith(f"{name}.")]


def test_every_module_has_its_test():
    assert [] == [module for module in lacking_tests() if not excuses(module)]


def test_the_exceptions_are_needed():
    used = {name for module in lacking_tests() for name in excuses(module)}

    assert [] == [name for name in UNTESTED if name not in used]


def test_every_layer_and_every_home_is_used():
    used = {(name.partition(".")[0], module) for module in MODULES for name in imported(module)}
    empty = [
        f"{library} in {home}"
        for library, homes in HOMES.items()
        for home in homes
        if not any(name == library and f"{module}.".startswith(f"{home}.") for name, module in used)
    ]

    assert [] == [*empty, *(name for name in LAYERS if name not in MODULES)]
