"""A quick token is a token."""

from dataclasses import fields

from markdown_it.token import Token

from sitegen.parse.syntax.quick import QuickToken


def test_it_has_every_field_of_the_library_and_the_same_values():
    quick, plain = QuickToken("text", "p", 1), Token("text", "p", 1)

    names = [field.name for field in fields(Token)]
    assert [getattr(plain, name) for name in names] == [getattr(quick, name) for name in names]
