"""Turn frozen nouns into bytes and back: compact, the same bytes on every machine and in every process."""

import marshal
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sitegen.base.noun import Struct, astuple, field_names

# Version 2 has neither references nor interned strings, so that equal values have equal bytes.
_VERSION = 2
_PLAIN = frozenset((str, int, float, bool, bytes, type(None)))
_all_plain = _PLAIN.issuperset
# What marshal does not know travels in a list whose first item tells what it is: a class's number, or one of these.
_DATETIME, _DATE, _FROZENSET, _LIST = -1, -2, -3, -4


class Codec:
    """Encodes values made of the given nouns, tuples, mappings, frozen sets, dates and plain values.

    A subclass of `str` (markup) comes back as a plain `str`. Raises TypeError for anything else.
    """

    def __init__(self, classes: tuple[type[Struct], ...]) -> None:
        self._classes = classes
        self._tags = {cls: tag for tag, cls in enumerate(classes)}

    def encode(self, value: object) -> bytes:
        """Return the value's bytes."""
        return marshal.dumps(self._pack(value), _VERSION)

    def decode(self, data: bytes) -> Any:
        """Return the value that `encode` was given; raises ValueError, EOFError or TypeError for damaged bytes."""
        return self._unpack(marshal.loads(data))  # noqa: S302  (our own bytes, from our own store)

    def decode_field(self, data: bytes, name: str) -> Any:
        """Return one field of the noun that `encode` was given, without making the others."""
        tag, *items = marshal.loads(data)  # noqa: S302  (as above)
        return self._unpack(items[field_names(self._classes[tag]).index(name)])

    def _pack(self, value: Any) -> Any:
        kind = value.__class__
        if kind in _PLAIN:
            return value
        if kind is tuple:
            if _all_plain(map(type, value)):
                return value
            return tuple([item if item.__class__ in _PLAIN else self._pack(item) for item in value])
        tag = self._tags.get(kind)
        if tag is None:
            return self._pack_rare(value)
        items = astuple(value)
        if _all_plain(map(type, items)):
            return [tag, *items]
        return [tag, *[item if item.__class__ in _PLAIN else self._pack(item) for item in items]]

    def _pack_rare(self, value: Any) -> Any:
        if isinstance(value, datetime):
            return [_DATETIME, value.isoformat()]
        if isinstance(value, date):
            return [_DATE, value.isoformat()]
        if isinstance(value, Mapping):
            return {str(key): self._pack(item) for key, item in value.items()}
        if isinstance(value, frozenset):
            return [_FROZENSET, *sorted(value)]
        if isinstance(value, list):
            return [_LIST, *map(self._pack, value)]
        if isinstance(value, str):
            return str(value)
        raise TypeError(f"no code for {type(value).__name__}")

    def _unpack(self, packed: Any) -> Any:
        kind = packed.__class__
        if kind is tuple:
            if _all_plain(map(type, packed)):
                return packed
            return tuple([item if item.__class__ in _PLAIN else self._unpack(item) for item in packed])
        if kind is list:
            tag = packed.pop(0)  # a list that was just read, and is nobody else's
            if tag < 0:
                return self._unpack_rare(tag, packed)
            if not _all_plain(map(type, packed)):
                packed = [item if item.__class__ in _PLAIN else self._unpack(item) for item in packed]
            return self._classes[tag](*packed)
        if kind is dict:
            return {key: self._unpack(item) for key, item in packed.items()}
        return packed

    def _unpack_rare(self, tag: int, items: list[Any]) -> Any:
        if tag == _DATETIME:
            return datetime.fromisoformat(items[0])
        if tag == _DATE:
            return date.fromisoformat(items[0])
        if tag == _FROZENSET:
            return frozenset(items)
        return [self._unpack(item) for item in items]
