"""The modules that a site names under `extensions` become the values they hand over."""

import importlib.util
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from sitegen.base.diagnostics import Diagnostic, Failure, Span, problem
from sitegen.model.config import Config
from sitegen.model.seams import Extension


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
        raise Failure(wrong)
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
        hint = "end the module with: extension = Extension(name=...), from sitegen.model.seams"
        raise Failure([problem("configure/extension", "the module has no variable `extension`", Span(name), hint)])
    return extension


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
        raise


def _line_in(path: Path, error: BaseException) -> int:
    """Return the last line of a module that an error passed through, 0 where it passed through none."""
    if isinstance(error, SyntaxError) and error.filename == str(path):
        return error.lineno or 0
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == str(path)), 0)


def _failed(name: str, line: int, how: str, error: BaseException) -> Failure:
    message = f"the extension {how}: {type(error).__name__}: {error}"
    return Failure([problem("configure/extension", message, Span(name, line), "mend the module")])
