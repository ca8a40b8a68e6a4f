"""What the site in ../sitegen makes, as far as Pelican makes it by itself: without related articles."""

SITENAME = "The Bench"
SITEURL = "https://bench.example"
TIMEZONE = "UTC"
PATH = "content"
THEME = "theme"
THEME_STATIC_DIR = ""
OUTPUT_PATH = "output"

ARTICLE_URL, ARTICLE_SAVE_AS = "articles/{slug}/", "articles/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "authors/{slug}/", "authors/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "sections/{slug}/", "sections/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
ARCHIVES_SAVE_AS = ""
AUTHORS_SAVE_AS = "authors/index.html"
CATEGORIES_SAVE_AS = "sections/index.html"
TAGS_SAVE_AS = "tags/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DIRECT_TEMPLATES = ["index", "authors", "categories", "tags", "sitemap"]

PAGINATED_TEMPLATES = {"index": 20, "author": 20, "category": 20, "tag": 20}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None
FEED_ALL_RSS = "rss.xml"
AUTHOR_FEED_RSS = "authors/{slug}/rss.xml"
CATEGORY_FEED_RSS = "sections/{slug}/rss.xml"
TAG_FEED_RSS = "tags/{slug}/rss.xml"
FEED_MAX_ITEMS = 20

MARKDOWN = {
    "extensions": [
        "markdown.extensions.admonition",
        "markdown.extensions.codehilite",
        "markdown.extensions.extra",
        "markdown.extensions.meta",
        "markdown.extensions.toc",
    ],
    "output_format": "html5",
}

CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "generator"
