import pytest
from lxml import html
from tests.kit.desk import OPEN

BASE = "https://news.example/repo/"
URL = BASE + "articles/open/"


@pytest.mark.parametrize("kind", ["OpinionNewsArticle", "LiveBlogPosting", "SocialMediaPosting"])
def test_an_article_is_of_the_type_that_its_front_matter_names(publish, kind):
    site = publish(f"-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\ntype: {kind}\n---\nText.\n")

    assert kind in site.graph("a/index.html")


def test_an_article_says_everything(desk):
    article = desk.graph(OPEN)["AnalysisNewsArticle"]

    assert {
        "@id": URL + "#article",
        "headline": 'Why open weights matter to <hospitals> & "wards"',
        "description": "What hospitals gain.",
        "url": URL,
        "mainEntityOfPage": {"@id": URL},
        "datePublished": "2026-11-30T09:00:00+01:00",
        "dateModified": "2026-12-01T10:00:00+01:00",
        "author": [{"@id": BASE + "authors/jane-doe/#person"}, {"@id": BASE + "authors/policy-desk/#org"}],
        "publisher": {"@id": BASE + "#org"},
        "articleSection": "Analysis",
        "keywords": ["open weights", "health"],
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "mentions": [{"@id": BASE + "articles/second/"}],
        "isPartOf": {"@type": "CreativeWorkSeries", "name": "Chips", "url": BASE + "series/chips/"},
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": "An earlier version gave the wrong year.",
                "datePublished": "2026-12-01",
            }
        ],
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "A study",
                "url": "https://study.example/1",
                "author": {"@type": "Person", "name": "B. Author"},
                "datePublished": "2025",
            }
        ],
        "audio": {
            "@type": "AudioObject",
            "contentUrl": BASE + "articles/talk.mp3",
            "encodingFormat": "audio/mpeg",
            "duration": "PT12M30S",
        },
        "speakable": {"@type": "SpeakableSpecification", "cssSelector": ["h1", ".standfirst"]},
    }.items() <= article.items()
    assert ["open weights", "health"] == [thing["name"] for thing in article["about"]]
    assert article["wordCount"] > 0


def test_images_stand_in_all_ratios(desk):
    images = desk.graph(OPEN)["AnalysisNewsArticle"]["image"]

    assert [(1600, 1000), (900, 900), (1200, 900), (1600, 900)] == [
        (image["width"], image["height"]) for image in images
    ]
    assert ("A ward", "Us") == (images[0]["caption"], images[0]["creditText"])


def test_an_article_without_an_image_shows_the_sites(desk):
    images = desk.graph("articles/second/index.html")["NewsArticle"]["image"]

    assert [BASE + "logo.png"] == [image["url"] for image in images]


def test_an_article_updated_before_it_was_published_counts_as_not_updated(publish):
    site = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-20\nupdated: 2026-11-19\n---\nText.\n")
    article = site.graph("a/index.html")["NewsArticle"]

    assert article["datePublished"] == article["dateModified"]


def test_what_stands_elsewhere_first_has_ids_of_its_own(publish):
    site = publish(
        "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-20\ncanonical: https://first.example/x\n---\nText.\n"
    )
    article = site.graph("a/index.html")["NewsArticle"]

    assert ("https://news.example/a/#article", {"@id": "https://news.example/a/"}, "https://first.example/x") == tuple(
        article[name] for name in ("@id", "mainEntityOfPage", "isBasedOn")
    )
    assert '<link rel="canonical" href="https://first.example/x">' in site.html("a/index.html")


def test_answers_are_what_the_page_shows(desk):
    questions = desk.graph(OPEN)["FAQPage"]["mainEntity"]

    assert [
        ("What are open weights?", "Parameters that anyone may download & run: w < 1."),
        ("Is it safe?", "Yes, mostly1. See the site."),
    ] == [(question["name"], question["acceptedAnswer"]["text"]) for question in questions]


@pytest.mark.parametrize(("question", "parts"), [("How?", [{"@id": "https://news.example/a/#faq"}]), ("???", None)])
def test_an_article_has_its_questions_as_a_part_where_they_are_told(publish, question, parts):
    site = publish(
        f"-- content/a.md --\n---\ntitle: A\ndate: 2026-11-20\nfaq:\n- q: '{question}'\n  a: So.\n---\nText.\n"
    )
    nodes = site.graph("a/index.html")

    assert (parts, bool(parts)) == (nodes["NewsArticle"].get("hasPart"), "FAQPage" in nodes)


