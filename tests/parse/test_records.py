"""Values of several parts become nouns."""

import re
from datetime import date

import pytest
from tests.kit.parsing import findings, front, html

from sitegen.model.article import Audio, Citation, Correction, Image
from sitegen.model.body import Ref


def ref(target, written, line, column, *, image=True):
    return Ref("file", target, "", "", written, line, column, image)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            'image: {src: ward.jpg, alt: A ward, caption: "A *ward*", credit: Ana, license: CC0-1.0}',
            Image(ref("articles/ward.jpg", "ward.jpg", 2, 14), "", "A ward", "A <em>ward</em>", "Ana", "CC0-1.0"),
        ),
        ("image: {src: https://example.org/a.jpg, alt: A}", Image(None, "https://example.org/a.jpg", "A")),
        ("cover: {image: a.png, alt: A, hidden: true}", Image(ref("articles/a.png", "a.png", 2, 16), "", "A")),
        ("previewImg: a.png\npreview_img_alt: A", Image(ref("articles/a.png", "a.png", 2, 13), "", "A")),
        ("images: [a.png, b.png]\nimage_alt: A\nimage_credit: B", Image(ref("articles/a.png", "a.png", 2, 10), "", "A", "", "B")),
        ("images:\n- name: a.PNG\n  sub: A\n  alt: A", Image(ref("articles/a.PNG", "a.PNG", 3, 9), "", "A")),
        ("cover: {feature: a.png, thumb: b.png, alt: A}", Image(ref("articles/a.png", "a.png", 2, 18), "", "A")),
        ("image: {feature: a.png, alt: A}", Image(ref("articles/a.png", "a.png", 2, 18), "", "A")),
        *((f"image: {empty}", None) for empty in ("", "[]", "false", '{src: "", alt: A}')),
        *((f"cover: {others}", None) for others in ("{hidden: true}", "{image: , alt: }", "{a: a.png, b: b.png}")),
    ],
)  # fmt: skip
def test_images(lines, expected):
    parsed = front(lines, hosts=("example.org",))

    assert (expected, "") == (parsed.article.meta.image, findings(parsed))


def test_an_image_on_another_host_is_told_of_unless_it_is_wanted():
    lines = "image: {src: https://example.org/a.jpg, alt: A}"

    assert "! 2:14+25 parse/other-host: this image comes from example.org" in findings(front(lines))
    assert "" == findings(front(lines, hosts=("example.org",)))


@pytest.mark.parametrize("written", ["https://Example.org/a.jpg", "//example.org/a.jpg", "http://example.org/a.jpg"])
def test_the_site_itself_is_no_other_host(written):
    body = f'![A]({written})\n\n<img src="{written}" alt="A">\n'
    parsed = front(f"image: {{src: {written}, alt: A}}", body, url="https://EXAMPLE.org/news/")

    assert "" == findings(parsed)
    assert "parse/other-host" in findings(front("", body, url="https://example.org:8000/"))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("image: a.png", '! 2:1+5 parse/no-alt: the image in "image" has no description (write image: {src: …, alt: "what it shows"})\n'),
        ("image: {alt: A}", '! 2:8+8 parse/bad-value: "image" names no file (write image: {src: picture.jpg, alt: "…"})\n'),
        ("image: {src: a.png, altt: A, alt: B}", '! 2:21+4 parse/unknown-key: unknown front-matter key "altt" in "image" (did you mean "alt"?)\n'),
    ],
)  # fmt: skip
def test_images_that_lack_something(lines, expected):
    assert expected == findings(front(lines))


def test_what_describes_the_image_may_stand_beside_it():
    assert "A ward" == front('image: a.png\nalt: "A ward"').article.meta.image.alt


def test_a_recording_by_any_name():
    told = front('file: https://example.org/a.mp3\nduration: "3:04"\nlength: "12"').article.meta
    beside = front("audio: a.mp3\nfile: b.mp3\nlength: 12").article.meta
    long = front("talk: a.ogg\nlength: an hour").article.meta

    assert Audio(None, "https://example.org/a.mp3", "audio/mpeg", 12, "3:04") == told.audio
    assert {"file": "https://example.org/a.mp3", "duration": "3:04", "length": "12"} == told.extra
    assert "a.mp3" == beside.audio.ref.written
    assert Audio(ref("articles/a.ogg", "a.ogg", 2, 7, image=False), "", "audio/ogg") == long.audio
    assert None is front("file: a.pdf").article.meta.audio
    assert None is front("note: how I made a.mp3").article.meta.audio
    assert "" == findings(front("file: a.mp3\nduration: '3:04'"))


def test_audio():
    assert (
        Audio(ref("articles/a.mp3", "a.mp3", 2, 8, image=False), "", "audio/mpeg")
        == front("audio: a.mp3").article.meta.audio
    )
    whole = front("audio: {src: https://example.org/a.ogg, length: 12, duration: '3:04'}").article.meta.audio
    assert Audio(None, "https://example.org/a.ogg", "audio/ogg", 12, "3:04") == whole
    assert '! 2:8+9 parse/bad-value: "audio" names no file (write audio: talk.mp3)\n' == findings(
        front("audio: {type: x}")
    )


