from tests.kit.published import facts

from sitegen.model.body import Body, Ref, Slot
from sitegen.render.body import fill

SITE = """\
-- content/articles/a.md --
---
title: A
date: 2026-11-01
---
{text}
-- content/articles/ward.png --
"""


def article(publish, text, **options):
    site = publish(SITE.replace("{text}", text), **options)
    html = site.html("articles/a/index.html")
    return html.partition('<div class="prose">')[2].partition("\n</div>")[0].strip(), site.said("articles/a/index.html")


def ref(target, **more):
    return Ref(
        **{
            "kind": "article",
            "target": target,
            "query": "",
            "fragment": "",
            "written": target,
            "line": 1,
            "column": 1,
            **more,
        }
    )


def test_holes_are_filled_with_addresses_or_full_urls(publish):
    site = publish(SITE.replace("{text}", "Text."))
    body = Body(('<a href="', ref("articles/a.md"), '">a</a>'))

    assert '<a href="/articles/a/">a</a>' == fill(body, site.view(), "content/x.md").html
    assert (
        '<a href="https://news.example/articles/a/">a</a>' == fill(body, site.view(), "content/x.md", final=True).html
    )


def test_a_dead_address_takes_its_attribute_along_whatever_its_quotes(publish):
    site = publish(SITE.replace("{text}", "Text."))
    dead = ref("no.md")
    parts = ('<a class="x" href="', dead, "\">1</a> <a href='", dead, "' title=t>2</a> <a href=", dead, ">3</a>")

    filled = fill(Body(parts), site.view(), "content/x.md")

    assert '<a class="x">1</a> <a title=t>2</a> <a>3</a>' == filled.html
    assert 3 == len(filled.problems)


def test_what_only_a_link_may_have_leaves_with_its_address(publish):
    site = publish(SITE.replace("{text}", "Text."))
    dead = ref("no.md")
    parts = (
        '<a download rel="nofollow" aria-label="A" class="download" href="',
        dead,
        '" target=_blank title="rel=x">1</a>',
    )

    assert '<a class="download" title="rel=x">1</a>' == fill(Body(parts), site.view(), "content/x.md").html


def test_a_dead_image_is_replaced_by_its_description(publish):
    site = publish(SITE.replace("{text}", "Text."))
    dead = ref("no.png", kind="file", image=True)
    body = Body(('<p><img class="w" src="', dead, '" alt="A &gt; B"> and <img src="', dead, '"></p>'))

    assert "<p>A &gt; B and </p>" == fill(body, site.view(), "content/x.md").html


def test_a_picture_goes_with_its_image(publish):
    site = publish(SITE.replace("{text}", "Text."))
    dead = ref("no.png", kind="file", image=True)
    there = '<picture><source srcset="https://a.example/1.avif"><img src="https://a.example/1.png" alt="B"></picture>'
    body = Body(
        (
            there,
            '<p><picture>\n<source srcset="https://a.example/2.avif">\n<img src="',
            dead,
            '" alt="A">\n</picture></p>',
        )
    )

    assert f"{there}<p>A</p>" == fill(body, site.view(), "content/x.md").html


def test_style_sheets_of_the_text_stand_in_the_head_of_the_page(publish):
    text = "Text.\n\n<style>\n.x { color: red }\n</style>\n\n<style media=print>.y {}</style>\n\nMore."
    head, _, rest = publish(SITE.replace("{text}", text)).html("articles/a/index.html").partition("</head>")

    assert "<style>\n.x { color: red }\n@media print {\n.y {}\n}\n</style>" in head
    assert "&#39;unsafe-inline&#39;" in head
    assert "<style" not in rest


def test_a_slot_is_drawn_by_whoever_asks(publish):
    site = publish(SITE.replace("{text}", "Text."))
    body = Body(("<p>", Slot(0, 2, "FAQ", "faq"), "</p>"))

    assert "<p>2</p>" == fill(body, site.view(), "content/x.md", draw=lambda slot: str(slot.end)).html
    assert "<p></p>" == fill(body, site.view(), "content/x.md").html


def test_an_address_cannot_leave_its_attribute(publish):
    site = publish(SITE.replace("{text}", "Text.") + '-- content/it\'s "x".csv --\n1\n')
    body = Body(("<a href='", ref('it\'s "x".csv', kind="file"), "'>x</a>"))

    assert "<a href='/it&#39;s%20%22x%22.csv'>x</a>" == fill(body, site.view(), "content/x.md").html


def test_an_image_alone_is_a_figure_with_its_size(publish):
    html, said = article(
        publish,
        'Text.\n\n![A ward](ward.png "The ward")',
        images={"articles/ward.png": facts("articles/ward.png", 800, 600)},
    )

    assert (
        '<p>Text.</p>\n<figure><img alt="A ward" width="800" height="600" loading="lazy" decoding="async" '
        'src="/articles/ward.png"><figcaption>The ward</figcaption></figure>'
    ) == html
    assert [] == said


def test_an_faq_section_is_drawn_by_the_theme(publish):
    html, _ = article(publish, "## FAQ\n\n### Why?\n\nBecause.\n")

    assert '<section class="faq" id="faq"' in html
    assert '<span class="question">Why?</span>' in html
