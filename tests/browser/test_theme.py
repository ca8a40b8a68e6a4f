"""The default theme in a browser, on a site of edge cases: what a reader can do, on every screen, with and without scripts."""

import shutil
from pathlib import Path

import pytest
from tests.kit.browser import find_chromium, open_browser
from tests.kit.pages import serve_pages
from tests.kit.site import SiteBench

pytestmark = pytest.mark.browser

EDGE = Path(__file__).parents[1] / "sites" / "edge"
BASE = "/paper/"
ARTICLE = "articles/everything/"
NOTES = "articles/sixty-notes/"

DARK, LIGHT = "rgb(20, 22, 26)", "rgb(255, 253, 250)"
PAPER = "getComputedStyle(document.documentElement).backgroundColor"
SWITCH = "document.querySelector('[data-theme-switch]')"
DIALOG = "document.querySelector('[data-search-dialog]')"
FOCUS = "document.activeElement"


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    root = tmp_path_factory.mktemp("edge") / "site"
    shutil.copytree(EDGE, root, ignore=shutil.ignore_patterns(".sitegen", "output"))
    bench = SiteBench(root).build()
    assert not bench.failed, bench.diagnostics
    return root / "output"


@pytest.fixture(scope="module")
def url(output):
    with serve_pages(output, BASE) as url:
        yield url


@pytest.fixture(scope="module")
def browser():
    with open_browser(find_chromium()) as browser:
        yield browser


def open_page(browser, url):
    """Return a page of a desktop's size that says what it does, with nothing remembered from another test."""
    page = browser.page().size(1280)
    for domain in ("Runtime", "Network", "Log"):
        page.call(f"{domain}.enable")
    page.call("Network.setBlockedURLs", urls=["https://*"])
    page.open(f"{url}404.html")
    page.value("localStorage.clear()")
    return page


@pytest.fixture
def page(browser, url):
    page = open_page(browser, url)
    yield page
    page.close()


def addresses(output):
    """Return the addresses of all pages, aliases left out."""
    files = sorted(output.rglob("*.html"))
    return [str(file.relative_to(output)).removesuffix("index.html") for file in files]


def box(selector):
    return f"document.querySelector({selector!r}).getBoundingClientRect()"


def shown(selector):
    return f"(document.querySelector({selector!r})?.checkVisibility() ?? false)"


# Every page

COUNTS = "['h1', 'main', 'title'].map((name) => document.querySelectorAll(name).length)"
TWICE = (
    "[...document.querySelectorAll('[id]')].map((one) => one.id).filter((id, place, ids) => ids.indexOf(id) !== place)"
)


