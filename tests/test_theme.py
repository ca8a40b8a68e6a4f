"""The packaged theme and the publication's own: what every page holds, what it weighs, what can be read, and who overrides whom."""

import gzip
import re
import shutil
import tomllib
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from tests.kit.site import SiteBench

ROOT = Path(__file__).parents[1]
DEFAULTS = ROOT / "src" / "sitegen" / "defaults"
STRINGS = DEFAULTS / "templates" / "strings"
REVIEW = ROOT / "themes" / "review"
EDGE = ROOT / "tests" / "sites" / "edge"


@pytest.fixture(scope="module")
def edge(tmp_path_factory):
    """The output of the site of edge cases, under the publication's theme and with one block of its own."""
    root = tmp_path_factory.mktemp("edge") / "site"
    shutil.copytree(EDGE, root, ignore=shutil.ignore_patterns(".sitegen", "output"))
    shutil.copytree(REVIEW, root / "themes" / "review")
    bench = SiteBench(root)
    bench.edit("sitegen.toml", "[site]\n", 'theme = "review"\n\n[site]\n')
    bench.write(
        "templates/article.html",
        '{% extends "article.html" %}\n{% block cite %}<p id="mine">{{ article.id }}</p>{% endblock %}',
    )
    bench.write(
        "content/articles/styled.md",
        '---\ntitle: Styled\ndate: 2026-10-09\n---\n\n<p style="color: rebeccapurple">By hand.</p>\n',
    )
    bench.build()
    assert not bench.failed, bench.diagnostics
    return root / "output"


