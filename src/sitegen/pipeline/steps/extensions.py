"""The modules that a site names under `extensions` become the values they hand over."""

import importlib.util
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from sitegen.base.diagnostics import Diagnostic, Failure, Span, problem
from sitegen.base.fs import within
from sitegen.base.noun import field_names, replace
from sitegen.base.patterns import regex
from sitegen.base.text import nearest
from sitegen.model.config import Config
from sitegen.model.output import Page
from sitegen.model.seams import Extension
from sitegen.model.site import Site

Thing = TypeVar("Thing")

_GIVEN = {"markdown": "the parser", "linkers": "the site", "routers": "the site", "checks": "the site"}
"""By seam: what its functions are called with."""
_KEYWORD = regex(r".*keyword argument '(\w+)'")


def load_extensions(config: Config) -> tuple[Extension, ...]:
    """Return what every extension of the site hands over; raises Failure where one cannot be loaded."""
    found: list[Extension] = []
    wrong: list[Diagnostic] = []
    for name in config.extensions:
        try:
            found.append(_load(config.root / name, name, _source(config.root / name, name)))
        except Failure as failure:
            wrong += failure.diagnostics
    if wrong:
        raise Failure(wrong, early=True)
    return tuple(found)


def _source(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        hint = "name a Python file relative to the site's folder"
        raise Failure([problem("configure/extension", "there is no such extension", Span(name), hint)]) from None


@lru_cache(maxsize=32)
def _load(path: Path, name: str, source: bytes) -> Extension:
    """Run one module, once in every process for each state of its source."""
    module = _module(path, name, source)
    extension = getattr(module, "extension", None)
    if not isinstance(extension, Extension):
        hint = 'write `from sitegen import Extension`, and end the module with `extension = Extension(name="…")`'
        raise Failure([problem("configure/extension", "the module has no variable `extension`", Span(name), hint)])
    if wrong := list(_misshapen(extension, name, source.decode("utf-8", "replace"))):
        raise Failure(wrong)
    return extension


def _misshapen(extension: Extension, name: str, source: str) -> Iterator[Diagnostic]:
    """Yield what an extension hands over that cannot be called, where the module says it."""
    for seam in _GIVEN:
        told = getattr(extension, seam)
        if not isinstance(told, tuple | list) or not all(map(callable, told)):
            hint = f"write {seam}=(function,), with a comma behind each"
            yield _handed_over(seam, "a tuple of functions", hint, name, source)
    filters = extension.filters
    if not isinstance(filters, Mapping) or not all(map(callable, filters.values())):
        yield _handed_over("filters", "functions by their names", 'write filters={"name": function}', name, source)


def _handed_over(seam: str, wanted: str, hint: str, name: str, source: str) -> Diagnostic:
    before, found, _ = source.partition(f"{seam}=")
    span = Span(name, before.count("\n") + 1, len(before) - before.rfind("\n"), len(seam)) if found else Span(name)
    return problem("configure/extension", f'"{seam}" must be {wanted}', span, hint)


def _module(path: Path, name: str, source: bytes) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"sitegen_extension_{path.stem}", path)
    if spec is None:
        hint = "name a file that ends with .py"
        raise Failure([problem("configure/extension", "this is no Python file", Span(name), hint)])
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        # Not by the import system: its compiled files do not notice two edits within one second.
        exec(compile(source, path, "exec"), module.__dict__)  # noqa: S102  (an extension is the site's own program)
    except (Exception, SystemExit) as error:
        raise _failed(name, _line_in(path, error), "fails to load", error) from error
    return module


@contextmanager
def extension_errors(config: Config) -> Iterator[None]:
    """Tell of an error that an extension lets out, at the extension's own line; raises Failure then.

    Needed in every process in which extensions are called: on its way to another an error loses where it arose.
    """
    try:
        yield
    except (Exception, SystemExit) as error:
        for name in config.extensions:
            if line := _line_in(config.root / name, error):
                raise _failed(name, line, "fails", error) from error
        if miscalled := _miscalled(error, config):
            raise miscalled from error
        raise


