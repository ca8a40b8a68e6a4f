"""Links and images know their line and column in the file."""

import pytest
from tests.kit.parsing import read

from sitegen.model.body import Picture, Ref


def places(text):
    """Return (line, column) of every hole, in order."""
    content = read(text, kind="page").content
    bodies = [content.body, *(faq.answer for faq in content.faqs)]
    holes = [part for body in bodies for part in body.parts if isinstance(part, Ref | Picture)]
    refs = [part.ref if isinstance(part, Picture) else part for part in holes]
    return [(ref.line, ref.column) for ref in refs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.md)", [(1, 5)]),
        ("Text and [a](b.md),\nmore\nand [c](d.md) ![e](f.png)", [(1, 14), (3, 9), (3, 20)]),
        ("  Text\n    and [a](b.md)", [(2, 13)]),
        ("Text  \n[a](b.md)\\\n[c](d.md)", [(2, 5), (3, 5)]),
        ("## A [b](c.md) #", [(1, 10)]),
        ("A [b](c.md)\n---\n\nText", [(1, 7)]),
        ("> Text\n> > and [a](b.md)\nand [c](d.md)", [(2, 13), (3, 9)]),
        ("- one\n- two\n  1. [a](b.md)\n\n     [c](d.md)", [(3, 10), (5, 10)]),
        ("|A|B|\n|-|-|\n|[x](y.md)|[x](y.md)|\n| a \\| b | [x](y.md) |", [(3, 6), (3, 16), (4, 16)]),
        ("> [!TIP] A [b](c.md)\n> and [d](e.md)", [(1, 16), (2, 11)]),
        ("> [!TIP]\n> and [d](e.md)", [(2, 11)]),
        ("::: tip [a](b.md)\n[c](d.md)\n:::", [(1, 13), (2, 5)]),
        ("**Pro tip:** see [a](b.md)\nand [c](d.md)", [(1, 22), (2, 9)]),
        ("Did you know?\nSee [a](b.md)", [(2, 9)]),
        ("Term\n: See [a](b.md)", [(2, 11)]),
        ("A.[^1]\n\n[^1]: See [a](b.md)\n      and [c](d.md)", [(3, 15), (4, 15)]),
        ("A.^[See [a](b.md).]", [(1, 13)]),
        ("[![a](b.png)](c.md)", [(1, 15), (1, 7)]),
        ("Text <a href='b.md'>c</a>\n\n<img\nsrc='d.png' alt=''>", [(1, 15), (3, 1)]),
        ("日本語 [a](b.md) 𝔘 [c](d.md)", [(1, 9), (1, 21)]),
        ("[a][r]\n\n[r]: b.md", [(1, 1)]),
        ("One %%note\nto me%% two\nand [a](b.md)\nor [c](d.md)", [(3, 9), (4, 8)]),
        ("\ttab\n\ntab\t[a](b.md)", [(3, 9)]),
        ("## FAQ\n\n### Q?\n\nText [a](b.md)", [(5, 10)]),
        ("---\ntitle: T\n---\n\n[a](b.md)", [(5, 5)]),
        ("---\ntitle: T\nfaq:\n  - q: Q?\n    a: |\n      Text\n\n      [a](b.md)\n---\n", [(8, 11)]),
        ('---\ntitle: T\nfaq: [{q: "Q?", a: "See [a](b.md)"}]\n---\n', [(3, 29)]),
        ('---\ntitle: T\nfaq: [{q: "Q?", a: "A\\n\\n- [a](b.md)"}]\n---\n', [(3, 32)]),
        ("---\ntitle: T\nfaq:\n  - q: Q?\n    a: >\n      Text\n      [a](b.md)\n\n      - c\n---\n", [(5, 8)]),
        ('+++\ntitle = "T"\n[[faq]]\nq = "Q?"\na = """\nText\n[a](b.md)"""\n+++\n', [(5, 5)]),
        ("---\r\ntitle: T\r\n---\r\n\r\nText\r\n[a](b.md)", [(6, 5)]),
    ],
)
def test_place(text, expected):
    assert expected == places(text)
