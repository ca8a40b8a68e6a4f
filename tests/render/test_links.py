import pytest
from tests.kit.site import SiteBench

SITE = """\
-- sitegen.toml --
[site]
title = "N"
url = "https://news.example/repo/"
-- content/articles/a.md --
---
title: A
date: 2026-11-01
---
{text}
-- content/articles/b.md --
---
title: B
date: 2026-11-01
tags: [Open weights]
---
## A part

Text.
-- content/articles/draft.md --
---
title: D
date: 2026-11-01
draft: true
---
Text.
-- content/articles/data.csv --
1,2
-- content/pages/about.md --
---
title: About
---
Text.
"""


def linked(publish, text):
    """Return the text's HTML and what is wrong with it."""
    site = publish(SITE.replace("{text}", text))
    html = site.html("articles/a/index.html")
    return html.partition('<div class="prose">')[2].partition("</div>")[0].strip(), site.said("articles/a/index.html")


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("b.md", "/repo/articles/b/"),
        ("./b.md", "/repo/articles/b/"),
        ("../articles/b.md#a-part", "/repo/articles/b/#a-part"),
        ("b.md?x=1", "/repo/articles/b/?x=1"),
        ("data.csv", "/repo/articles/data.csv"),
        ("../b/", "/repo/articles/b/"),
        ("../b?x=1#a-part", "/repo/articles/b/?x=1#a-part"),
        ("../../about", "/repo/about/"),
        ("../../tags/open-weights/", "/repo/tags/open-weights/"),
        ("../../../../feed.xml", "/repo/feed.xml"),
        ("../..", "/repo/"),
        ("/about/", "/repo/about/"),
        ("/about", "/repo/about/"),
        ("/articles/b/#a-part", "/repo/articles/b/#a-part"),
        ("/articles/b.md", "/repo/articles/b/"),
        ("/tags/open-weights/", "/repo/tags/open-weights/"),
        ("/feed.xml", "/repo/feed.xml"),
        ("/repo/articles/b/#a-part", "/repo/articles/b/#a-part"),
        ("/repo/about", "/repo/about/"),
        ("/repo/", "/repo/"),
        ("https://other.example/x", "https://other.example/x"),
    ],
)
def test_a_link_leads_to_the_final_address(publish, target, href):
    assert (f'<p><a href="{href}">it</a></p>', []) == linked(publish, f"[it]({target})")


@pytest.mark.parametrize(
    ("target", "href", "hint"),
    [
        ("/posts/open-weights/", "", 'or keep such addresses: permalink = "/posts/:slug/" below [site]'),
        ("/2024/05/open-weights.html", "", 'or keep such addresses: permalink = "/:year/:month/:slug/" below [site]'),
        ("/blog/2024/05/12/open-weights", "", 'permalink = "/blog/:year/:month/:day/:slug/" below [site]'),
        ("/open-weights/?ref=a#a-part", "?ref=a#a-part", 'permalink = "/:slug/" below [site]'),
        ("/posts/open-weights/index.html", "", 'write "/articles/open-weights/"'),
        ("/en/news/open-weights/", "", 'write "/articles/open-weights/"'),
        ("../posts/open-weights.md", "", 'write "/articles/open-weights/"'),
    ],
)
def test_a_link_to_an_article_by_another_address_leads_there_and_is_told(publish, target, href, hint):
    """So links of articles that stood elsewhere before are alive."""
    moved = "-- content/articles/open-weights.md --\n---\ntitle: O\ndate: 2026-11-01\n---\n## A part\n\nText.\n"
    site = publish(SITE.replace("{text}", f"[it]({target})") + moved)
    (problem,) = site.artifact("articles/a/index.html").diagnostics

    assert f'<a href="/repo/articles/open-weights/{href}">it</a>' in site.html("articles/a/index.html")
    assert f'nothing stands at "{target}", so this leads to the article of that name' == problem.message
    assert problem.hint.endswith(hint)


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        ("/blog/releases/v1.2.0/", True),
        ("/en/blog/v1.2.0.html", True),
        ("/docs/v1.2.0/", False),
        ("/blog/releases/v1.2.0.zip", False),
    ],
)
def test_a_version_in_a_folder_of_articles_means_the_article_of_that_name(publish, target, leads):
    moved = "-- content/news/v1.2.0.md --\n---\ntitle: O\ndate: 2026-11-01\n---\nText.\n"
    site = publish(SITE.replace("{text}", f"[it]({target})") + moved)
    (problem,) = site.artifact("articles/a/index.html").diagnostics

    assert ("render/moved-link" if leads else "render/dead-link") == problem.code
    assert leads == ('<a href="/repo/news/v1.2.0/">it</a>' in site.html("articles/a/index.html"))


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("/author/ana-lima", "/authors/ana-lima/"),
        ("/blog/tag/Open%20Weights/", "/tags/open-weights/"),
        ("/categories/open-weights/", "/tags/open-weights/"),
        ("/category/health.html", ""),
    ],
)
def test_a_link_to_a_list_by_another_address_leads_there_and_is_told(publish, target, place):
    other = "-- content/articles/c.md --\n---\ntitle: C\ndate: 2026-11-01\nauthor: Ana Lima\ntags: [Open weights]\n---\nText.\n"
    site = publish(SITE.replace("{text}", f"[it]({target})") + other)
    (problem,) = site.artifact("articles/a/index.html").diagnostics

    assert bool(place) == (f'<a href="/repo{place}">it</a>' in site.html("articles/a/index.html"))
    if place:
        assert f'nothing stands at "{target}", so this leads to the list of that name' == problem.message
        assert problem.hint.startswith(f'write "{place}", or below [redirects] "/')