class Elements(HTMLParser):
    """All elements of a page, with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def elements(file):
    return Elements(file.read_text(encoding="utf-8")).found


def article(edge, name="everything"):
    return (edge / "articles" / name / "index.html").read_text(encoding="utf-8")


# The override chain: the site's one block, over the publication's theme, over the packaged one


def test_one_block_of_the_site_replaces_the_theme_s(edge):
    page = article(edge)

    assert '<p id="mine">articles/everything</p>' in page
    assert 'class="cite"' not in page


def test_the_blocks_around_it_stand(edge):
    page = article(edge)

    assert 'class="series"' in page
    assert 'class="plain actions"' in page


def test_the_theme_adds_to_its_parent_s_block(edge):
    styles = [at["href"] for tag, at in elements(edge / "index.html") if tag == "link" and at["rel"] == "stylesheet"]

    assert 2 == len(styles)
    assert re.fullmatch(r"/paper/static/css/site\.\w+\.css", styles[0])
    assert re.fullmatch(r"/paper/static/css/review\.\w+\.css", styles[1])


def test_a_partial_extends_its_own_name_one_rung_down(edge):
    colors = [at["content"] for _, at in elements(edge / "index.html") if at.get("name") == "theme-color"]

    assert ["#152238"] == colors


def test_the_publication_s_theme_is_small():
    files = [file for file in REVIEW.rglob("*") if file.is_file()]

    assert 150 > sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files)


# What every page holds


def test_scripts_are_files_of_their_own(edge):
    inline = [
        (file.name, attributes)
        for file in edge.rglob("*.html")
        for tag, attributes in elements(file)
        if tag == "script" and "src" not in attributes and attributes.get("type") != "application/ld+json"
    ]

    assert [] == inline


def test_no_element_carries_a_handler_or_a_style(edge):
    carried = {
        name
        for file in edge.rglob("*.html")
        if file.parent.name != "styled"
        for _, at in elements(file)
        for name in at
        if name.startswith("on") or name == "style"
    }

    assert set() == carried


def policies(edge, kind):
    """What the pages' policies allow of a kind, with the pages' folders."""
    found = {}
    for file in edge.rglob("*.html"):
        for _, at in elements(file):
            if at.get("http-equiv") == "Content-Security-Policy":
                allowed = at["content"].split(f"{kind}-src")[1].split(";")[0].strip()
                found.setdefault(allowed, set()).add(str(file.parent.relative_to(edge)))
    return found


def test_every_page_has_a_policy_for_its_scripts(edge):
    pages = [file for file in edge.rglob("*.html") if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")]

    assert {"'self' https://giscus.app": {str(file.parent.relative_to(edge)) for file in pages}} == policies(
        edge, "script"
    )


def test_styles_stand_in_a_page_only_where_its_author_wrote_some(edge):
    allowed = policies(edge, "style")

    assert {"articles/styled"} == allowed.pop("'self' 'unsafe-inline' https://giscus.app")
    assert ["'self' https://giscus.app"] == list(allowed)


@pytest.mark.parametrize(
    "hook",
    [
        '<article class="article"',
        '<aside class="callout callout-did-you-know"',
        '<p class="callout-title">Did you know?</p>',
        '<section class="faq"',
        '<details id="how-long-is-a-dune">',
        '<section class="related"',
        '<section id="comments"',
    ],
)
def test_a_stable_hook_of_the_article_page(edge, hook):
    assert hook in article(edge)


def test_a_headline_is_text(edge):
    assert (
        "<h1>Tags &amp; &lt;em&gt; or &lt;script&gt;entities&lt;/script&gt; in &#34;titles&#34; are text</h1>"
        in article(edge, "markup")
    )


def test_a_bare_article_has_no_empty_parts(edge):
    page = article(edge, "bare")

    assert [] == re.findall(r"<(?:ul|ol|dl|section|figure|p)\b[^>]*>\s*</", page.split("</main>")[0].split("<main")[1])


# What it weighs


def packed(*files):
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def test_the_styles_are_light():
    assert 20 * 1024 > packed(DEFAULTS / "static" / "css" / "site.css")


def test_the_scripts_are_light():
    scripts = DEFAULTS / "static" / "js"
    assert 6 * 1024 > packed(scripts / "theme.js", scripts / "site.js")
    assert 3 * 1024 > packed(scripts / "search.js")


# What can be read


def luminance(color):
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def tokens(*files):
    """Return the colours of style sheets by name, as (light, dark)."""
    found = {}
    for file in files:
        pattern = r"(--[\w-]+): light-dark\((#\w{6}), (#\w{6})\)"
        for name, light, dark in re.findall(pattern, file.read_text(encoding="utf-8").split("@layer adapt {")[0]):
            found[name] = (light, dark)
    return found


THEMES = {
    "default": tokens(DEFAULTS / "static" / "css" / "site.css"),
    "review": tokens(DEFAULTS / "static" / "css" / "site.css", REVIEW / "static" / "css" / "review.css"),
}
TEXTS = ("--ink", "--muted", "--link", "--accent")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("background", ["--paper", "--surface"])
def test_text_stands_out(theme, background):
    colors = THEMES[theme]
    coded = [name for name in colors if name.startswith("--c-") and name != "--c-line"]
    faint = {
        (name, shade)
        for name in (*TEXTS, *coded)
        for shade in (0, 1)
        if contrast(colors[name][shade], colors[background][shade]) < 4.5
    }

    assert 8 < len(coded) + len(TEXTS)
    assert set() == faint


def test_marked_lines_of_code_can_be_read():
    colors = THEMES["default"]
    coded = [name for name in colors if name.startswith("--c-") and name != "--c-line"]

    assert set() == {
        (name, shade)
        for name in coded
        for shade in (0, 1)
        if contrast(colors[name][shade], colors["--c-line"][shade]) < 4.5
    }


@pytest.mark.parametrize("theme", THEMES)
def test_controls_stand_out(theme):
    colors = THEMES[theme]

    assert all(contrast(colors["--control"][shade], colors["--paper"][shade]) >= 3 for shade in (0, 1))


# What it says


def texts(language):
    table = tomllib.loads((STRINGS / f"{language}.toml").read_text(encoding="utf-8"))
    return {key: text for key, text in table.items() if isinstance(text, str)}


def test_every_text_that_a_template_says_exists():
    said = set()
    for file in (DEFAULTS / "templates").rglob("*.html"):
        said.update(re.findall(r"\bt\(\s*[\"'](\w+)[\"']\s*[,)]", file.read_text(encoding="utf-8")))

    assert 60 < len(said)
    assert set() == said - texts("en").keys()


def test_every_text_is_said_somewhere():
    """Whoever puts other words in its place sees them."""
    files = [*(DEFAULTS / "templates").rglob("*.html"), *(DEFAULTS.parent / "render").rglob("*.py")]
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    said = {*re.findall(r"\b(?:t|say)\(\s*[\"'](\w+)[\"']", code), "draft", "scheduled", "serieses", "about_authors"}
    said |= set(re.findall(r'"(\w+)"', (DEFAULTS / "templates/partials/phrases.html").read_text(encoding="utf-8")))
    beginnings, endings = ("policy_", "feeds_of_", "reason_"), ("_title", "_description", "_notice")

    assert [] == [
        key
        for key in texts("en")
        if key.removesuffix("_one") not in said and not key.startswith(beginnings) and not key.endswith(endings)
    ]


def test_the_script_is_given_the_words_that_it_says_and_no_others():
    given = (DEFAULTS / "templates" / "partials" / "phrases.html").read_text(encoding="utf-8")
    listed = re.findall(r'"(\w+)"', re.search(r"in \[(.*?)\]", given)[1])
    attributes = {name.replace("_", "-") for name in listed} | set(re.findall(r'data-([a-z-]+)="', given))
    script = "".join(file.read_text(encoding="utf-8") for file in (DEFAULTS / "static" / "js").glob("*.js"))
    said = {
        re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", name) for name in re.findall(r"says\.(\w+)", script)
    }

    assert said == attributes


@pytest.mark.parametrize("language", sorted({file.stem for file in STRINGS.glob("*.toml")} - {"en", "pt-pt"}))
def test_a_language_says_all_that_english_says(language):
    def values(table):
        return {key: sorted(re.findall(r"\{\w+\}", text)) for key, text in table.items()}

    forms = {f"{key}_{form}" for key in texts("en") for form in ("zero", "two", "few", "many")} - texts("en").keys()

    assert values(texts("en")) == {key: found for key, found in values(texts(language)).items() if key not in forms}


def test_a_country_says_only_what_differs_from_its_language():
    portuguese, portugal = texts("pt"), texts("pt-pt")

    assert {} == {key: text for key, text in portugal.items() if portuguese.get(key, text) == text}


def test_headings_of_an_article_page_leave_no_level_out(edge):
    levels = [
        int(tag[1])
        for tag, _ in elements(edge / "articles" / "everything" / "index.html")
        if re.fullmatch("h[1-6]", tag)
    ]

    assert 1 == levels[0]
    assert [] == [(above, below) for above, below in pairwise(levels) if below > above + 1]


# What the guide says


def test_the_guide_names_every_block():
    guide = (DEFAULTS / "README.md").read_text(encoding="utf-8")
    blocks = set()
    for file in (DEFAULTS / "templates").rglob("*.html"):
        blocks.update(re.findall(r"{%-? *block (\w+)", file.read_text(encoding="utf-8")))

    assert 50 < len(blocks)
    assert set() == {block for block in blocks if f"`{block}`" not in guide}


def test_the_guide_names_every_token():
    guide = (DEFAULTS / "README.md").read_text(encoding="utf-8")

    assert set() == {name for name in THEMES["default"] if name != "--hue" and f"`{name}`" not in guide}


def test_the_guide_names_every_attribute_that_the_script_looks_for():
    guide = (DEFAULTS / "README.md").read_text(encoding="utf-8")
    script = "".join(file.read_text(encoding="utf-8") for file in (DEFAULTS / "static" / "js").glob("*.js"))
    attributes = set(re.findall(r"\[(data-[\w-]+)\]", script)) - {"data-search-rest"}

    assert set() == {attribute for attribute in attributes if f"`{attribute}`" not in guide}
