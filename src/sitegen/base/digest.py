"""Short, stable names for bytes, and one spelling for values that are equal."""

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from sitegen.base.noun import Noun, field_names

if TYPE_CHECKING:
    from hashlib import _Hash

WIDTH = 32
"""Hexadecimal digits of a digest."""


def digest(data: bytes | memoryview) -> str:
    """Return 128 bits of SHA-256, for which processors have instructions."""
    return read_off(sha256(data))


def hasher(data: bytes | memoryview) -> "_Hash":
    """Return what takes more than these bytes, for `read_off`."""
    return sha256(data)


def read_off(hasher: "_Hash") -> str:
    """Return the digest of all that a hasher was given."""
    return hasher.hexdigest()[:WIDTH]


def canonical(value: object) -> str:
    """Return plain values, and nouns and tables of such, as a text that does not depend on the order of tables."""
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{key!r}:{canonical(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, tuple | list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, Noun):
        return "(" + ",".join(f"{name}={canonical(getattr(value, name))}" for name in field_names(value)) + ")"
    return repr(value)