def test_a_link_by_another_pattern_leads_to_the_article_whose_name_has_a_day(publish):
    moved = "-- content/_posts/2026-11-01-open-weights.md --\n---\ntitle: O\n---\nText.\n"
    site = publish(SITE.replace("{text}", "[it](/open%20news/2026/11/01/open-weights.html)") + moved)

    assert 'href="/repo/2026-11-01-open-weights/">it<' in site.html("articles/a/index.html")


@pytest.mark.parametrize("target", ["../open-weights/", "/articles/open-weights/"])
def test_a_link_that_differs_by_capitals_is_told_with_the_setting_that_keeps_it(publish, target):
    moved = "-- content/articles/Open-Weights.md --\n---\ntitle: O\ndate: 2026-11-01\n---\nText.\n"
    site = publish(SITE.replace("{text}", f"[it]({target})") + moved)
    (problem,) = site.artifact("articles/a/index.html").diagnostics

    expected = 'write "/articles/Open-Weights/", or keep such addresses: lowercase = true below [site]'
    assert expected == problem.hint


@pytest.mark.parametrize(("target", "led"), [("/posts/weights/", True), ("/2024/weights", True), ("/weights", False)])
def test_a_name_of_one_word_means_an_article_below_a_folder_of_articles(publish, target, led):
    moved = "-- content/articles/weights.md --\n---\ntitle: O\ndate: 2026-11-01\n---\nText.\n"
    site = publish(SITE.replace("{text}", f"[it]({target})") + moved)

    assert led == ('href="/repo/articles/weights/">it<' in site.html("articles/a/index.html"))


@pytest.mark.parametrize(
    "target", ["/tags/about-us/", "/category/about-us", "/about-us.pdf", "/about-us/people/", "/us/", "about-us.png"]
)
def test_a_link_to_something_else_of_that_name_leads_nowhere(publish, target):
    moved = "-- content/pages/about-us.md --\n---\ntitle: O\n---\nText.\n"
    site = publish(SITE.replace("{text}", f"[it]({target})") + moved)

    (said,) = site.said("articles/a/index.html")
    assert said.endswith(f'"{target}" leads nowhere [render/dead-link]')


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("nope.md", '"nope.md" leads nowhere [render/dead-link]'),
        ("", "this link has no address [render/dead-link]"),
        ("/nowhere/", '"/nowhere/" leads nowhere [render/dead-link]'),
        ("draft.md", '"draft.md" leads to an article that is a draft [render/dead-link]'),
        ("/articles/draft", '"/articles/draft" leads to an article that is a draft [render/dead-link]'),
    ],
)
def test_the_text_of_a_dead_link_stays_and_its_place_is_told(publish, target, told):
    html, said = linked(publish, f"Before [it]({target}).")

    assert "<p>Before <a>it</a>.</p>" == html
    assert [f"content/articles/a.md:5:{13 if target else 8}: warning: {told}"] == said