def _miscalled(error: BaseException, config: Config) -> Failure | None:
    """Return the failure of a function that does not take what it is called with: no line of it has run."""
    for extension in load_extensions(config) if isinstance(error, TypeError) else ():
        for seam, given in _GIVEN.items():
            for function in getattr(extension, seam):
                name = getattr(function, "__qualname__", "")
                if name and str(error).startswith(f"{name}() "):
                    span = _place_of(function, config)
                    message = f'what stands in "{seam}" is called with {given} and nothing else, but {error}'
                    hint = f"write def {function.__name__}({given.rpartition(' ')[2]}): …"
                    return Failure([problem("configure/extension", message, span, hint)])
    return None


def linked(extensions: Iterable[Extension], site: Site, config: Config) -> Site:
    """Return the site with what linkers give for templates."""
    for linker in [linker for extension in extensions for linker in extension.linkers]:
        told = linker(site)
        if not isinstance(told, Mapping):
            raise _wrong_kind(linker, "a linker must return a mapping", told, config)
        site = replace(site, extra={**site.extra, **told})
    return site


def routed(extensions: Iterable[Extension], site: Site, config: Config) -> list[Page]:
    """Return the pages that routers add."""
    routers = [router for extension in extensions for router in extension.routers]
    return [page for router in routers for page in _given_by(router, Page, site, config)]


def checked(extensions: Iterable[Extension], site: Site, config: Config) -> list[Diagnostic]:
    """Return what checks find wrong."""
    checks = [check for extension in extensions for check in extension.checks]
    return [found for check in checks for found in _given_by(check, Diagnostic, site, config)]


def _given_by(function: Callable[[Site], Any], kind: type[Thing], site: Site, config: Config) -> tuple[Thing, ...]:
    told = function(site)
    things = tuple(told) if isinstance(told, Iterable) else None
    if things is None or not all(isinstance(thing, kind) for thing in things):
        raise _wrong_kind(function, f"this must return a tuple of {kind.__name__}", told, config)
    return things


def _wrong_kind(function: Callable[..., object], message: str, told: object, config: Config) -> Failure:
    """Return the failure of a function that hands over something else, at the line where it begins."""
    given = "nothing" if told is None else type(told).__name__
    span = _place_of(function, config)
    return Failure([problem("configure/extension", f"{message}, not {given}", span, "mend the function")])


def _place_of(function: Callable[..., object], config: Config) -> Span:
    """Return the line on which a function of an extension begins."""
    code = getattr(function, "__code__", None)
    file = Path(code.co_filename) if code else config.root
    return Span(within(file, config.root) or str(file), code.co_firstlineno if code else 0)


def _line_in(path: Path, error: BaseException) -> int:
    """Return the last line of a module that an error passed through, 0 where it passed through none."""
    if isinstance(error, SyntaxError) and error.filename == str(path):
        return error.lineno or 0
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == str(path)), 0)


def _failed(name: str, line: int, how: str, error: BaseException) -> Failure:
    said, column, hint = str(error), 0, "mend the module"
    if isinstance(error, SyntaxError):
        said, column = error.msg, error.offset or 0
    elif isinstance(error, ModuleNotFoundError) and error.name:
        hint = f'correct the name, or install what brings "{error.name.partition(".")[0]}" beside sitegen'
    elif isinstance(error, TypeError) and (keyword := _KEYWORD.match(said)):
        near = nearest(keyword[1], field_names(Extension))
        hint = f'did you mean "{near}"?' if near else hint
    elif isinstance(error, AttributeError | NameError) and (near := _meant(error)):
        hint = f'did you mean "{near}"?'
    message = f"the extension {how}: {type(error).__name__}: {said}".removesuffix(": ")
    return Failure([problem("configure/extension", message, Span(name, line, column), hint)])


def _meant(error: AttributeError | NameError) -> str | None:
    """Return the attribute or the name that is most likely meant."""
    name = error.name or ""
    if isinstance(error, AttributeError):
        return nearest(name, [known for known in dir(error.obj) if known[:1] != "_"])
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    return nearest(name, [*frame.tb_frame.f_locals, *frame.tb_frame.f_globals]) if frame else None
