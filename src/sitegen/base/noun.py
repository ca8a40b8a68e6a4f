"""What all nouns are made of: values that never change, that are equal by their fields, and that cost little to make.

A class is ready fifty times sooner than one of `dataclasses`, which writes and compiles its methods at every start of
the program, and an instance ten times.
"""

from typing import dataclass_transform

from msgspec import Struct, field, to_builtins
from msgspec.structs import astuple, fields, replace

__all__ = ["Noun", "Struct", "astuple", "field", "field_names", "fields", "replace", "to_builtins"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Noun(Struct, frozen=True):
    """A frozen value."""


def field_names(noun: type[Struct] | Struct) -> tuple[str, ...]:
    """Return the names of a noun's fields, in their order; unlike `fields` it does not ask for their types."""
    return noun.__struct_fields__