def test_an_answer_that_looks_like_html_is_escaped_as_answers_may_be_html(publish):
    site = publish(
        "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-20\nfaq:\n- q: How?\n  a: Use `<b>` & `&amp;`.\n---\nText.\n"
    )
    question = site.graph("a/index.html")["FAQPage"]["mainEntity"][0]

    assert "Use &lt;b&gt; &amp; &amp;amp;." == question["acceptedAnswer"]["text"]


def test_authors_are_persons_or_desks_with_pages_of_their_own(desk):
    nodes = desk.graph(OPEN)

    assert {
        "@type": "Person",
        "name": "Jane Doe",
        "url": BASE + "authors/jane-doe/",
        "jobTitle": "Reporter",
    }.items() <= nodes["Person"].items()
    assert {"name": "Policy Desk", "sameAs": ["https://social.example/@policy"]}.items() <= nodes[
        "Organization"
    ].items()


def test_the_way_home_has_consecutive_steps(desk):
    steps = desk.graph(OPEN)["BreadcrumbList"]["itemListElement"]

    assert [(1, "Home", BASE), (2, "Analysis", BASE + "sections/analysis/")] == [
        (step["position"], step["name"], step["item"]) for step in steps[:2]
    ]
    assert URL == steps[2]["item"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "CollectionPage"),
        ("tags/health/index.html", "CollectionPage"),
        ("sections/index.html", "CollectionPage"),
        ("archive/2026/index.html", "CollectionPage"),
        ("authors/jane-doe/index.html", "ProfilePage"),
        ("about/index.html", "AboutPage"),
        ("search/index.html", "SearchResultsPage"),
        ("404.html", "WebPage"),
    ],
)
def test_every_page_says_what_it_is(desk, path, kind):
    nodes = desk.graph(path)

    assert kind in nodes
    assert {"NewsMediaOrganization", "WebSite"} <= nodes.keys()


def test_a_list_names_its_articles_and_counts_on_from_page_to_page(desk):
    first, second = (desk.graph(path)["ItemList"]["itemListElement"] for path in ("index.html", "page/2/index.html"))

    assert [1, 2, 3] == [item["position"] for item in first]
    assert [(4, BASE + "articles/fourth/"), (5, BASE + "articles/fifth/")] == [
        (item["position"], item["url"]) for item in second
    ]


def test_an_authors_page_is_about_the_author(desk):
    nodes = desk.graph("authors/policy-desk/index.html")

    assert {"@id": BASE + "authors/policy-desk/#org"} == nodes["ProfilePage"]["mainEntity"]
    assert "Covers policy." == nodes["Organization"]["description"]


ANSWERS = [
    "Plain & simple.",
    "With *emphasis*, **strength** and `code < 1`.",
    "A [link](second.md) and <https://x.example/?a=1&b=2>.",
    "One.\n\nTwo.",
    "- a\n- b\n  1. c\n  2. d",
    "Entities: &copy; &amp; &lt;tag&gt; &#x1F980; &nbsp;.",
    "With a note[^n].\n\n[^n]: The note.",
    "> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    "```python\nif a < b: pass\n```",
    "![A picture](ward.png) beside text",
    "Hard  \nbreak, ~~gone~~ and <span>raw <b>HTML</b></span>.",
]


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("place", ["front", "section"])
def test_an_answer_in_the_markup_is_the_visible_one(publish, answer, place):
    front = "faq:\n- q: Why?\n  a: |\n    " + answer.replace("\n", "\n    ") + "\n" if place == "front" else ""
    section = "" if front else f"## FAQ\n\n### Why?\n\n{answer}\n\n---\n"
    site = publish(
        f"-- content/a.md --\n---\ntitle: A\ndate: 2026-11-20\n{front}---\nText.\n\n{section}\n"
        "-- content/second.md --\n---\ntitle: B\ndate: 2026-11-20\n---\nText.\n-- content/ward.png --\nx\n"
    )
    page = html.document_fromstring(site.html("a/index.html"))
    shown = page.find_class("answer")[0]
    for link in shown.find_class("faq-link"):
        link.drop_tree()
    said = site.graph("a/index.html")["FAQPage"]["mainEntity"][0]["acceptedAnswer"]["text"]

    assert "".join(shown.text_content().split()) == "".join(html.fromstring(f"<p>{said}</p>").text_content().split())
