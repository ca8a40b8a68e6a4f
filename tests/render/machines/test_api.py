import jsonschema
import pytest

BASE = "https://news.example/repo/"


def test_an_article_is_described(desk):
    data = desk.json("api/articles.json")
    article = data["articles"][0]

    assert (BASE + "api/schema/articles.json", 1, "The Weights", BASE) == (
        data["$schema"],
        data["version"],
        data["site"],
        data["url"],
    )
    assert {
        "id": "articles/open",
        "url": BASE + "articles/open/",
        "title": 'Why open weights matter to <hospitals> & "wards"',
        "date": "2026-11-30T09:00:00+01:00",
        "updated": "2026-12-01T10:00:00+01:00",
        "authors": ["Jane Doe", "Policy Desk"],
        "section": "Analysis",
        "tags": ["open weights", "health"],
        "summary": "What hospitals gain.",
        "faq": 2,
        "callouts": [],
    }.items() <= article.items()
    assert article["minutes"] >= 1
    assert {"id", "pinned", "reasons", "kind"} == article["related"][0].keys()
    assert "articles/third" == article["related"][0]["id"]


def test_words_are_told_in_hundreds_so_that_a_small_edit_changes_nothing_here(publish):
    def words(count):
        text = "word " * count
        site = publish(f"-- content/articles/a.md --\n---\ntitle: One\ndate: 2026-11-20\n---\n{text}\n")
        return site.json("api/articles.json")["articles"][0]["words"]

    assert [50, 400, 400] == [words(count) for count in (3, 380, 390)]


def test_all_that_are_published_are_there_newest_first(desk):
    assert [f"articles/{name}" for name in ("open", "second", "third", "fourth", "fifth")] == [
        article["id"] for article in desk.json("api/articles.json")["articles"]
    ]


def test_tags_and_authors_name_their_articles(desk):
    tags = {tag["id"]: tag for tag in desk.json("api/tags.json")["tags"]}
    authors = {author["id"]: author for author in desk.json("api/authors.json")["authors"]}

    assert (["articles/open", "articles/second"], 2, BASE + "tags/health/feed.json") == (
        tags["health"]["articles"],
        tags["health"]["count"],
        tags["health"]["feed"],
    )
    assert ("Organization", "Desk", ["articles/open"]) == tuple(
        authors["policy-desk"][key] for key in ("type", "role", "articles")
    )


def test_a_tag_names_its_parent(publish):
    settings = '-- sitegen.toml --\n[tags.gguf]\nparent = "formats"\n[tags.formats]\n'
    site = publish(
        f"{settings}-- content/articles/a.md --\n---\ntitle: A\ndate: 2026-11-20\ntags: [GGUF]\n---\nText.\n"
    )

    assert [("formats", None, ["articles/a"]), ("gguf", "formats", ["articles/a"])] == [
        (tag["id"], tag["parent"], tag["articles"]) for tag in site.json("api/tags.json")["tags"]
    ]


@pytest.mark.parametrize("name", ["articles", "tags", "authors"])
def test_the_files_keep_to_their_published_schemas(desk, publish, name):
    schema = desk.json(f"api/schema/{name}.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())

    assert BASE + f"api/schema/{name}.json" == schema["$id"] == desk.json(f"api/{name}.json")["$schema"]
    validator.validate(desk.json(f"api/{name}.json"))
    validator.validate(publish("").json(f"api/{name}.json"))


def test_each_article_stands_on_a_line_of_its_own(desk):
    assert 5 == sum(line.startswith('{"id":') for line in desk.html("api/articles.json").splitlines())
