import pytest
from tests.kit.desk import CONFIGURATION, OPEN
from tests.kit.published import Published

from sitegen.model.body import Heading
from sitegen.model.context import HeadingView
from sitegen.model.site import Suggestion
from sitegen.render.pages.articles import article_page, reasons_of, toc


def told(site, path=OPEN):
    return article_page(site.pages[path], site.view(), site.press)


def test_an_article_shows_all_that_its_author_wrote(desk):
    article = told(desk).values.article

    assert ("articles/open", "What hospitals gain.", "published", True) == (
        article.id,
        article.standfirst,
        article.status,
        article.comments,
    )
    assert ["Weights are <em>files</em>", "Two"] == [str(point) for point in article.key_points]
    assert ["What are open weights?"] == [str(entry.question) for entry in article.faq]
    assert ["An earlier version gave the <strong>wrong</strong> year."] == [
        str(entry.text) for entry in article.corrections
    ]
    assert ("A study", "https://study.example/1") == (article.sources[0].title, article.sources[0].url)
    assert ("/repo/articles/talk.mp3", "audio/mpeg", "12:30") == (
        article.audio.src,
        article.audio.type,
        article.audio.duration,
    )
    assert ("CC BY 4.0", "/repo/articles/open/index.html.md") == (article.license.title, article.markdown_href)
    assert "https://news.example/repo/articles/open/" == article.url


def test_a_description_that_the_text_begins_with_does_not_stand_above_it(tmp_path):
    text = "---\ntitle: One\ndate: 2026-11-30\ndescription: {0}\n---\n{1}\n"
    same = text.format("What hospitals gain from it.", "What hospitals gain from it.\n\nText.")
    other = text.format("What hospitals gain from it.", "What they pay.\n\nText.")
    site = Published(tmp_path, f"{CONFIGURATION}-- content/same.md --\n{same}-- content/other.md --\n{other}")

    assert "" == told(site, "same/index.html").values.article.standfirst
    assert "What hospitals gain from it." == told(site, "same/index.html").values.article.summary
    assert "What hospitals gain from it." == told(site, "other/index.html").values.article.standfirst


@pytest.mark.parametrize(
    ("image", "text", "expected"),
    [
        ("ward.png", "Text.\n\n![A ward](ward.png)", True),
        ("/ward.png", 'Text.\n\n<p><img alt="A ward" src="/ward.png"></p>', True),
        ("https://a.example/ward.png?a=1&b=2", "![A ward](https://a.example/ward.png?a=1&b=2)", True),
        ("ward.png", "![A bed](bed.png) and [a ward](ward.png)", False),
        ("{src: ward.png, alt: A ward, caption: At night}", "![A ward](ward.png)", False),
    ],
)
def test_an_image_that_the_text_shows_does_not_stand_above_it(tmp_path, image, text, expected):
    article = f"---\ntitle: One\ndate: 2026-11-30\nimage: {image}\n---\n{text}\n"
    images = "-- content/ward.png --\nA\n-- content/bed.png --\nB\n"
    site = Published(tmp_path, f"{CONFIGURATION}-- content/one.md --\n{article}{images}")

    page = told(site, "one/index.html")

    assert expected == page.values.article.image_in_text
    assert page.values.article.image is not None


def test_an_article_knows_its_series_and_neighbours(desk):
    page = told(desk).values
    series = page.article.series

    assert ("Chips", 2, 2, None) == (series.name, series.part, len(series.parts), series.next)
    assert ("Second", "Second", None) == (series.previous.title, page.previous.title, page.next)


@pytest.mark.parametrize(("part", "first", "last"), [(1, 1, 41), (21, 1, 41), (22, 2, 42), (40, 20, 60), (60, 20, 60)])
def test_of_a_long_series_the_parts_around_the_article_are_listed(long_series, part, first, last):
    series = told(long_series, f"articles/a{part:02}/index.html").values.article.series

    assert (part, first, 60) == (series.part, series.first, series.count)
    assert (f"Part {first}", f"Part {last}") == (series.parts[0].title, series.parts[-1].title)


