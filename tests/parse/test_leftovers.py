"""Lines that say something only to another generator leave the text, and are told of."""

import pytest
from tests.kit.parsing import findings, front, html

TEXT = "<p>Text.</p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "[TOC]\n\nText.",
        "* TOC\n{:toc}\n\nText.",
        "1. Contents\n{:toc .wide}\n\nText.",
        "{{< toc >}}\n\nText.",
        "{%hackmd @desk/dark %}\n\nText.",
        "Text.\n{: .lead}",
        "{: .lead}\nText.",
        "Text.\n\n{: .lead #a }",
        "[[toc]]\n\nText.",
        "Text.\n\n[Share](%%share_url%%)",
        "import Tabs from '@theme/Tabs';\nimport {\n  A,\n  B,\n} from \"../b\"\n\nText.",
    ],
)
def test_leaves(text):
    parsed = front("", text)

    assert TEXT == html(parsed.content.body)
    assert findings(parsed).endswith(")\n")
    assert " is left out (remove it: " in findings(parsed)


def test_a_shortcode_of_hugo_that_is_just_a_name_leaves_with_its_paragraph():
    parsed = front("", "{{< load-gallery >}}\n\nText. {{< heart >}}\n\n{{< star 3 >}}")

    assert f"{TEXT[:-5]} {{{{&lt; heart &gt;}}}}</p>\n<p>{{{{&lt; star 3 &gt;}}}}</p>\n" == html(parsed.content.body)
    assert '"{{< load-gallery >}}" is a shortcode of another generator and is left out' in findings(parsed)


def test_the_finding_names_the_line():
    found = findings(front("", "One\ntwo.\n{: .lead}\n"))

    assert (
        '! 8:1+9 parse/shortcode: "{: .lead}" is a shortcode of another generator and is left out '
        "(remove it: {#id .class} can stand behind a heading, a link or an image)\n"
    ) == found


def test_tags_of_word_processors_leave_and_the_first_is_told():
    parsed = front("", "<p>One.<o:p></o:p></p>\n\nTwo.<o:p>&nbsp;</o:p>\n\nSay `<o:p>`.\n")

    assert "<p>One.</p>\n<p>Two.\xa0</p>\n<p>Say <code>&lt;o:p&gt;</code>.</p>\n" == html(parsed.content.body)
    assert (
        '! 6:8+5 parse/shortcode: "<o:p>" is left by a word processor and is left out, as all of its kind are '
        "(remove it)\n"
    ) == findings(parsed)


def test_what_liquid_keeps_for_later_leaves_and_the_first_is_told():
    text = """{% assign who = 'us' %}
One `{% assign x = 1 %}` here. {% assign at="1:02" %}

- Two. {%- set n = [1, 2] -%}
- {% set later %} is no such thing.
"""
    parsed = front("", text)

    assert "<p>One <code>{% assign x = 1 %}</code> here.</p>\n<ul>\n<li>Two.</li>\n" in html(parsed.content.body)
    assert (
        "! 6:1+23 parse/shortcode: \"{% assign who = 'us' %}\" is a shortcode of another generator and is left out, "
        "as all of its kind are (remove it: nothing here reads it)"
    ) == findings(parsed).splitlines()[0]
    assert len(findings(parsed).splitlines()) == 2


def test_marks_of_liquid_around_braces_leave():
    text = "Say {% raw %}`{{ x }}`{% endraw %} so.\n\nWrite `{% raw %}` and `{% endraw %}` around `{{ x }}`.\n"
    parsed = front("", text)

    assert (
        "<p>Say <code>{{ x }}</code> so.</p>\n"
        "<p>Write <code>{% raw %}</code> and <code>{% endraw %}</code> around <code>{{ x }}</code>.</p>\n"
    ) == html(parsed.content.body)
    assert not findings(parsed)


def test_marks_of_chat_assistants_leave_a_sentence():
    text = "It is so【4†source】, and so:contentReference[oaicite:2]{index=2}. \ue200cite\ue202turn0search1\ue201\n"
    parsed = front("", text)

    assert "<p>It is so, and so.</p>\n" == html(parsed.content.body)
    assert '"【4†source】" is left by a chat assistant and is left out' in findings(parsed)
    assert not findings(front("", "They said so.\n\n> Would you like me to explain any of this?\n"))
    assert "【4†source】" in html(front("", "They write `【4†source】`.").content.body)


def test_a_table_ends_above_its_class():
    parsed = front("", "| A |\n|---|\n| 1 |\n{: .wide}\n\nText.")

    assert "wide" not in html(parsed.content.body)
    assert '"{: .wide}" is a shortcode of another generator and is left out' in findings(parsed)


def test_an_id_goes_to_the_heading_above():
    assert '<h2 id="why">So</h2>\n<p>Text.</p>\n' == html(front("", "## So\n{: #why}\n\nText.").content.body)


@pytest.mark.parametrize(
    "text",
    ["import duties rise from 'five' to ten.", "See [TOC] above.", "- One\n- Two", "The code `{: .a}` is kramdown's."],
)
def test_prose_stays(text):
    parsed = front("", text)

    assert text.split()[0].strip("- ") in html(parsed.content.body)
    assert "is left out" not in findings(parsed)


def test_what_a_converter_says_of_words_leaves_and_is_told():
    parsed = front(
        "", "**[Do]{.underline} read** [this]{.mark} and `[x]{.mark}`, [that](a.md){.mark}.\n\n[A]{.mark} b.\n"
    )

    assert "<p>A b.</p>" in html(parsed.content.body)
    assert '"{.mark}" is a shortcode of another generator and is left out' in findings(parsed)


