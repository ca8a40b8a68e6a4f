"""Fixtures that all tests share."""

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import HealthCheck, settings

# The same examples on every machine, however busy it is.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

pytest.register_assert_rewrite("tests.kit.expected", "tests.kit.script")

from tests.kit.command import CommandLine  # noqa: E402  (the rewriting comes first)
from tests.kit.site import SiteBench  # noqa: E402

_OF_THE_DEVELOPER = {"SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR", "COLUMNS"}


@pytest.fixture(autouse=True, scope="session")
def _plain_environment():
    """Keep the developer's environment out of the tests; what one of them sets, it takes back itself."""
    with pytest.MonkeyPatch.context() as patch:
        for name in tuple(os.environ):
            if name.startswith(("SITEGEN_", "GITHUB_")) or name in _OF_THE_DEVELOPER:
                patch.delenv(name)
        yield


@pytest.fixture(autouse=True, scope="session")
def _templates_are_compiled_once():
    """Compile a template once for all sites that a process builds: half of a clean build of a small site is that.

    A template's code depends on nothing but what it is looked up by here, since it is not optimized.
    """
    known: dict[tuple[object, ...], Any] = {}
    make = jinja2.Environment.compile

    def compile_once(self, source, name=None, filename=None, raw=False, defer_init=False):
        names = (frozenset(self.filters), frozenset(self.tests), tuple(self.extensions), self.code_generator_class)
        key = (source, name, filename, raw, defer_init, *names)
        if key not in known:
            known[key] = make(self, source, name, filename, raw, defer_init)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compile_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def _cards_are_drawn_once():
    """Draw the same words in the same colours once for all sites that a process builds: nothing else is on a card."""
    from sitegen.render.machines import social

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(social, "draw_card", lru_cache(maxsize=256)(social.draw_card))
        yield


@pytest.fixture
def bench(tmp_path: Path) -> Callable[..., SiteBench]:
    """Return what makes a site from an archive: `bench('-- content/a.md --\\n…')`."""
    made: list[SiteBench] = []

    def make(archive: str = "") -> SiteBench:
        made.append(SiteBench(tmp_path / f"site{len(made) or ''}", archive))
        return made[-1]

    return make


@pytest.fixture
def sitegen(monkeypatch, capsys) -> CommandLine:
    """Return what runs the command line: `sitegen("build", cwd=folder)`."""
    return CommandLine(monkeypatch, capsys)