@pytest.fixture(scope="module")
def walk(browser, url, output):
    """Every page, opened once on a small phone: what is measured on each, and what the browser told."""
    page = open_page(browser, url).size(320, 640)
    seen = {}
    for address in addresses(output):
        page.open(url + address)
        width, counts, twice = page.value(f"[document.documentElement.scrollWidth, {COUNTS}, {TWICE}]")
        seen[address] = {"width": width, "counts": counts, "twice": twice}
    told = {kind: page.told(kind) for kind in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")}
    asked = {event["request"]["url"] for event in page.told("Network.requestWillBeSent")}
    page.close()
    return seen, told, asked


def test_nothing_scrolls_sideways_on_a_small_phone(walk):
    assert {} == {address: it["width"] for address, it in walk[0].items() if it["width"] > 320}


def test_every_page_has_one_heading_of_the_first_level_one_main_part_and_one_title(walk):
    assert {} == {address: it["counts"] for address, it in walk[0].items() if it["counts"] != [1, 1, 1]}


def test_no_id_stands_twice_on_a_page(walk):
    assert {} == {address: it["twice"] for address, it in walk[0].items() if it["twice"]}


def test_the_console_stays_empty(walk):
    assert {} == {kind: events for kind, events in walk[1].items() if events}


def test_no_other_host_is_asked(walk, url):
    assert [] == sorted(address for address in walk[2] if not address.startswith((url, "data:")))


def test_a_page_that_is_not_there_shows_the_way(page, url):
    page.open(f"{url}articles/never/written/")

    assert page.value("document.querySelector('h1').textContent") == "Page not found"
    assert page.value("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"


# Colours


def test_colours_follow_the_system(page, url):
    page.media(prefers_color_scheme="dark").open(url)
    assert page.value(PAPER) == DARK

    page.media(prefers_color_scheme="light")
    assert page.value(PAPER) == LIGHT


def test_the_chosen_colours_hold_on_the_next_page_before_it_is_drawn(page, url):
    page.media(prefers_color_scheme="light").open(url)
    page.wait(f"{SWITCH}.title")
    page.value(f"{SWITCH}.click(), {SWITCH}.click()")
    assert page.value(PAPER) == DARK

    # The first script of a page sees what the reader would see first.
    source = f"document.addEventListener('readystatechange', () => (window.first ??= {PAPER}))"
    page.call("Page.addScriptToEvaluateOnNewDocument", source=source)
    page.open(url + ARTICLE)
    assert (page.value("window.first"), page.value(PAPER)) == (DARK, DARK)


def test_the_third_choice_is_the_system_again(page, url):
    page.media(prefers_color_scheme="light").open(url)
    page.wait(f"{SWITCH}.title")
    page.value(f"{SWITCH}.click(), {SWITCH}.click(), {SWITCH}.click()")

    assert page.value(PAPER) == LIGHT
    assert page.value("localStorage.length") == 0
    assert page.value(f"{SWITCH}.title") == "Colour theme: Automatic"


# Search


def found(page):
    page.wait(f"{DIALOG}.querySelector('.search-results a')")
    titles = f"{DIALOG}.querySelectorAll('.search-results .card-title')"
    return page.value(f"[...{titles}].map((title) => title.textContent)")


@pytest.mark.parametrize(("key", "ctrl"), [("/", False), ("k", True)])
def test_search_by_keyboard(page, url, key, ctrl):
    page.open(url + ARTICLE)
    page.wait(f"{SWITCH}.title")
    page.press(key, ctrl=ctrl)
    page.wait(f"{DIALOG}.open && {FOCUS}.type === 'search'")
    page.write("sixty not")
    assert found(page) == ["Sixty notes"]

    page.press("ArrowDown")
    assert page.value(f"new URL({FOCUS}.href).pathname") == f"{BASE}{NOTES}"

    page.press("ArrowUp")
    assert page.value(f"{FOCUS}.type") == "search"

    page.press("Escape")
    assert not page.value(f"{DIALOG}.open")


def test_pagefind_finds_words_of_the_text(browser, tmp_path):
    root = tmp_path / "site"
    shutil.copytree(EDGE, root, ignore=shutil.ignore_patterns(".sitegen", "output"))
    bench = SiteBench(root)
    bench.edit("sitegen.toml", "[build]", '[search]\nprovider = "pagefind"\n\n[build]').build()
    assert not bench.failed, bench.diagnostics
    with serve_pages(root / "output", BASE) as url:
        page = open_page(browser, url)
        page.open(f"{url}search/?q=important+caution")
        page.wait("document.querySelector('.search-results a')")
        first = "document.querySelector('.search-results a')"
        assert page.value(f"new URL({first}.href).pathname") == BASE + ARTICLE
        assert page.value(f"{first}.querySelector('.meta').textContent")
        assert [] == page.told("Log.entryAdded")
        page.close()


def test_enter_goes_to_the_first_result(page, url):
    page.open(url)
    page.wait(f"{SWITCH}.title")
    page.press("/")
    page.wait(f"{DIALOG}.open")
    page.write("sixty notes")
    found(page)
    page.press("Enter")

    page.wait(f"location.pathname === '{BASE}{NOTES}'")


def test_search_finds_words_without_accents_and_words_without_spaces(page, url):
    page.open(f"{url}search/?q=donaudampf")
    page.wait("document.querySelector('.search-results a')")
    page.open(f"{url}search/?q=rindfleischetikettierungsuberwachung")
    page.wait("document.querySelector('.search-results a')")
    page.open(f"{url}search/?q=病院")
    page.wait("document.querySelector('.search-results a')")


def test_nothing_found_is_said(page, url):
    page.open(f"{url}search/?q=zzzz")

    page.wait("document.querySelector('.search-status').textContent.includes('zzzz')")


def test_a_slash_in_a_field_is_a_slash(page, url):
    page.open(f"{url}search/")
    page.value("document.querySelector('[data-search] input').focus()")
    page.press("/")

    assert page.value("document.querySelector('[data-search] input').value") == "/"


# Questions


def test_a_link_to_a_question_opens_it_on_arrival(page, url):
    page.open(f"{url}{ARTICLE}#can-it-be-counted")
    page.wait("document.getElementById('can-it-be-counted').open")

    assert not page.value("document.getElementById('how-long-is-a-dune').open")
    assert page.value(f"{box('#can-it-be-counted')}.top < innerHeight")


def test_a_link_within_the_page_opens_its_question(page, url):
    page.open(url + ARTICLE)
    page.wait(f"{SWITCH}.title")
    page.value("document.querySelector('a[href=\"#how-long-is-a-dune\"]').click()")

    page.wait("document.getElementById('how-long-is-a-dune').open")


def test_all_questions_open_and_close(page, url):
    page.open(url + ARTICLE)
    page.wait("document.querySelector('.faq .button')")
    count = "document.querySelector('.faq').querySelectorAll('details[open]').length"
    page.value("document.querySelector('.faq .button').click()")
    page.wait("document.querySelector('.faq .button').textContent === 'Collapse all'")
    assert page.value(count) == 2

    page.value("document.querySelector('.faq .button').click()")
    page.wait("document.querySelector('.faq .button').textContent === 'Expand all'")
    assert page.value(count) == 0


def test_on_paper_answers_stand_open_and_links_are_spelled_out(page, url):
    page.media("print").open(url + ARTICLE)

    assert page.value(f"{box('.faq .answer')}.height > 20")
    assert not page.value(shown(".site-header .tools"))
    link = "document.querySelector('.prose a[href^=\"https://example.org/a\"]')"
    assert "example.org/a/very" in page.value(f"getComputedStyle({link}, '::after').content")
    source = "document.querySelector('.sources a[href]')"
    assert page.value(f"{source}.href") in page.value(f"getComputedStyle({source}, '::after').content")


def test_on_paper_nothing_stays_folded_and_no_arrow_leads_back(browser, tmp_path):
    site = SiteBench(tmp_path / "site")
    site.write("sitegen.toml", "")
    folded = "<details><summary>More</summary>\n\nUnder the fold.\n\n</details>"
    site.write("content/a.md", f"---\ntitle: A\ndate: 2026-10-09\n---\n\nText.[^n]\n\n{folded}\n\n[^n]: A note.\n")
    site.build()
    assert not site.failed, site.diagnostics
    with serve_pages(site.root / "output", "/") as url:
        page = browser.page().size(700).media("print").open(f"{url}a/")
        assert page.value(f"{box('details p')}.height > 10")
        assert not page.value(shown(".footnote-back"))
        page.media("").value("1")
        assert not page.value(shown("details p"))
        assert page.value(shown(".footnote-back"))
        page.close()


def test_closed_questions_stand_at_even_distances(page, url):
    page.open(f"{url}articles/markup/")
    heights = "[...document.querySelectorAll('.faq')].map((faq) => [...faq.querySelectorAll('details')].map((each) => "
    heights += "[getComputedStyle(each).marginTop, getComputedStyle(each).marginBottom].join()))"
    assert {margin for faq in page.value(heights) for margin in faq} == {"0px,0px"}


# Reading


def test_the_copy_button_copies_the_code(page, url):
    page.open(url + ARTICLE)
    page.wait("document.querySelector('.code-copy')")
    page.value("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.value("document.querySelector('.code-copy').click()")

    page.wait("document.querySelector('.code-copy').textContent === 'Copied'")
    assert page.value("window.copied.split('\\n').length") == 4
    assert page.value("window.copied").startswith("def measure(dunes: list[Dune]) -> float:\n")


def test_contents_stand_beside_the_text_and_follow_it(page, url):
    page.open(url + ARTICLE)
    assert page.value(f"{box('.toc-rail')}.right < {box('.prose')}.left")
    assert not page.value(shown(".toc-fold"))

    page.value("document.getElementById('tables').scrollIntoView()")
    page.wait("document.querySelector('.toc-rail [aria-current]')?.hash === '#tables'")


def test_contents_fold_on_a_phone(page, url):
    page.size(390).open(url + ARTICLE)
    assert not page.value(shown(".toc-rail"))

    page.value("document.querySelector('.toc-fold summary').click()")
    page.value("document.querySelector('.toc-fold a[href=\"#tables\"]').click()")
    assert page.value("location.hash") == "#tables"
    page.wait(f"Math.abs({box('#tables')}.top) < 100")


def test_notes_stand_beside_the_text_without_touching_each_other(page, url):
    page.open(url + NOTES)
    page.wait("document.querySelector('.sidenote')")
    assert page.value(f"{box('.sidenote')}.left > {box('.prose')}.right")

    boxes = "[...document.querySelectorAll('.sidenote:not([hidden])')].map((note) => note.getBoundingClientRect())"
    page.wait(f"{boxes}.length > 20")
    assert page.value(f"{boxes}.every((box, place, all) => !place || box.top >= all[place - 1].bottom)")


def test_a_note_opens_where_the_reader_is_on_a_phone(page, url):
    page.size(390).open(url + NOTES)
    page.wait(f"{SWITCH}.title")
    page.wait("(document.querySelector('#fnref-7').click(), document.querySelector('.note-popover'))")
    note = page.value("document.querySelector('.note-popover').textContent.trim()")
    assert note == "Note 7 says where the claim comes from."

    page.press("Escape")
    assert page.value("document.querySelector('.note-popover')") is None
    assert page.value(f"{FOCUS}.id") == "fnref-7"


def test_a_wide_table_scrolls_inside_itself(page, url):
    page.size(390).open(url + ARTICLE)

    assert page.value("document.querySelector('.table').scrollWidth > document.querySelector('.table').clientWidth")
    assert page.value("document.querySelector('.table').tabIndex") == 0


def test_comments_are_fetched_when_asked_for(page, url):
    page.open(url + ARTICLE)
    page.wait(f"{SWITCH}.title")
    script = "document.querySelector('script[src^=\"https://giscus.app\"]')"
    page.wait(f"(document.querySelector('[data-giscus]')?.click(), {script})")

    told = page.value(f"(({{repo, mapping, term, lang}}) => [repo, mapping, term, lang])({script}.dataset)")
    assert told == ["edge/paper", "specific", "articles/everything", "en"]


def test_the_skip_link_is_first_and_leads_to_the_text(page, url):
    page.open(url + ARTICLE)
    page.press("Tab")
    assert page.value(f"{FOCUS}.className") == "skip"

    page.press("Enter")
    page.wait(f"{FOCUS}.id === 'main'")


# The first drawing


def test_what_stands_below_the_text_is_drawn_after_the_rest(page, url):
    kept = "getComputedStyle(document.querySelector('.after-article')).contentVisibility"
    source = f"""
        document.addEventListener("DOMContentLoaded", () => (window.first = {kept}));
        window.addEventListener("pageshow", () => (window.loaded = {kept}));
    """
    page.call("Page.addScriptToEvaluateOnNewDocument", source=source)
    page.open(url + ARTICLE)

    page.wait("window.loaded")
    assert page.value("[window.first, window.loaded]") == ["auto", "visible"]


@pytest.mark.parametrize(("tint", "color"), [("a-b-c", "rgb(170, 187, 204)"), ("0-f-0", "rgb(0, 255, 0)")])
def test_an_image_has_its_colour_before_it_is_there(page, url, tint, color):
    page.open(url)
    page.value(f"document.querySelector('main').insertAdjacentHTML('beforeend', '<img id=tinted data-tint={tint}>')")

    assert page.value("getComputedStyle(document.getElementById('tinted')).backgroundColor") == color


# Narrow and large


def test_a_long_name_stands_beside_the_tools_on_a_phone(page, url):
    page.size(360).open(url + ARTICLE)
    page.value("document.querySelector('.brand a').textContent = 'The Review of Open Models'")

    assert page.value(f"{box('.site-header .bar .tools')}.top < {box('.brand')}.bottom")


@pytest.mark.parametrize("address, edge, more", [("", "right", "<"), ("articles/arabic/", "left", ">")])
def test_the_last_section_comes_out_of_the_fading_edge(page, url, address, edge, more):
    last, menu = box(".menu li:last-child"), box(".menu ul")
    page.size(200).open(url + address)

    assert page.value(f"{menu}.{edge} {more} {last}.{edge}")
    page.value("document.querySelector('.menu li:last-child').scrollIntoView()")
    assert page.value(f"Math.abs({menu}.{edge} - {last}.{edge}) > 39")


def test_text_twice_as_large_has_more_room_than_the_picture_beside_it(page, url):
    card = ".card-river.has-image"
    page.size(360).open(f"{url}sections/science/")
    page.value("document.documentElement.style.fontSize = '200%'")

    assert page.value(f"{box(f'{card} .card-text')}.width > {box(f'{card} .card-image')}.width * 1.5")


@pytest.mark.parametrize("width, columns", [(900, 2), (1000, 2), (1280, 4)])
def test_no_one_of_four_stories_stands_alone_in_a_row(page, url, width, columns):
    stories = "document.querySelector('.secondary .cards-second')"
    page.size(width).open(url)
    page.value(f"while ({stories}.childElementCount < 4) {stories}.append({stories}.lastElementChild.cloneNode(true))")

    assert columns == page.value(
        f"new Set([...{stories}.children].map((one) => one.getBoundingClientRect().left)).size"
    )


@pytest.mark.parametrize("width", [360, 1000, 1100, 1200, 1440])
def test_comments_stand_below_the_text(page, url, width):
    page.size(width).open(f"{url}{ARTICLE}")
    edges = "((box) => [box.left, box.right].map(Math.round))"

    assert page.value(f"{edges}({box('.prose')})") == page.value(f"{edges}({box('.comments')})")


def test_in_a_box_of_raw_html_text_has_the_distances_and_dead_links_the_colour_of_the_text(browser, tmp_path):
    text = "One.\n\n## Two\n\nThree.\n\nFour, [dead](gone.md).\n"
    articles = f"-- content/a.md --\n---\ntitle: A\ndate: 2026-01-02\n---\n{text}\n<div>\n\n{text}\n</div>\n"
    bench = SiteBench(tmp_path / "site", articles).build()
    with serve_pages(bench.root / "output", "/") as url:
        page = open_page(browser, url).open(f"{url}a/")
        distances = (
            "[...document.querySelectorAll('%s > :is(h2, p)')].slice(1, 4).map((one) => Math.round("
            "one.getBoundingClientRect().top - one.previousElementSibling.getBoundingClientRect().bottom))"
        )
        outside, inside = page.value(distances % ".prose"), page.value(distances % ".prose > div")
        colours = page.value(
            "['.prose p', '.prose a:not([href])'].map((one) => getComputedStyle(document.querySelector(one)).color)"
        )
        page.close()

    assert outside == inside
    assert 0 < outside[1] < outside[2] < outside[0]
    assert colours[0] == colours[1]


def drawing(width, height):
    """Return a drawing of a size."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><path d="M0 0"/></svg>\n'


def test_a_caption_begins_where_its_picture_does_and_pictures_keep_their_distance(browser, tmp_path):
    text = '![A](a.svg "The caption")\n\nThe ward:\n![A](a.svg) ![A](a.svg)\n'
    site = f"-- content/a.md --\n---\ntitle: A\ndate: 2026-01-02\n---\n{text}-- content/a.svg --\n{drawing(400, 100)}"
    bench = SiteBench(tmp_path / "site", site).build()
    with serve_pages(bench.root / "output", "/") as url:
        page = open_page(browser, url).open(f"{url}a/")
        picture, caption, column = (
            page.value(f"Math.round({box(one)}.left)") for one in ("figure img", "figcaption", ".prose")
        )
        gap = page.value(f"{box('.prose > p:last-of-type img')}.top - {box('.prose > p')}.bottom")
        page.close()

    assert column < picture == caption
    assert gap > 12


def test_a_table_of_raw_html_scrolls_by_itself_on_a_phone(browser, tmp_path):
    row = "<tr>" + "<td>Unbreakable-looking</td>" * 9 + "</tr>"
    site = f"-- content/a.md --\n---\ntitle: A\ndate: 2026-01-02\n---\n<table>{row}</table>\n"
    bench = SiteBench(tmp_path / "site", site).build()
    with serve_pages(bench.root / "output", "/") as url:
        page = open_page(browser, url).size(390).open(f"{url}a/")
        widths = page.value("[document.documentElement.scrollWidth, document.querySelector('table').scrollWidth > 390]")
        page.close()

    assert [390, True] == widths


def test_on_a_card_a_very_wide_image_keeps_its_shape_and_another_is_cut(browser, tmp_path):
    site = "".join(
        f"-- content/{name}.md --\n---\ntitle: {name}\ndate: 2026-01-0{day}\nimage: {{src: {name}.svg, alt: {name}}}\n"
        f"---\nText.\n-- content/{name}.svg --\n{drawing(1200, height)}"
        for name, day, height in (("lead", 3, 800), ("strip", 2, 200), ("square", 1, 1200))
    )
    bench = SiteBench(tmp_path / "site", site).build()
    with serve_pages(bench.root / "output", "/") as url:
        page = open_page(browser, url).open(url)
        shapes = page.value(
            "['strip', 'square'].map((name) => document.querySelector(`.card-image img[src*=${name}]`)"
            ".getBoundingClientRect()).map((one) => Math.round(10 * one.width / one.height))"
        )
        page.close()

    assert [60, 15] == shapes


# From right to left


def test_arabic_runs_from_right_to_left(page, url):
    page.open(f"{url}articles/arabic/")

    assert page.value("document.documentElement.dir") == "rtl"
    assert page.value(f"{box('.toc-rail')}.left > {box('.prose')}.right")
    assert page.value("getComputedStyle(document.querySelector('.callout')).borderRightWidth") == "4px"
    assert page.value("getComputedStyle(document.querySelector('.prose pre')).direction") == "ltr"
    for words in (".meta > *", ".footer-about > p"):
        assert page.value(f"getComputedStyle(document.querySelector({words!r})).unicodeBidi") == "plaintext"


# Wishes of the reader


def test_nothing_moves_where_the_reader_wants_rest(page, url):
    page.media(prefers_reduced_motion="reduce").open(url)

    assert page.value("getComputedStyle(document.querySelector('.card-image img')).transitionDuration") == "0s"


def test_more_contrast(page, url):
    muted = "getComputedStyle(document.querySelector('.card-summary')).color"
    page.media(prefers_contrast="no-preference", prefers_color_scheme="light").open(url)
    normal = page.value(muted)
    page.media(prefers_contrast="more", prefers_color_scheme="light")

    assert (normal, page.value(muted)) == ("rgb(90, 86, 80)", "rgb(51, 51, 51)")


def test_what_ends_a_callout_leaves_no_gap_and_a_table_in_it_has_its_ground(browser, tmp_path):
    text = "> [!NOTE]\n> ~~~\n> x\n> ~~~\n\n> [!TIP]\n> |a|\n> |-|\n> |b|\n\n> [!NOTE]\n> > [!TIP]\n> > x\n"
    bench = SiteBench(tmp_path / "site", f"-- content/a.md --\n---\ntitle: A\ndate: 2026-01-02\n---\n{text}").build()
    with serve_pages(bench.root / "output", "/") as url:
        page = open_page(browser, url).open(f"{url}a/")
        gaps = page.value(
            "[...document.querySelectorAll('.callout')].map((box) => Math.round(box.getBoundingClientRect().bottom"
            " - box.lastElementChild.getBoundingClientRect().bottom))"
        )
        grounds = page.value(
            "['.table', '.callout:has(.table)'].map((one) => getComputedStyle(document.querySelector(one))"
            ".getPropertyValue('--ground'))"
        )
        page.close()

    assert [18] * 4 == gaps
    assert grounds[0] == grounds[1] != ""


def test_callouts_keep_label_and_edge_in_forced_colours(page, url):
    page.media(forced_colors="active").open(url + ARTICLE)

    assert page.value("getComputedStyle(document.querySelector('.callout-warning')).borderTopWidth") == "1px"
    assert page.value("document.querySelector('.callout-warning .callout-title').textContent") == "Warning"


# Without scripts


@pytest.fixture
def plain(page):
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    return page


def test_without_scripts_nothing_is_offered_that_needs_them(plain, url):
    plain.open(url + ARTICLE)

    assert plain.value("[...document.querySelectorAll('.needs-js')].every((element) => !element.checkVisibility())")
    assert plain.value(shown(".comments .no-js"))
    assert plain.value(shown(".toc-rail"))
    assert plain.value(shown(".footnotes li"))


def test_without_scripts_a_question_opens_by_its_address(plain, url):
    plain.open(f"{url}{ARTICLE}#can-it-be-counted")

    assert plain.value(f"{box('#can-it-be-counted .answer')}.height > 20")


def test_without_scripts_the_search_page_leads_to_the_archive(plain, url):
    plain.open(f"{url}search/")

    assert plain.value(shown(".no-js a[href='/paper/archive/']"))


def test_without_scripts_colours_follow_the_system(plain, url):
    plain.media(prefers_color_scheme="dark").open(url)

    assert plain.value(PAPER) == DARK