def test_icons_of_a_theme_leave_and_are_told():
    text = "## :material-key: Keys\n\nPress :octicons-gear-16:{ .big } → **Keys**, at 10:material-x:.\n"
    parsed = front("", f"{text}\nWrite `:material-key:`.\n")

    assert ["Keys"] == [heading.text for heading in parsed.content.outline]
    assert "<p>Press → <strong>Keys</strong>, at 10:material-x:.</p>" in html(parsed.content.body)
    assert "<code>:material-key:</code>" in html(parsed.content.body)
    assert '":material-key:" is a shortcode of another generator and is left out' in findings(parsed)


def test_notes_to_oneself_leave_and_are_told():
    parsed = front("", "%% todo: a lead\nand more %%\n\nIt is %% really? %% so, with 50%% and %%x.\n")

    assert "<p>It is so, with 50%% and %%x.</p>\n" == html(parsed.content.body)
    assert '"%% todo: a lead" is a note to oneself and is left out' in findings(parsed)
    assert "%%" in html(front("", "Write `%% x %%`.\n").content.body)


def test_what_pandoc_says_of_words_leaves_and_is_told_once():
    text = (
        "Read [twice\nover]{.underline} and [thrice]{.mark}.\n\n"
        '[See [this](b.md) now]{.underline}.[]{#_Toc1 .anchor} [Oui]{lang="fr"}\n'
    )
    parsed = front("", text)

    assert "<p>Read twice\nover and thrice.</p>\n" in html(parsed.content.body)
    assert '<p>See <a href="{article articles/b.md}">this</a> now. Oui</p>\n' in html(parsed.content.body)
    assert (
        '! 7:6+12 parse/shortcode: "{.underline}" is a shortcode of another generator and is left out, as all of its '
        "kind are (remove it: it says no more than how words look)\n"
    ) == findings(parsed)


def test_comments_in_the_margin_and_words_struck_out_are_not_published():
    by = 'author="Desk" date="2026-11-20T10:00:00Z"'
    text = f'One [Ask!]{{.comment-start id="0" {by}}}two[]{{.comment-end id="0"}}, [three]{{.insertion {by}}}[four]{{.deletion {by}}}.\n'
    parsed = front("", text)

    assert "<p>One two, three.</p>\n" == html(parsed.content.body)
    assert "Ask!" not in parsed.content.markdown and "four" not in parsed.content.markdown
    assert "(accept the changes and remove the comments first)" in findings(parsed)


def test_a_bracket_above_many_links_takes_no_time():
    assert "<p>[a" in html(front("", "[a " + "[b](c.html) " * 400 + "[d]{.underline}").content.body)


@pytest.mark.parametrize("folder", ["_posts", "blog/_drafts"])
def test_marks_of_liquid_leave_code_of_jekyll(folder):
    text = "```\n{% raw %}\n{{ a }}\n{% endraw %}\nb {% raw %}{{ c }}{% endraw %}\n```\n"

    assert "<code>{{ a }}\nb {{ c }}\n</code>" in html(front("", text, path=f"content/{folder}/a.md").content.body)
    assert "<code>{% raw %}\n{{ a }}" in html(front("", text).content.body)


def test_what_hugo_knows_of_the_block_above_leaves():
    text = "| a | b |\n|---|---|\n| 1 | 2 |\n{.striped}\n\nText.\n{.lead .big}\n\n> Quote.\n{#q .wide}\n\n{.x} is a class.\n"

    parsed = front("", text)

    body = html(parsed.content.body)
    assert "{" not in body.partition("{.x} is")[0]
    assert '<p>Text.</p>\n<blockquote>\n<p id="q">Quote.</p>\n</blockquote>\n<p>{.x} is a class.</p>\n' in body
    assert 3 == findings(parsed).count("is left out")


@pytest.mark.parametrize("line", ["{.lead}", "{#note}", "{#if user}", "{#each items as item}"])
def test_what_belongs_to_no_block_above_stays(line):
    text = f"It begins with\n\n{line}\n\nand goes on.\n"

    parsed = front("", text)

    assert f"<p>{line}</p>" in html(parsed.content.body)
    assert "" == findings(parsed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text.\n{:#a}", '<p id="a">Text.</p>\n'),
        ("- {:#a} One.\n- Two.", '<ul>\n<li id="a">One.</li>\n<li>Two.</li>\n</ul>\n'),
        ("- {:#a}\n  One.\n- Two.", '<ul>\n<li id="a">One.</li>\n<li>Two.</li>\n</ul>\n'),
        ("- One.\n  {: #a}\n- Two.", '<ul>\n<li id="a">One.</li>\n<li>Two.</li>\n</ul>\n'),
        ("- One.\n  {:#a}\n\n- Two.", '<ul>\n<li>\n<p id="a">One.</p>\n</li>\n<li>\n<p>Two.</p>\n</li>\n</ul>\n'),
    ],
)
def test_an_id_of_kramdown_goes_to_what_it_ends(text, expected):
    parsed = front("", f"{text}\n\n[There](#a).")

    assert f'{expected}<p><a href="{{article articles/x.md#a}}">There</a>.</p>\n' == html(parsed.content.body)
    assert "" == findings(parsed)


def test_such_an_id_that_is_taken_is_told():
    parsed = front("", "## A {#a}\n\nText.\n{:#a}\n")

    assert '<p id="a-2">Text.</p>' in html(parsed.content.body)
    assert 'the id "a" is taken, so this place gets "a-2"' in findings(parsed)