@pytest.fixture(scope="module")
def long_series(tmp_path_factory):
    part = "-- content/articles/a{0:02}.md --\n---\ntitle: Part {0}\ndate: 2026-11-30\nseries: Long\npart: {0}\n---\nText.\n"
    return Published(tmp_path_factory.mktemp("long"), CONFIGURATION + "".join(map(part.format, range(1, 61))))


def test_suggestions_come_with_their_reasons(desk):
    related = told(desk).values.related

    assert "Third" == related[0].title
    assert related[0].reasons


@pytest.mark.parametrize(
    ("suggestion", "said"),
    [
        (Suggestion("x", ("AI", "ice")), "Both on AI and ice"),
        (Suggestion("x", ("AI",)), "Both on AI"),
        (Suggestion("x", ("Desk",), kind="section"), "More in Desk"),
        (Suggestion("x", ("Ana",), kind="author"), "Also by Ana"),
        (Suggestion("x", kind="likeness"), "On a similar subject"),
        (Suggestion("x", kind="time"), "Published around the same time"),
        (Suggestion("x", pinned=True), "Editor's pick"),
    ],
)
def test_each_kind_of_reason_has_its_words(desk, suggestion, said):
    assert (said,) == reasons_of(suggestion, desk.press.strings("en"))


def test_for_want_of_others_no_reason_is_told(desk):
    assert () == reasons_of(Suggestion("x", kind="other"), desk.press.strings("en"))


def test_the_page_says_all_in_the_language_of_its_article(desk):
    page = told(desk, "articles/fifth/index.html").values

    assert "Mehr aus Policy" in {reason for card in page.related for reason in card.reasons}
    assert "1. Januar 2025" in page.article.cite.text


def test_questions_of_the_front_matter_stand_apart_from_those_in_the_text(desk):
    shown = told(desk)

    assert (1, 2) == (len(shown.values.article.faq), len(shown.faqs))
    assert "Is it <strong>safe</strong>?" in shown.values.article.body


def test_a_standing_page_has_neither_neighbours_nor_comments(desk):
    page = told(desk, "about/index.html").values

    assert ("About us", None, (), False) == (page.article.title, page.article.date, page.related, page.article.comments)


def test_what_names_nothing_is_told(publish):
    site = publish(
        "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\nimage: {src: no.png, alt: x}\naudio: no.mp3\n"
        "faq:\n- q: Q?\n  a: '[x](no.md)'\n---\nText [y](no.md).\n"
    )

    assert sorted(["render/dead-link"] * 3 + ["render/missing-image"]) == sorted(
        problem.code for problem in told(site, "a/index.html").problems
    )


def test_the_table_of_contents_nests_and_needs_three_headings():
    headings = [Heading(2, "a", "A"), Heading(3, "b", "B"), Heading(4, "c", "C"), Heading(2, "d", "D")]

    assert (
        HeadingView(2, "a", "A", (HeadingView(3, "b", "B"),)),
        HeadingView(2, "d", "D"),
    ) == toc(headings)
    assert () == toc(headings[:2])
    assert ("b", "a") == tuple(
        view.id for view in toc([Heading(3, "b", "B"), Heading(2, "a", "A"), Heading(3, "x", "X")])
    )


@pytest.mark.parametrize("path", ["/a.html", "/a.htm", "/a/"])
def test_the_address_of_the_markdown_twin_is_that_of_a_file(publish, path):
    site = publish(f"-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\npath: {path}\n---\nText.\n")
    page = next(page for page in site.pages.values() if page.kind == "article")
    twin = told(site, page.path).values.article.markdown_href

    assert twin.removeprefix("/") in site.pages
    assert f"(https://news.example{twin})" in site.html("llms.txt")
