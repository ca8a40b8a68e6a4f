"""The preview in a browser: what an editor sees while writing."""

import json
import time

import pytest
from tests.kit.browser import find_chromium, open_browser
from tests.kit.preview import run_preview, serve_site
from tests.kit.site import SiteBench

pytestmark = pytest.mark.browser

PARAGRAPHS = "\n\n".join(
    f"Paragraph {number} of a long text about models and the people who use them." * 3 for number in range(40)
)

SITE = f"""\
-- sitegen.toml --
[site]
title = "The Weights"
url = "https://news.example/repo/"
timezone = "Europe/Berlin"
author = "News Desk"
-- content/articles/weights.md --
---
title: Why open weights matter
date: 2026-01-05
tags: [weights]
faq:
  - q: What are open weights?
    a: Parameters that anyone may download.
  - q: Who needs them?
    a: Everyone.
---
The first sentence stands here.

![A chart](chart.svg)

{PARAGRAPHS}

## The middle

One sentence stands alone.

{PARAGRAPHS}
-- content/articles/chart.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="300" height="100"><path d="M0 0h9v9z"/></svg>
-- content/articles/other.md --
---
title: Another story
description: What it is about.
date: 2026-01-04
---
Its text.
-- content/articles/draft.md --
---
title: Not yet told
date: 2026-01-03
draft: true
---
Its text.
-- content/articles/later.md --
---
title: Told later
date: 2999-01-03
---
Its text.
-- static/css/extra.css --
.masthead {{ outline-color: rgb(1, 2, 3); }}
-- templates/base.html --
{{% extends "base.html" %}}
{{% block head %}}<link rel="stylesheet" href="{{{{ asset('css/extra.css') }}}}">{{% endblock %}}
{{% block footer %}}<p id="mark">One</p>{{{{ super() }}}}{{% endblock %}}
"""

CALLOUT = "> [!TIP]\n> A callout."
"""More than prose, so that the page is loaded again."""

ARTICLE = "articles/weights/"
SOURCE = "content/articles/weights.md"
LIVE = "document.querySelector('sitegen-live')?.shadowRoot"
_LOADED = (
    "performance.getEntriesByType('resource').filter((file) => file.name.includes('/__sitegen/') && file.responseEnd)"
)
SCRIPTED = f"{_LOADED}.filter((file) => file.name.endsWith('.js')).length >= 5"
"""All of the preview's script has come."""
ERRORS = f"{LIVE}?.querySelector('.overlay')"
WARNINGS = f"{LIVE}?.querySelector('.corner')"


@pytest.fixture(scope="module")
def browser():
    with open_browser(find_chromium()) as browser:
        yield browser


@pytest.fixture
def site(tmp_path):
    return SiteBench(tmp_path / "site", SITE)


@pytest.fixture
def preview(site):
    with run_preview(serve_site(site.root)) as preview:
        yield preview


@pytest.fixture
def page(browser, preview):
    page = browser.page(preview.url + ARTICLE)
    page.value("window.before = true")
    yield page
    page.close()


def holds(text):
    return f"document.body.textContent.includes({json.dumps(text)})"


def overlay(page):
    """Return the text of the overlay, once it is there."""
    page.wait(ERRORS)
    return page.value(f"{ERRORS}.textContent")


# What changed is shown


def test_a_changed_sentence_is_changed_in_place(site, page):
    site.edit(SOURCE, "One sentence stands alone.", "One sentence *stands* alone, rewritten.")

    page.wait(f"{holds('rewritten.')} && document.querySelector('article em')")
    assert page.value("window.before")


def test_prose_comes_and_goes_in_place(site, page):
    new = "## The middle\n\nA *new* paragraph with [a link](other.md).\n\n- One\n- Two\n\n> Quoted."
    site.edit(SOURCE, "## The middle", new)
    page.wait(f"{holds('A new paragraph')} && document.querySelector('article em')")
    assert page.value("document.querySelector('a[href=\"/repo/articles/other/\"]').textContent") == "a link"
    site.edit(SOURCE, new, "## The middle")

    page.wait(f"!{holds('A new paragraph')}")
    assert page.value("window.before")


def test_what_is_more_than_prose_is_loaded_again(site, page):
    site.edit(SOURCE, "## The middle", f"{CALLOUT}\n\n## The middle")

    page.wait(holds("A callout."))
    assert page.value("window.before") is None


def test_a_page_changed_in_place_is_the_page_that_was_built(site, page, browser, preview):
    site.edit(SOURCE, "The first sentence stands here.", "The first & only *sentence* <b>stands</b> here.\n\nSo it is.")
    page.wait(holds("So it is."))
    fresh = browser.page(preview.url + ARTICLE)
    built = "document.querySelector('article').innerHTML"

    assert page.value("window.before")
    assert fresh.value(built) == page.value(built)
    assert fresh.value("document.title") == page.value("document.title")
    description = "document.querySelector('meta[name=description]').content"
    assert fresh.value(description) == page.value(description)
    fresh.close()


