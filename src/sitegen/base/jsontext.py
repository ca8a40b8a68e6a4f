"""Values become JSON text without the characters that XML and HTML forbid, escaped or not."""

import json

from sitegen.base.characters import legal
from sitegen.base.patterns import regex

_COMPACT = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_SPACED = json.JSONEncoder(ensure_ascii=False, check_circular=False, indent=1)
# What the encoder makes of control characters. An author may have written the same: that costs time only.
_SUSPECT = regex(r"\\(?:u00|[bf])")


def json_text(value: object, *, spaced: bool = False) -> str:
    """Return the JSON of a value, on one line or indented."""
    encoder = _SPACED if spaced else _COMPACT
    text = encoder.encode(value)
    if _SUSPECT.search(text):
        return encoder.encode(_cleaned(value))
    return text if text.isascii() and "\x7f" not in text else legal(text)


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(inner) for inner in value]
    return value
