"""Codes of languages (BCP 47), and how other systems write them."""

from sitegen.base.patterns import regex

_CODE = regex(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def is_language(code: str) -> bool:
    """Tell whether this has the form of a code: `en`, `de-AT`, `zh-Hant`."""
    return bool(_CODE.fullmatch(code))


def as_language(written: str) -> str:
    """Return `en_US.UTF-8` as `en-US`, anything that means no code as an empty string."""
    code = written.replace("_", "-").split(".")[0]
    return code if is_language(code) else ""