def test_a_dead_anchor_leads_to_the_article(publish):
    html, said = linked(publish, "[it](b.md#a-prat)")

    assert '<p><a href="/repo/articles/b/">it</a></p>' == html
    assert [
        'content/articles/a.md:5:6: warning: "articles/b" has no place called "#a-prat" [render/dead-anchor]'
    ] == said


@pytest.mark.parametrize("anchor", ["apart", "A-Part", "a.part", "-a-part"])
def test_an_anchor_that_another_generator_spells_otherwise_leads_on(publish, anchor):
    assert ('<p><a href="/repo/articles/b/#a-part">it</a></p>', []) == linked(publish, f"[it](b.md#{anchor})")


def test_an_anchor_that_two_places_may_mean_leads_to_the_article(publish):
    site = publish(SITE.replace("{text}", "[it](b.md#apart)").replace("## A part", "## A part\n\n## C {#a_part}"))

    assert '<a href="/repo/articles/b/">it</a>' in site.html("articles/a/index.html")
    assert [
        'content/articles/a.md:5:6: warning: "articles/b" has no place called "#apart" [render/dead-anchor]'
    ] == site.said("articles/a/index.html")


def test_words_for_the_browser_to_find_are_no_anchor(publish):
    html, said = linked(publish, "[it](b.md#:~:text=a%20part)")

    assert ('<p><a href="/repo/articles/b/#:~:text=a%20part">it</a></p>', []) == (html, said)


def test_a_file_can_be_named_without_its_ending(publish):
    html, said = linked(publish, "[it](b#a-part)")

    assert ('<p><a href="/repo/articles/b/#a-part">it</a></p>', []) == (html, said)


def test_hints_name_the_nearest_address(publish):
    site = publish(SITE.replace("{text}", "[x](/abuot/) [y](../b.md) [z](b.md#a-prat)"))
    hints = [problem.hint for problem in site.artifact("articles/a/index.html").diagnostics]

    assert ['did you mean "/about/"?', 'did you mean "b.md"?', 'did you mean "#a-part"?'] == hints


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("desk@news.example", "mailto:desk@news.example"),
        ("www.other.example/a", "https://www.other.example/a"),
        ("/docs.other.org", "https://docs.other.org"),
        ("other.com/x?y#z", "https://other.com/x?y#z"),
        ("”https://other.example/”", "https://other.example/"),
        ("‘//other.example/x’", "//other.example/x"),
        ("Other.Com", "https://Other.Com"),
    ],
)
def test_hints_name_the_url_that_was_meant(publish, written, meant):
    assert [f'did you mean "{meant}"?'] == [
        problem.hint
        for problem in publish(SITE.replace("{text}", f"[x]({written})")).artifact("articles/a/index.html").diagnostics
    ]


def test_an_image_for_fine_screens_is_no_mail_address(publish):
    site = publish(SITE.replace("{text}", "![A map](map@2x.png) [It](/map@2x.png)"))
    hints = [problem.hint for problem in site.artifact("articles/a/index.html").diagnostics]

    assert ["correct the address, or take the image out", "correct the address, or take the link out"] == hints


@pytest.mark.parametrize("written", ["com.md", "a.community/x", "node.io.html", "a.info.py"])
def test_files_are_taken_for_no_hosts(publish, written):
    site = publish(SITE.replace("{text}", f"[x]({written})"))
    hints = [problem.hint for problem in site.artifact("articles/a/index.html").diagnostics]

    assert [False] == ["https" in hint for hint in hints]


def test_a_missing_image_is_taken_for_no_article(publish):
    site = publish(SITE.replace("{text}", "![x](/abuot/) [y](/abuot/)"))
    hints = [problem.hint for problem in site.artifact("articles/a/index.html").diagnostics]

    assert ["correct the address, or take the image out", 'did you mean "/about/"?'] == hints


