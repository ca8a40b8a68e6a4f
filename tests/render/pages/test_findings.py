import pytest
from tests.kit.published import facts


def said(publish, front="", text="Text.", **options):
    site = publish(
        f"-- content/a.md --\n---\ntitle: A\ndate: 2026-11-20\n{front}---\n{text}\n-- content/i.png --\nx\n", **options
    )
    return [
        (problem.code.removeprefix("render/"), problem.span.line)
        for problem in site.artifact("a/index.html").diagnostics
    ]


def test_a_sound_article_is_not_complained_about(publish):
    authors = "authors: [Jane Doe, 'Ana Lima (Research, Acme)']\n"

    assert [] == said(publish, f"{authors}license: CC-BY-4.0\nupdated: 2026-11-21\ndescription: D\n")


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("description: " + "word " * 80, "long-description"),
        ("updated: 2026-11-19", "updated-first"),
        ('authors: ["Jane Doe, reporter"]', "author-name"),
        ("author: desk@n.example", "author-name"),
        ("author: https://n.example/desk", "author-name"),
        ("corrections: [{date: 2026-11-19, text: X}]", "updated-first"),
        ("license: All rights reserved", "unknown-license"),
        ("license: CC-BY-5", "unknown-license"),
        ("canonical: www.example.org/a", "no-url"),
        ("sources: [{title: A report, url: report.pdf}]", "no-url"),
    ],
)
def test_a_finding_stands_at_the_key_that_mends_it(publish, front, code):
    assert [(code, 4)] == said(publish, front + "\n")


def test_a_title_may_be_too_long_for_search_engines(publish):
    site = publish("-- content/a.md --\n---\ndate: 2026-11-20\ntitle: " + "long " * 30 + "\n---\nText.\n")
    problem = site.artifact("a/index.html").diagnostics[0]

    assert ("render/long-title", 3) == (problem.code, problem.span.line)
    assert "the title has 149 characters; search engines show at most 110" == problem.message


def test_an_article_without_words_has_nothing_to_describe_it(publish):
    assert [("no-description", 0)] == said(publish, text="![A chart](i.png)")


def test_a_draft_that_has_just_been_begun_needs_no_words_yet(publish):
    assert [] == said(publish, "draft: true\n", text="", drafts=True)


def test_an_image_may_be_too_small(publish):
    front = "image: {src: i.png, alt: x}\n"

    assert [("small-image", 4)] == said(publish, front, images={"i.png": facts("i.png", 200, 200)})
    assert [] == said(publish, front, images={"i.png": facts("i.png", 300, 200)})
    assert [] == said(publish, front)


def test_a_desk_may_have_a_comma_in_its_name(publish):
    assert [] == said(publish, 'authors: ["Law, Policy and Health Desk"]\n')


def test_a_recording_needs_somebody_to_write_to(publish):
    front = "audio: https://i.example/x.mp3\n"
    site = '-- sitegen.toml --\n[site]\ntitle = "N"\nurl = "https://n.example/"\nemail = "desk@n.example"\n'

    assert [("no-owner", 0)] == said(publish, front)
    assert [] == said(publish, front, text=f"Text.\n{site}")


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("www.example.org/a", "write https://www.example.org/a"),
        ("example.org", "write https://example.org"),
        ("/a/", "begin it with https://"),
        ("mailto:desk@example.org", "begin it with https://"),
    ],
)
def test_an_address_that_is_no_full_url_is_told_with_what_it_was_to_be(publish, address, hint):
    site = publish(f"-- content/a.md --\n---\ntitle: A\ndate: 2026-11-20\ncanonical: {address}\n---\nText.\n")
    problem = site.artifact("a/index.html").diagnostics[0]

    assert f'"{address}" in "canonical" is no full URL, so it is left out' == problem.message
    assert hint == problem.hint
