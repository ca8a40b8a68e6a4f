"""Shortcodes with the name of a callout are callouts."""

import pytest
from tests.kit.parsing import findings, front, html, shown


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("{{% notice tip %}}\nText.\n{{% /notice %}}", "tip", "Tip"),
        ('{{% notice warning "Read this" %}}\nText.\n{{% /notice %}}', "warning", "Read this"),
        ('{{< callout type="warning" >}}\nText.\n{{< /callout >}}', "warning", "Warning"),
        ('{{< admonition type=info title="In short" open=true >}}\nText.\n{{< /admonition >}}', "note", "In short"),
        ('{{< alert icon="fire" >}}\nText.\n{{< /alert >}}', "note", "Note"),
        ('{{< details "Read this" >}}\nText.\n{{< /details >}}', "note", "Read this"),
        ('{{< details summary="Read this" open=true >}}\nText.\n{{< /details >}}', "note", "Read this"),
        ('<Callout type="warning" title="Read this">\nText.\n</Callout>', "warning", "Read this"),
        ("<Tip>\n\n    Text.\n\n</Tip>", "tip", "Tip"),
        ('<HintBlock type="info">\n\nText.\n\n</HintBlock>', "note", "Note"),
        ('<InfoBox title="Read this" variant="success">\nText.\n</InfoBox>', "tip", "Read this"),
        ('<Accordion title="Read this">\n  Text.\n</Accordion>', "note", "Read this"),
        ("{{< tip >}}\n\nText.\n\n{{< /tip >}}", "tip", "Tip"),
        ('{{< expand "Read" >}}\nText.\n{{< /expand >}}', "note", "Read"),
        ('{% include tip.html content="Text." %}', "tip", "Tip"),
        ('{% include alert.html type="warning" content="Text." title="Read" %}', "warning", "Read"),
        ('{{< callout type="info" text="Text." />}}', "note", "Note"),
        ('{{< box text="white" title="Read" >}}\nText.\n{{< /box >}}', "note", "Read"),
        ('{% callout "demo" %}\nText.\n{% endcallout %}', "note", "Note"),
        ('{% callout "info", "md", "Read this" %}\nText.\n{% endcallout %}', "note", "Read this"),
        ("{% note danger %}\nText.\n{% endnote %}", "caution", "Caution"),
        ('{% box(type="info", title="Read this") %}\n\nText.\n\n{% end %}', "note", "Read this"),
        ("{% warning() %}\nText.\n{% end %}", "warning", "Warning"),
        ('{% callout "warning" %}\nText.\n{% endcallout %}', "warning", "Warning"),
        ('::callout{type="warning"}\nText.\n::', "warning", "Warning"),
        (":::callout\nText.\n:::", "note", "Note"),
        ('{{< box title="Read this" >}}\nText.\n{{< /box >}}', "note", "Read this"),
        ('{{< faq question="Is it so?" >}}\nText.\n{{< /faq >}}', "note", "Is it so?"),
        ('{{< open-box "Is it so?" >}}\nText.\n{{< /open-box >}}', "note", "Is it so?"),
        ('{% fold title="Is it so?" %}\nText.\n{% endfold %}', "note", "Is it so?"),
        ('<Fold question="Is it so?">\n  Text.\n</Fold>', "note", "Is it so?"),
    ],
)
def test_is_a_callout(text, kind, title):
    assert (
        f'<aside class="callout callout-{kind}" role="note">\n<p class="callout-title">{title}</p>\n<p>Text.</p>\n</aside>\n'
    ) == shown(text)


@pytest.mark.parametrize(
    ("around", "box"),
    [
        ("<{0}AccordionGroup>", '<Accordion title="{0}">\nText.\n</Accordion>\n'),
        ("<{0}Accordion>", '  <AccordionItem title="{0}">\n    Text.\n  </AccordionItem>\n'),
        ("{{{{< {0}accordions >}}}}", '{{{{< box "{0}" >}}}}\nText.\n{{{{< /box >}}}}\n'),
    ],
)
def test_what_stands_around_components_leaves(around, box):
    inner = box.format("Read this") + box.format("And this")
    found = shown(f"{around.format('')}\n{inner}{around.format('/')}\n\nText.\n")

    assert (2, 0) == (found.count("callout-note"), found.count("ccordion"))


@pytest.mark.parametrize(
    "text",
    [
        "{{< tip >}}\nText.",
        '{{< tab title="One" >}}\nText.\n{{< /tab >}}',
        '{{< film title="Why?" >}}\nText.',
        '{% if page.title == "Is it so?" %}\nText.\n{% endif %}',
        "Use {{< tip >}}.",
        '{% box(kind="wide") %}\nText.\n{% end %}',
        '{% box(type="tip") %}\nText.',
        "<Tip>\nText.",
        "<Tip />\nText.\n</Tip>",
        "<tip>\nText.\n</tip>",
        '{% include tip.html content=captured type="danger" %}',
    ],
)
def test_others_stay_and_are_told(text):
    assert "callout" not in shown(text)
    assert "stays as text" in shown(text)


def test_a_link_in_gitbook_stands_alone():
    text = '{% content-ref url="a.md" %}\n[A](a.md)\n{% endcontent-ref %}\n'

    assert shown("[A](a.md)\n") == shown(text)


def test_of_a_pair_that_is_given_nothing_only_the_content_stays():
    parsed = front("", "{{<wide>}}\nOne.\n\n- Two.\n{{</wide>}}\nThree. {{< wide >}}\n{{< last >}}\n")

    assert "<p>One.</p>\n<ul>\n<li>Two.</li>\n</ul>\n<p>Three. {{&lt; wide &gt;}}\n{{&lt; last &gt;}}</p>\n" == html(
        parsed.content.body
    )
    assert (
        '! 6:1+10 parse/shortcode: "{{<wide>}}" is a shortcode of another generator, of which only the content stays '
        "(remove it and its end, or write in Markdown or HTML what it stands for)"
    ) == findings(parsed).splitlines()[0]
    assert len(findings(parsed).splitlines()) == 2


def test_raw_html_ends_with_the_pair_around_it():
    parsed = front("", "{{< rawhtml >}}\n<div>One.</div>\n{{< /rawhtml >}}\n*Two.*\n")

    assert "<div>One.</div>\n<p><em>Two.</em></p>\n" == html(parsed.content.body)


def test_a_pair_that_is_given_a_picture_has_it_above_its_content():
    parsed = front("", '{{< imgtxt src = "a.png" alt = "A ward" >}}\nOne.\n\nTwo.\n{{< /imgtxt >}}\n')

    assert '<figure><img src="{file articles/a.png}" alt="A ward"></figure>\n<p>One.</p>\n<p>Two.</p>\n' == html(
        parsed.content.body
    )
    assert "" == findings(parsed)


def test_a_film_in_raw_html_is_a_link():
    text = '<div class="film">{{< youtube abcdef12345 >}}</div>\n'
    address = "https://www.youtube.com/watch?v=abcdef12345"

    assert f'<div class="film"><a href="{address}">{address}</a></div>\n' == shown(text)


def test_what_a_shortcode_hides_stays_and_is_told():
    assert "stays as text" in shown("{{< comment >}}\nNot yet.\n{{< /comment >}}\n")