def test_a_changed_title_is_shown(site, page, browser, preview):
    home = browser.page(preview.url)
    site.edit(SOURCE, "Why open weights matter", "Why they matter so much")

    page.wait("document.title.includes('Why they matter so much')")
    home.wait(holds("Why they matter so much"))
    home.close()


def test_a_page_that_did_not_change_is_left_alone(site, page, preview):
    site.edit("content/articles/other.md", "Its text.", "Its other text.")
    preview.wait_until("articles/other/", "Its other text.")

    assert page.stays("window.before")


def test_a_changed_style_sheet_is_swapped_without_a_reload(site, page):
    color = "getComputedStyle(document.querySelector('.masthead') ?? document.body).outlineColor"
    site.edit("static/css/extra.css", "rgb(1, 2, 3)", "rgb(4, 5, 6)")
    site.edit("static/css/extra.css", ".masthead", "body, .masthead")

    page.wait(f"{color} === 'rgb(4, 5, 6)'")
    assert page.value("window.before")
    page.wait("document.querySelectorAll('link[href*=extra]').length === 1")


def test_style_sheets_can_be_swapped_again_and_again(site, page):
    for number in range(10, 14):
        site.write("static/css/extra.css", f"body {{ outline-color: rgb({number}, 0, 0); }}\n")
        page.wait(f"getComputedStyle(document.body).outlineColor === 'rgb({number}, 0, 0)'")

    assert page.value("window.before")
    page.wait("document.querySelectorAll('link[href*=extra]').length === 1")


def test_a_changed_template_is_shown(site, page):
    site.edit("templates/base.html", "One", "Two")

    page.wait("document.getElementById('mark').textContent === 'Two'")


def test_a_changed_configuration_is_shown(site, page):
    site.edit("sitegen.toml", "The Weights", "The Other Weights")

    page.wait("document.title.includes('The Other Weights')")


def test_another_base_path_is_followed(site, page, preview):
    site.edit("sitegen.toml", "/repo/", "/paper/")

    page.wait(f"location.pathname === '/paper/articles/weights/' && {holds('The first sentence')}")


def test_a_changed_picture_is_shown(site, page):
    width = "document.querySelector('img[src*=chart]').naturalWidth"
    page.wait(f"{width} === 300")
    site.edit("content/articles/chart.svg", 'viewBox="0 0 300 100" width="300"', 'viewBox="0 0 200 100" width="200"')

    page.wait(f"{width} === 200")


def test_a_picture_that_changes_with_the_text_beside_it_is_shown(site, page):
    """The page is changed in place, and shows the new picture all the same."""
    page.value("window.before = true")
    drawn = "fetch(document.querySelector('img[src*=chart]').src).then((answer) => answer.text())"
    site.edit("content/articles/chart.svg", "M0 0h9v9z", "M0 0h8v8z")
    site.edit(SOURCE, "The first sentence", "The first words")

    page.wait(f"{holds('The first words')} && document.querySelector('img[src*=chart]').src.includes('sitegen=')")
    assert "M0 0h8v8z" in page.value(drawn)
    assert page.value("window.before")


def test_a_renamed_article_is_followed(site, page):
    site.rename(SOURCE, "content/articles/open-weights.md")

    page.wait(f"location.pathname === '/repo/articles/open-weights/' && {holds('The first sentence')}")


def test_an_article_with_another_slug_is_followed(site, page):
    site.edit(SOURCE, "tags: [weights]", "tags: [weights]\nslug: elsewhere")

    page.wait("location.pathname === '/repo/articles/elsewhere/'")


def test_a_page_that_comes_to_be_is_shown(site, browser, preview):
    page = browser.page(preview.url + "articles/new/")
    site.write("content/articles/new.md", "---\ntitle: New\ndate: 2026-01-06\n---\nFresh text.\n")

    page.wait(holds("Fresh text."))
    page.close()


def test_a_file_saved_by_rename_is_shown(site, page):
    text = (site.root / SOURCE).read_text().replace("The first sentence", "The changed sentence")
    site.write("content/articles/.weights.md.new", text)
    site.rename("content/articles/.weights.md.new", SOURCE)

    page.wait(holds("The changed sentence"))


def test_a_file_saved_as_vim_does_it_is_shown(site, page):
    text = (site.root / SOURCE).read_text().replace("The first sentence", "The changed sentence")
    site.write("content/articles/4913", "")
    site.delete("content/articles/4913")
    site.rename(SOURCE, f"{SOURCE}~")
    site.write(SOURCE, text)
    site.delete(f"{SOURCE}~")

    page.wait(holds("The changed sentence"))
    assert not page.value(ERRORS)


