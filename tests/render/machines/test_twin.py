import random
import re

from sitegen.render.machines.twin import _IN_LINK, _PLACE, twin_text

BASE = "https://news.example/repo/"
SITE = """\
-- content/a.md --
---
title: A
date: 2026-11-01
---
{text}
-- content/b.md --
---
title: B
date: 2026-11-01
---
## Part

Text.
-- content/i.png --
x
"""


def body(publish, text):
    site = publish(SITE.replace("{text}", text))
    return twin_text("a", site.view(), site.press).partition("# A\n\n")[2]


def test_the_front_matter_is_small_and_whole(desk):
    text = desk.html("articles/open/index.html.md")

    assert text.startswith(
        '---\ntitle: "Why open weights matter to <hospitals> & \\"wards\\""\ndescription: "What hospitals gain."\n'
        f"url: {BASE}articles/open/\ndate: 2026-11-30T09:00:00+01:00\nupdated: 2026-12-01T10:00:00+01:00\n"
        'authors: ["Jane Doe","Policy Desk"]\nsection: "Analysis"\ntags: ["open weights","health"]\n'
        "license: https://creativecommons.org/licenses/by/4.0/\n---\n\n# Why open"
    )


def test_questions_and_corrections_of_the_front_matter_are_there(desk):
    text = desk.html("articles/open/index.html.md")

    assert "### What are open weights?\n\nParameters that anyone may download & run: w < 1." in text
    assert "- 2026-12-01: An earlier version gave the wrong year." in text


def test_addresses_are_full(publish):
    text = '[b](b.md#part) ![i](i.png "t") [![i](i.png)](b.md) [r][ref] <a href="b.md">h</a> [out](https://x.example/)\n\n[ref]: b.md\n'

    assert (
        '[b](https://news.example/b/#part) ![i](https://news.example/i.png "t") '
        "[![i](https://news.example/i.png)](https://news.example/b/) [r][ref] "
        '<a href="https://news.example/b/">h</a> [out](https://x.example/)\n\n[ref]: https://news.example/b/'
    ) == body(publish, text)


def test_addresses_that_a_template_was_to_fill_in_are_full(publish):
    text = (
        "[b]({{ site.baseurl }}/b/#part) ![i]({% link i.png %}) <a href='{{ \"/b/\" | relative_url }}'>h</a> "
        '[b]({{< ref "b.md" >}}) [gone]({{ site.url }}/gone/) [c]({{ page.url }})'
    )

    assert (
        "[b](https://news.example/b/#part) ![i](https://news.example/i.png) <a href='https://news.example/b/'>h</a> "
        "[b](https://news.example/b/) gone [c]({{ page.url }})"
    ) == body(publish, text)


def test_addresses_are_full_in_angle_brackets_and_in_attributes_of_pictures(publish):
    text = '![i](<i i.png>)\n\n<video src="i.png" poster="i.png"></video><img srcset="i.png 1x, i%20i.png 2x" alt="" src="i.png">'
    site = publish(SITE.replace("{text}", text) + "-- content/i i.png --\nx\n")

    assert (
        "![i](<https://news.example/i%20i.png>)\n\n"
        '<video src="https://news.example/i.png" poster="https://news.example/i.png"></video>'
        '<img srcset="https://news.example/i.png 1x, https://news.example/i%20i.png 2x" alt="" src="https://news.example/i.png">'
    ) == twin_text("a", site.view(), site.press).partition("# A\n\n")[2]


def test_what_stands_around_the_text_has_headings_in_its_language(publish):
    site = publish("""\
-- content/a.md --
---
title: A
date: 2026-11-01
language: ar
key_points: ["*One*"]
faq: [{q: "What?", a: That.}]
sources: [{title: T, url: "https://x.example/a b", author: W, year: 2020}, {title: U}]
corrections: [{date: 2026-11-02, text: "It was B."}]
---
Text.
""")

    assert """# A

## أبرز النقاط

- One

Text.

## الأسئلة الشائعة

### What?

That.

## المصادر

- W: [T](<https://x.example/a%20b>) (2020)
- U

## تصويبات وتحديثات

- 2026-11-02: It was B.""" == twin_text("a", site.view(), site.press).partition("---\n\n")[2]


def test_links_and_pictures_in_two_brackets_are_of_markdown(publish):
    text = (
        "See [[B|the other]], [[B#Part]], [[folder/B.md]], [[None|nothing]], [[nodiscard]].\n\n![[i.png|A chart|300]]"
    )

    assert (
        "See [the other](https://news.example/b/), [B](https://news.example/b/), [B](https://news.example/b/), nothing, "
        "[[nodiscard]].\n\n![A chart](https://news.example/i.png)"
    ) == body(publish, text)


def test_two_brackets_in_code_stay(publish):
    assert "See [B](https://news.example/b/), `[[B]]`." == body(publish, "See [[B|B]], `[[B]]`.")


def test_notes_to_oneself_are_not_published(publish):
    text = "One. %% Ask. %%\n\n%% Twice. %%\n\n%%\nAnd\n\nagain.\n%%\n\nTwo `%% a %%`.\n"

    assert "One.\n\nTwo `%% a %%`." == re.sub(r"\s*\n\s*", "\n\n", body(publish, text))


def test_a_link_that_leads_nowhere_is_text(publish):
    assert "See this and that." == body(publish, "See [this](no.md) and ![that](no.png).")


def test_a_text_that_begins_with_its_title_needs_no_other(publish):
    assert "Text." == body(publish, "# A\n\nText.")
    assert "# Another\n\nText." == body(publish, "# Another\n\nText.")


def test_a_page_without_dates_has_none(desk):
    assert desk.html("about/index.html.md").startswith('---\ntitle: "About us"\ndescription: "Who we are."\nurl: ')
    assert "date:" not in desk.html("about/index.html.md")


def test_links_are_found_alike_whatever_else_the_text_holds():
    """The quick pattern and the whole one name the same places."""
    pieces = ["[", "]", "(", ")", "!", "a", "/x", "<", ">", ' "t"', "\n", " ", "](", "![", "[b](/c)", "![b](</c>)"]
    dice = random.Random(3)
    for _ in range(5000):
        text = "".join(dice.choices(pieces, k=dice.randint(1, 12)))
        whole = [(m.start(), m.end(), m[3]) for m in _PLACE.finditer(text)]
        assert (text, whole) == (text, [(m.start(), m.end(), m[2]) for m in _IN_LINK.finditer(text)])