def test_an_image_is_found_in_the_folder_of_all_images(publish):
    ward, icon = "-- content/assets/images/news/ward.png --\nx\n", "-- content/img/icon.png --\nx\n"
    site = publish(SITE.replace("{text}", "![W](news/ward.png) ![I](icon.png) ![N](./icon.png)") + ward + icon)

    assert ' src="/repo/assets/images/news/ward.png"' in site.html("articles/a/index.html")
    assert site.html("articles/a/index.html").count(' src="/repo/img/icon.png"') == 1
    assert ['there is no image "./icon.png"'] == [
        problem.message
        for problem in site.artifact("articles/a/index.html").diagnostics
        if problem.code == "render/missing-image"
    ]


def test_an_image_is_found_by_its_address_with_the_path_of_the_site(publish):
    more = "-- content/img/a.png --\nx\n-- content/repo/img/b.png --\nx\n-- content/img/b.png --\nx\n"
    site = publish(SITE.replace("{text}", "![A](/repo/img/a.png) ![B](/repo/img/b.png) ![C](/repo/img/c.png)") + more)

    html = site.html("articles/a/index.html")
    assert ' src="/repo/img/a.png"' in html
    assert ' src="/repo/repo/img/b.png"' in html
    assert ['there is no image "/repo/img/c.png"'] == [
        problem.message
        for problem in site.artifact("articles/a/index.html").diagnostics
        if problem.code == "render/missing-image"
    ]


def test_a_file_of_the_folder_for_templates_is_found_there(publish):
    site = publish(SITE.replace("{text}", "![x](/img/x.png)\n\n[y](/img/x.png)") + "-- static/img/x.png --\nx\n")
    hints = [problem.hint for problem in site.artifact("articles/a/index.html").diagnostics]

    assert ['move "img/x.png" from static/, whose files are for templates, to content/'] * 2 == hints


def test_an_article_is_found_whatever_its_suffix(publish):
    site = publish(
        SITE.replace("{text}", "## Here\n\n[a](#here) [b](c.markdown#part) [c](/articles/c.markdown#part)")
        + "-- content/articles/c.markdown --\n---\ntitle: C\ndate: 2026-11-01\nrelated: [c.markdown, a.md]\n---\n"
        + "## Part\n\n[a](#part)\n"
    )

    assert [] == site.said("articles/a/index.html") + site.said("articles/c/index.html")


def test_a_link_from_the_page_of_a_file_whose_name_has_its_accents_apart_leads_on(publish):
    site = publish(SITE.replace("articles/a.md", "articles/re\u0301cit.md").replace("{text}", "[b](../b/)"))

    assert [] == site.said("articles/r\u00e9cit/index.html")


def test_a_picture_that_few_browsers_show_is_told_and_shown_all_the_same(publish):
    site = publish(SITE.replace("{text}", "![A ward](ward.heic)") + "-- content/articles/ward.heic --\nx\n")

    assert 'src="/repo/articles/ward.heic"' in site.html("articles/a/index.html")
    told = "\n".join(site.said("articles/a/index.html"))
    assert "few browsers show HEIC images" in told


def test_a_path_as_windows_has_it_is_told_with_the_right_one(tmp_path):
    archive = SITE.replace("{text}", r"![A ward](img\\ward.svg)") + "-- content/articles/img/ward.svg --\n<svg/>\n"

    assert 'write "img/ward.svg"' in [found.hint for found in SiteBench(tmp_path, archive).build().diagnostics]


def test_what_cannot_be_read_is_told_once_and_links_to_it_are_not(tmp_path):
    archive = SITE.replace("{text}", "[Data](files/data.csv) and ![A](ward.png).")
    site = SiteBench(tmp_path, archive)
    (tmp_path / "content/articles/files").symlink_to("nowhere")
    (tmp_path / "content/articles/ward.png").symlink_to("nowhere")

    assert ["scan/unreadable"] * 2 == [found.code for found in site.build().diagnostics]
