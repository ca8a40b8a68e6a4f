"""Environment variables become flags; what the command line says stands over them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.noun import replace
from sitegen.base.text import nearest
from sitegen.model.config import Flags

_OURS = "SITEGEN_"
_WORDS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


def _truth(value: str) -> bool:
    return _WORDS[value.strip().lower()]


def _count(value: str) -> int:
    number = int(value)
    if number < 0:
        raise ValueError(value)
    return number


def _moment(value: str) -> datetime:
    return datetime.fromtimestamp(int(value), UTC)


_VARIABLES: Mapping[str, tuple[str, Callable[[str], object], str]] = {
    "SITEGEN_BASE_URL": ("base_url", str, ""),
    "SITEGEN_OUT": ("out", Path, ""),
    "SITEGEN_DRAFTS": ("drafts", _truth, "must be 1 or 0"),
    "SITEGEN_STRICT": ("strict", _truth, "must be 1 or 0"),
    "SITEGEN_WORKERS": ("workers", _count, "must be a whole number, 0 or more"),
    "SOURCE_DATE_EPOCH": ("now", _moment, "must be the seconds since 1970, a whole number"),
}


def with_environment(flags: Flags, environment: Mapping[str, str]) -> tuple[Flags, list[Diagnostic]]:
    """Return the flags with what the environment adds, and what is wrong with it. An empty variable says nothing."""
    given: dict[str, object] = {}
    found: list[Diagnostic] = []
    for variable, (name, read, rule) in _VARIABLES.items():
        value = environment.get(variable, "")
        if not value or getattr(flags, name) is not None:
            continue
        try:
            given[name] = read(value)
        except (ValueError, KeyError, OverflowError, OSError):
            found.append(
                problem(
                    "configure/bad-value", f'"{variable}" {rule}, not "{value}"', Span(variable), "change or unset it"
                )
            )
    return replace(flags, **given), [*found, *_misspelt(environment)]


def _misspelt(environment: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield the variables that nearly have the name of one that is read; programs around a build have others."""
    ours = {name.removeprefix(_OURS): name for name in _VARIABLES if name.startswith(_OURS)}
    for name in environment:
        if name.startswith(_OURS) and name not in _VARIABLES and (near := nearest(name.removeprefix(_OURS), ours)):
            message = f'nothing reads the variable "{name}"'
            yield problem("configure/unknown-key", message, Span(name), f'did you mean "{ours[near]}"?')
