"""Codes of languages (BCP 47), and how other systems write them."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from sitegen.base.patterns import regex

Known = TypeVar("Known")
_CODE = regex(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def is_language(code: str) -> bool:
    """Tell whether this has the form of a code: `en`, `de-AT`, `zh-Hant`."""
    return bool(_CODE.fullmatch(code))


def as_language(written: str) -> str:
    """Return `en_US.UTF-8` as `en-US`, anything that means no code as an empty string."""
    code = written.replace("_", "-").split(".")[0]
    return code if is_language(code) else ""


def lookups(language: str) -> tuple[str, ...]:
    """Return the names under which words of a language may be found, in small letters, the most general first.

    `zh-Hant-HK` is looked for as `zh`, `zh-hant` and `zh-hant-hk`. A country whose language is written as another's,
    or in another script, finds that too: `zh-TW` is `zh`, `zh-hant` and `zh-tw`.
    """
    parts = language.replace("_", "-").casefold().split("-")
    names = ["-".join(parts[:length]) for length in range(1, len(parts) + 1)]
    like = _LIKE.get("-".join(parts[:2]))
    return tuple([names[0], like, *names[1:]] if like else names)


def nearest(language: str, known: Mapping[str, Known], default: Known) -> Known:
    """Return what is known of a language, of its script or region before that of the language; `default` if nothing."""
    found = [known[name] for name in lookups(language) if name in known]
    return found[-1] if found else default


def plural(language: str, count: int) -> str:
    """Return the form that a noun takes beside a whole number, as Unicode names it; nothing for the usual one.

    `one` is 1 alone, in every language, so that a text may say "a" for it.
    """
    if count == 1:
        return "one"
    rule = _PLURALS.get(language.partition("-")[0].casefold())
    return rule(count) if rule else ""


def _arabic(count: int) -> str:
    if count in (0, 2):
        return "two" if count else "zero"
    return "few" if 3 <= count % 100 <= 10 else "many" if count % 100 > 10 else ""


def _hebrew(count: int) -> str:
    return "two" if count == 2 else ""


def _czech(count: int) -> str:
    return "few" if 2 <= count <= 4 else ""


def _polish(count: int) -> str:
    return "few" if _ends_in_few(count) else "many"


def _russian(count: int) -> str:
    return "few" if _ends_in_few(count) else "" if count % 10 == 1 and count % 100 != 11 else "many"


def _ends_in_few(count: int) -> bool:
    return 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14


_LIKE = {
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-mo"), "zh-hant"),
    **dict.fromkeys(("pt-ao", "pt-cv", "pt-gw", "pt-mz", "pt-st", "pt-tl"), "pt-pt"),
}
_PLURALS: dict[str, Callable[[int], str]] = {
    "ar": _arabic,
    "he": _hebrew,
    "pl": _polish,
    **dict.fromkeys(("cs", "sk"), _czech),
    **dict.fromkeys(("be", "bs", "hr", "ru", "sr", "uk"), _russian),
}
