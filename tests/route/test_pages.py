"""Pages that readers see have their places, and articles that others can show no image of get a card."""

import pytest
from tests.kit.site import SiteBench

SITE = """\
-- content/a.md --
---
title: A
date: 2026-11-01
{image}
---
Text.
"""
PNG = bytes.fromhex("89504e470d0a1a0a0000000d494844520000000100000001080600000 01f15c489".replace(" ", ""))


@pytest.fixture
def carded(tmp_path):
    """Return whether an article with these lines of front matter gets a social card."""

    def build(image):
        bench = SiteBench(tmp_path / "site", SITE.format(image=image)).write("content/there.png", PNG)
        bench.write("content/drawn.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>').build()
        assert not bench.failed, bench.diagnostics
        return (bench.root / "output/a/card.png").exists()

    return build


@pytest.mark.slow
@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("", True),
        ("image: {src: there.png, alt: x}", False),
        ("image: {src: /there.png, alt: x}", False),
        ('image: {src: "https://cdn.example/x.jpg", alt: x}', False),
        ("image: {src: gone.png, alt: x}", True),
        ("image: {src: drawn.svg, alt: x}", True),
    ],
)
def test_an_article_whose_image_others_cannot_show_gets_a_card(carded, image, expected):
    assert expected == carded(image)