def test_a_half_written_file_shows_no_mistake(site, page, preview):
    text = (site.root / SOURCE).read_text().replace("The first sentence", "The changed sentence")
    with (site.root / SOURCE).open("w") as file:
        file.write(text[:30])
        file.flush()
        time.sleep(0.12)
        file.write(text[30:])

    page.wait(holds("The changed sentence"))
    assert "error" not in preview.said.replace("0 errors", "")


# What the reader did is kept


def test_the_place_is_kept(site, page):
    page.value("document.getElementById('the-middle').scrollIntoView({behavior: 'instant'})")
    page.value("scrollBy({top: 333, behavior: 'instant'})")
    top = "document.getElementById('the-middle').getBoundingClientRect().top"
    before = page.value(top)
    site.edit(SOURCE, "The first sentence stands here.", f"A first paragraph.\n\n{CALLOUT}\n\nA third. It stands here.")

    kept = f"Math.abs({top} - {before}) < 2"
    page.wait(f"{holds('A third.')} && {kept}")
    assert page.stays(kept)
    assert page.value("scrollY") > 1000


def test_open_entries_are_kept(site, page):
    page.value("document.querySelectorAll('.faq details')[1].open = true")
    site.edit(SOURCE, "The first sentence", f"{CALLOUT}\n\nThe changed sentence")

    page.wait(f"!window.before && {holds('The changed sentence')} && document.readyState === 'complete'")
    assert [False, True] == page.value("[...document.querySelectorAll('.faq details')].map(({open}) => open)")


def test_the_chosen_colours_are_kept(site, page):
    page.value("document.querySelector('[data-theme-switch]').click()")
    chosen = page.value("document.documentElement.dataset.theme")
    site.edit(SOURCE, "The first sentence", f"{CALLOUT}\n\nThe changed sentence")

    page.wait(f"!window.before && {holds('The changed sentence')} && document.readyState === 'complete'")
    assert ("light", "light") == (chosen, page.value("document.documentElement.dataset.theme"))
    page.value("localStorage.clear()")


def test_colours_chosen_without_being_stored_are_kept(site, page):
    page.value("document.documentElement.setAttribute('data-contrast', 'more')")
    for old, new in (("first", "second"), ("second", "third")):
        page.value("window.before = true")
        site.edit(SOURCE, f"The {old} sentence", f"{CALLOUT}\n\nThe {new} sentence")
        page.wait(f"!window.before && {holds(f'The {new} sentence')} && document.readyState === 'complete'")

    assert "more" == page.value("document.documentElement.dataset.contrast")


# Mistakes


@pytest.mark.parametrize(
    ("path", "good", "bad", "place", "words"),
    [
        (SOURCE, "date: 2026-01-05", "date: 2026-02-30", f"{SOURCE}:3:7", "2026-02-30"),
        (SOURCE, "title: Why", "title: [Why", SOURCE, "parse/front-matter"),
        ("templates/base.html", "{% extends", "{% extend", "templates/base.html:1", "render/template-syntax"),
        ("sitegen.toml", 'title = "', 'tittle = "', "sitegen.toml:2:1", "did you mean"),
    ],
    ids=["a date", "front matter", "a template", "the configuration"],
)
def test_a_mistake_is_shown_over_the_last_good_page_until_it_is_mended(site, page, path, good, bad, place, words):
    site.edit(path, good, bad)

    text = overlay(page)
    assert (True, True) == (place in text, words in text)
    assert page.value(holds("The first sentence"))
    assert page.value("window.before")
    site.edit(path, bad, good)

    page.wait(f"!({ERRORS})")
    assert page.value(holds("The first sentence"))


def test_a_mistake_has_the_words_of_the_terminal(site, page, preview):
    site.edit(SOURCE, "date: 2026-01-05", "date: 2026-02-30")
    page.wait(ERRORS)

    told = page.value(f"{ERRORS}.querySelector('pre').textContent")

    assert told in preview.said
    assert 4 == len(told.splitlines())


def test_a_mistake_opens_the_editor(site, page):
    site.edit(SOURCE, "date: 2026-01-05", "date: 2026-02-30")
    page.wait(ERRORS)

    link = page.value(f"{ERRORS}.querySelector('pre a').href")

    assert f"vscode://file{site.root.as_posix()}/{SOURCE}:3:7" == link


def test_a_broken_style_sheet_is_shown_as_a_browser_does(site, page):
    site.write("static/css/extra.css", "body { outline-color: rgb(1, }")
    page.wait("document.querySelectorAll('link[href*=extra]').length === 1")
    site.write("static/css/extra.css", "body { outline-color: rgb(9, 9, 9); }")

    page.wait("getComputedStyle(document.body).outlineColor === 'rgb(9, 9, 9)'")
    assert page.value("window.before")


