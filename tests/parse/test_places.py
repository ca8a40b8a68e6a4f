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
        ("[a](b.md)", [(1, 1)]),
        ("Text and [a](b.md),\nmore\nand [c](d.md) ![e](f.png)", [(1, 10), (3, 5), (3, 15)]),
        ("  Text\n    and [a](b.md)", [(2, 9)]),
        ("Text  \n[a](b.md)\\\n[c](d.md)", [(2, 1), (3, 1)]),
        ("## A [b](c.md) #", [(1, 6)]),
        ("A [b](c.md)\n---\n\nText", [(1, 3)]),
        ("> Text\n> > and [a](b.md)\nand [c](d.md)", [(2, 9), (3, 5)]),
        ("- one\n- two\n  1. [a](b.md)\n\n     [c](d.md)", [(3, 6), (5, 6)]),
        ("|A|B|\n|-|-|\n|[x](y.md)|[x](y.md)|\n| a \\| b | [x](y.md) |", [(3, 2), (3, 12), (4, 12)]),
        ("> [!TIP] A [b](c.md)\n> and [d](e.md)", [(1, 12), (2, 7)]),
        ("> [!TIP]\n> and [d](e.md)", [(2, 7)]),
        ("::: tip [a](b.md)\n[c](d.md)\n:::", [(1, 9), (2, 1)]),
        ("**Pro tip:** see [a](b.md)\nand [c](d.md)", [(1, 18), (2, 5)]),
        ("Did you know?\nSee [a](b.md)", [(2, 5)]),
        ("Term\n: See [a](b.md)", [(2, 7)]),
        ("A.[^1]\n\n[^1]: See [a](b.md)\n      and [c](d.md)", [(3, 11), (4, 11)]),
        ("A.^[See [a](b.md).]", [(1, 9)]),
        ("[![a](b.png)](c.md)", [(1, 1), (1, 2)]),
        ("Text <a href='b.md'>c</a>\n\n<img\nsrc='d.png' alt=''>", [(1, 6), (3, 1)]),
        ("日本語 [a](b.md) 𝔘 [c](d.md)", [(1, 5), (1, 17)]),
        ("[a][r]\n\n[r]: b.md", [(1, 1)]),
        ("\ttab\n\ntab\t[a](b.md)", [(3, 5)]),
        ("## FAQ\n\n### Q?\n\nText [a](b.md)", [(5, 6)]),
        ("---\ntitle: T\n---\n\n[a](b.md)", [(5, 1)]),
        ("---\ntitle: T\nfaq:\n  - q: Q?\n    a: |\n      Text\n\n      [a](b.md)\n---\n", [(8, 7)]),
        ('---\ntitle: T\nfaq: [{q: "Q?", a: "See [a](b.md)"}]\n---\n', [(3, 25)]),
        ('---\ntitle: T\nfaq: [{q: "Q?", a: "A\\n\\n- [a](b.md)"}]\n---\n', [(3, 20)]),
        ("---\ntitle: T\nfaq:\n  - q: Q?\n    a: >\n      Text\n      [a](b.md)\n\n      - c\n---\n", [(5, 8)]),
        ('+++\ntitle = "T"\n[[faq]]\nq = "Q?"\na = """\nText\n[a](b.md)"""\n+++\n', [(5, 5)]),
        ("---\r\ntitle: T\r\n---\r\n\r\nText\r\n[a](b.md)", [(6, 1)]),
    ],
)
def test_place(text, expected):
    assert expected == places(text)
