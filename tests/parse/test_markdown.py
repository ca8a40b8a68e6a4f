"""The Markdown of the specification, and what the author's format changes in it."""

import re
from html import escape

import pytest
from markdown_it.common.normalize_url import normalizeLink
from tests.kit.cases import every_case

from sitegen.model.body import Picture, Ref
from sitegen.parse.draw.elements import draw
from sitegen.parse.draw.sheet import Sheet
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.markdown import markdown

EXCEPTIONS = {
    "raw HTML is closed where its surroundings end, and a tag that closes nothing is left out": (
        *(148, 151, 155, 165, 173, 174, 175, 184, 187, 476, 477, 494),
    ),
    "what HTML has no element for is text": (150, 163, 201, 491, 524, 536, 613, 614, 615, 623),
    "what looks like a tag and never ends is text": (156, 157, 158),
    "comments are dropped": (177, 179, 183, 308, 309, 625, 626),
    "processing instructions, declarations and CDATA mean nothing in HTML and are dropped": (
        180,
        181,
        182,
        627,
        628,
        629,
    ),
    "addresses in raw HTML are holes, and its `/>` is no end in HTML": (21, 31, 344, 616, 617, 630, 631, 642, 643),
    "raw images are holes": (475,),
    "style sheets go to the head of the page": (172, 176),
    "indented HTML is no code where only elements can stand, as in the row of a table": (191,),
    "code that may scroll can be reached with the keyboard": (169,),
    "a bare address is a link": (602, 608, 611),
    "bold in bold is bold": (464, 466),
    "spaces at the ends of bold leave it": (379, 391),
}
"""Examples that come out differently, by the reason."""


def test_every_exception_is_one():
    numbers = [number for group in EXCEPTIONS.values() for number in group]

    assert len(set(numbers)) == len(numbers)


@every_case("commonmark", beside=__file__)
def test_example_of_the_specification(case):
    number = int(case.title.partition(" ")[0])
    differs = any(number in group for group in EXCEPTIONS.values())

    actual = reference_form(render(case.input.replace("→", "\t")))

    assert (reference_form(case.expected.replace("→", "\t")) == actual) is not differs, actual


def render(text):
    """Return the HTML of a text, with holes filled by what stands in them."""
    manuscript = Manuscript("content/x.md", "x.md", text)
    env = {"manuscript": manuscript}
    md = markdown()
    sheet = Sheet(manuscript, md.options, env, md.own_draws)
    draw(sheet, md.parse(text, env))
    return "".join(map(fill, sheet.finish().parts))


def fill(part):
    if isinstance(part, Ref):
        return escape(normalizeLink(part.written))
    if isinstance(part, Picture):
        source = escape(normalizeLink(part.ref.written)) if part.ref else escape(part.src)
        title = f' title="{escape(part.title)}"' if part.title else ""
        image = f'<img src="{source}" alt="{escape(part.alt)}"{title}>'
        return f"<p>{image}</p>" if part.figure else image
    return part


def reference_form(html):
    """Return HTML without what themes need and the specification does not know, and without its XML."""
    html = re.sub(r'<figure class="code"[^<>]*><pre tabindex="0">', "<pre>", html).replace("</pre></figure>", "</pre>")
    html = re.sub(r'(<code class="language-ruby">)(.*?)</code>', _without_spans, html, flags=re.DOTALL)
    html = re.sub(r"<(br|hr|img[^<>]*?)\s*/>", r"<\1>", html)
    html = html.replace("<blockquote>\n</blockquote>", "<blockquote></blockquote>")
    return html.replace("&quot;", '"').replace("&#x27;", "'").strip()


def _without_spans(match):
    return match[1] + re.sub(r"</?span[^<>]*>", "", match[2]) + "</code>"


def test_the_parser_is_built_once():
    assert markdown() is markdown()


def test_an_extension_adds_rules_and_draws_its_own_tokens():
    def shout(md):
        def rule(state, silent):
            if not state.src.startswith("!!", state.pos):
                return False
            if not silent:
                state.push("shout", "b", 0)
            state.pos += 2
            return True

        md.inline.ruler.before("image", "shout", rule)
        md.add_render_rule("shout", lambda self, tokens, index, options, env: "<b>!!</b>")

    md = markdown((shout,))
    manuscript = Manuscript("content/x.md", "x.md", "Oh!! *no*")
    env = {"manuscript": manuscript}
    sheet = Sheet(manuscript, md.options, env, md.own_draws)
    draw(sheet, md.parse("Oh!! *no*", env))

    assert ("<p>Oh<b>!!</b> <em>no</em></p>\n",) == sheet.finish().parts


@pytest.mark.parametrize("name", ["fence", "paragraph_open"])
def test_an_extension_takes_over_a_token(name):
    def mark(md):
        md.add_render_rule(name, lambda self, tokens, index, options, env: "<own>")

    assert "<own>" in _with(mark, "```\nx\n```\n\ntext")


def _with(rule, text):
    md = markdown((rule,))
    manuscript = Manuscript("content/x.md", "x.md", text)
    env = {"manuscript": manuscript}
    sheet = Sheet(manuscript, md.options, env, md.own_draws)
    draw(sheet, md.parse(text, env))
    return "".join(map(str, sheet.finish().parts))