def test_the_overlay_can_be_put_away(site, page):
    site.edit(SOURCE, "date: 2026-01-05", "date: 2026-02-30")
    page.wait(ERRORS)
    page.value("dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))")

    assert not page.value(f"Boolean({ERRORS})")


def test_errors_are_counted_without_warnings(site, page):
    text = (site.root / SOURCE).read_text().replace("date: 2026-01-05", "date: 2026-02-30")
    site.write(SOURCE, text + "\n![](chart.svg)\n" * 60)

    page.wait(ERRORS)
    assert "1 error" == page.value(f"{ERRORS}.querySelector('h1').textContent")
    assert "60 warnings" == page.value(f"{WARNINGS}.querySelector('summary').textContent")


def test_warnings_stand_in_a_corner(site, page):
    site.edit(SOURCE, "The first sentence", "A [dead link](/nothing/). The first sentence")

    page.wait(f"{holds('A dead link')} && {WARNINGS}")
    assert "1 warning" == page.value(f"{WARNINGS}.querySelector('summary').textContent")
    assert "nothing" in page.value(f"{WARNINGS}.textContent")
    assert not page.value(f"Boolean({ERRORS})")


# Drafts


@pytest.mark.parametrize(("name", "status"), [("draft", "draft"), ("later", "scheduled")])
def test_what_readers_do_not_see_yet_has_a_banner(browser, preview, name, status):
    page = browser.page(preview.url + f"articles/{name}/")

    assert status == page.value("document.querySelector('meta[name=\"sitegen:status\"]').content")
    page.wait("document.querySelector('.preview-banner')?.offsetHeight > 10")
    page.close()


def test_what_readers_see_has_none(page):
    assert not page.value("Boolean(document.querySelector('.preview-banner, meta[name=\"sitegen:status\"]'))")


def test_a_theme_without_a_banner_gets_one(site, browser):
    site.write("templates/article.html", '{% extends "article.html" %}{% block preview %}{% endblock %}')
    with run_preview(serve_site(site.root)) as preview:
        page = browser.page(preview.url + "articles/draft/")

        banner = "document.body.firstElementChild.shadowRoot?.querySelector('.banner.draft')"
        page.wait(f"{banner}?.offsetHeight > 10")
        assert "Draft" in page.value(f"{banner}.textContent")
        page.close()


# The connection


def test_two_tabs_are_kept_up_to_date(site, page, browser, preview):
    other = browser.page(preview.url + ARTICLE)
    site.edit(SOURCE, "The first sentence", "The changed sentence")

    for each in (page, other):
        each.wait(holds("The changed sentence"))
    other.close()


def test_many_tabs_do_not_use_up_the_connections(site, page, browser, preview):
    tabs = [browser.page(preview.url + ARTICLE) for _ in range(8)]

    assert holds("x") and all(each.value("document.readyState") == "complete" for each in tabs)
    for each in tabs:
        each.close()
    site.edit(SOURCE, "The first sentence", "The changed sentence")
    page.wait(holds("The changed sentence"))


def test_a_server_that_is_started_again_finds_the_open_tab(site, browser):
    with run_preview(serve_site(site.root)) as preview:
        page = browser.page(preview.url + ARTICLE)
        page.value("window.before = true")
        port = str(preview.port)
        preview.stop()
    site.edit("content/articles/other.md", "Its text.", "Its other text.")
    with run_preview((*serve_site(site.root)[:-1], port)) as preview:
        assert page.stays("window.before", 1)
        site.edit(SOURCE, "The first sentence", "The changed sentence")

        page.wait(holds("The changed sentence"))
        # The page may have been loaded anew, and its script comes after its text.
        page.wait(SCRIPTED)
        preview.stop()
    page.value("window.before = true")
    site.edit(SOURCE, "The changed sentence", "A sentence changed while nobody listened")
    with run_preview((*serve_site(site.root)[:-1], port)):
        page.wait(holds("A sentence changed while nobody listened"))
    page.close()


def test_a_preview_that_has_ended_says_so(site, browser):
    with run_preview(serve_site(site.root)) as preview:
        page = browser.page(preview.url + ARTICLE)
        preview.stop()

        page.wait(f"{LIVE}?.querySelector('.pill')?.textContent.includes('has ended')")
    page.close()


# A page stays as it was built


def test_the_preview_breaks_no_rule_of_the_page(page):
    """The page's content policy allows what the preview does; the console would hold its complaints."""
    page.wait("performance.getEntriesByName(location.origin + '/__sitegen/live.js').length")

    assert [] == page.complaints()
