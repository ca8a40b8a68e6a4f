import jsonschema

BASE = "https://news.example/repo/"
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "feed_url", "home_page_url", "authors", "language"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url", "title", "content_html", "date_published", "date_modified", "authors"],
                "additionalProperties": False,
                "patternProperties": {"^_": {"type": "object"}},
                "properties": {
                    **{
                        name: {"type": "string", "minLength": 1}
                        for name in (
                            "id",
                            "url",
                            "title",
                            "summary",
                            "content_html",
                            "date_published",
                            "date_modified",
                            "language",
                            "image",
                        )
                    },
                    "authors": {"type": "array", "minItems": 1, "items": {"required": ["name", "url"]}},
                    "tags": {"type": "array", "minItems": 1},
                    "attachments": {"type": "array", "items": {"required": ["url", "mime_type"]}},
                },
            },
        },
    },
}


def test_a_json_feed_is_valid(desk):
    for path in (path for path in desk.pages if path.endswith("feed.json")):
        data = desk.json(path)
        jsonschema.validate(data, JSON_FEED)
        assert BASE + path == data["feed_url"]
    first = desk.json("feed.json")["items"][0]
    audio = {"mime_type": "audio/mpeg", "size_in_bytes": 1200, "duration_in_seconds": 750}
    assert [{"url": BASE + "articles/talk.mp3", **audio}] == first["attachments"]
    assert [{"type": "WebSub", "url": "https://hub.example/"}] == desk.json("feed.json")["hubs"]