def test_corrections():
    parsed = front(
        'corrections:\n  - {date: 2026-11-21, text: "The *year* was wrong."}\n  - {text: x}\n  - {date: 2026-11-21}\n  - x'
    )

    assert (Correction(date(2026, 11, 21), "The <em>year</em> was wrong."),) == parsed.article.meta.corrections
    assert (
        '! 4:5+9 parse/bad-value: an entry of "corrections" has no date (write - {date: 2026-11-21, text: "…"})\n'
        '! 5:5+18 parse/bad-value: an entry of "corrections" has no text (write - {date: 2026-11-21, text: "…"})\n'
        '! 6:5+1 parse/wrong-type: "corrections" must be a table of keys, not text (its keys are date, text)\n'
    ) == findings(parsed)


def test_sources():
    parsed = front(
        "sources:\n  - https://example.org/a\n  - A book\n  - {title: T, url: https://example.org/, author: A, year: 2024}\n  - {year: 1}"
    )

    assert (
        Citation("https://example.org/a", "https://example.org/a"),
        Citation("A book"),
        Citation("T", "https://example.org/", "A", "2024"),
    ) == parsed.article.meta.sources
    assert (
        '! 6:5+9 parse/bad-value: an entry of "sources" has no title (write - {title: "…", url: https://…})\n'
        == findings(parsed)
    )


def test_questions_may_be_titles_and_answers_contents():
    parsed = front("faq:\n- {title: What?, content: This.}\n- {name: Why?, text: So.}\n- {q: How?, a: Thus., name: x}")

    assert ["What?", "Why?", "How?"] == [faq.question for faq in parsed.content.faqs]
    assert ['unknown front-matter key "name" in "faq"'] == [found.message for found in parsed.article.diagnostics]


def test_a_table_may_hold_the_list_of_questions():
    parsed = front("faq:\n  heading: FAQ\n  items:\n  - {q: What?, a: This.}\n  - {q: Why?, a: So.}")

    assert ["What?", "Why?"] == [faq.question for faq in parsed.content.faqs]
    assert [('unknown front-matter key "heading" in "faq"', "its keys are items")] == [
        (found.message, found.hint) for found in parsed.article.diagnostics
    ]


@pytest.mark.parametrize("lines", ["faq:\n  What?: This.\n  Why?: So.", "faq:\n- What?: This.\n- {q: Why?, a: So.}"])
def test_answers_may_stand_by_their_questions(lines):
    parsed = front(lines)

    assert ["What?", "Why?"] == [faq.question for faq in parsed.content.faqs]
    assert "" == findings(parsed)


CALLOUT = '<aside class="callout callout-{0}" role="note">\n<p class="callout-title">{1}</p>\n<p>{2}</p>\n</aside>'


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("did_you_know: Files.", ("did-you-know", "Did you know?", "Files.")),
        ("pro_tip: [Read *it*.]", ("pro-tip", "Pro tip", "Read <em>it</em>.")),
        ("callouts:\n- {type: real-life-example, title: A ward, text: It did.}", ("example", "A ward", "It did.")),
        ("callouts: [{title: Did You Know?, content: Files.}]", ("did-you-know", "Did You Know?", "Files.")),
        ("callouts: {pro_tip: Read it.}", ("pro-tip", "Pro tip", "Read it.")),
        ("callouts: ['Pro Tip: Read it.']", ("pro-tip", "Pro Tip", "Read it.")),
        ("callouts: [Read it.]", ("note", "Note", "Read it.")),
    ],
)
def test_callouts(lines, expected):
    parsed = front(lines)

    assert f"<p>Text.</p>\n{CALLOUT.format(*expected)}\n" == html(parsed.content.body)
    assert ((expected[0],), "") == (parsed.article.callouts, findings(parsed))


def test_callouts_stand_at_the_ends_of_sections_in_order_and_before_the_faq():
    text = "Text.\n\n## One\n\nA.\n\n---\n\n## Two\n\nB.\n\n## FAQ\n\n### Why?\n\nSo.\n"
    body = html(front("callouts: ['Pro tip: 1.', 'Pro tip: 2.', 'Pro tip: 3.']", text).content.body)

    assert ["One", "1.", "Two", "2.", "3."] == re.findall(r">(One|Two|\d\.)<", body)
    assert body.index("1.") < body.index("<hr>") < body.index("Two") < body.index("3.") < body.index("faq")


def test_a_callout_that_the_text_has_as_well_is_shown_once():
    assert 1 == html(front("pro_tip: Read it.", "**Pro Tip:** Read *it*.\n").content.body).count("Read")


def test_what_a_callout_says_in_vain_is_told():
    lines = "callouts:\n- {type: did-you-knw, text: Files.}\n- {type: tip, text: Read it., icon: x}\n- {heading: A}\n"
    lines += "- {type: tip, txt: Read it.}\n- {icon: x}\n"

    assert [
        'unknown callout kind "did-you-knw"',
        'unknown front-matter key "icon" in "callouts"',
        'an entry of "callouts" has no text',
        'unknown front-matter key "txt" in "callouts"',
        'unknown front-matter key "icon" in "callouts"',
    ] == [found.message for found in front(lines).article.diagnostics]
    assert {"callouts": True} == front("callouts: true").article.meta.extra
