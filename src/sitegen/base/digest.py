"""Short, stable names for bytes, and one spelling for values that are equal."""

from collections.abc import Mapping
from hashlib import blake2b

from sitegen.base.noun import Noun, field_names


def digest(data: bytes) -> str:
    """Return 128 bits of BLAKE2b as 32 hexadecimal digits."""
    return hasher(data).hexdigest()


def hasher(data: bytes | memoryview) -> blake2b:
    """Return what gives the digest of these bytes, and of more."""
    return blake2b(data, digest_size=16)


def canonical(value: object) -> str:
    """Return plain values, and nouns and tables of such, as a text that does not depend on the order of tables."""
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{key!r}:{canonical(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, tuple | list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, Noun):
        return "(" + ",".join(f"{name}={canonical(getattr(value, name))}" for name in field_names(value)) + ")"
    return repr(value)
