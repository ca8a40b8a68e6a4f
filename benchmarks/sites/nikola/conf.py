"""What the site in ../sitegen makes, as far as Nikola makes it by itself: without related articles."""

BLOG_TITLE = BLOG_AUTHOR = "The Bench"
BLOG_DESCRIPTION = "Articles that nobody wrote."
BLOG_EMAIL = "desk@bench.example"
SITE_URL = "https://bench.example/"
DEFAULT_LANG = "en"
TRANSLATIONS = {"en": ""}
TIMEZONE = "UTC"
THEME = "bench"

POSTS = (("posts/*.md", "articles", "post.tmpl"),)
PAGES = ()
COMPILERS = {"markdown": (".md",)}
MARKDOWN_EXTENSIONS = [
    "markdown.extensions.admonition",
    "markdown.extensions.codehilite",
    "markdown.extensions.extra",
    "markdown.extensions.toc",
]
PRETTY_URLS = True
COPY_SOURCES = SHOW_SOURCELINK = False

AUTHOR_PATH, CATEGORY_PATH, TAG_PATH = "authors", "sections", "tags"
CATEGORY_PREFIX = ""
ENABLE_AUTHOR_PAGES = MULTIPLE_AUTHORS_PER_POST = True
AUTHOR_PAGES_ARE_INDEXES = CATEGORY_PAGES_ARE_INDEXES = TAG_PAGES_ARE_INDEXES = True
INDEX_DISPLAY_POST_COUNT = 20
INDEXES_STATIC = False
INDEX_TEASERS = True
FEED_LENGTH = 20
FEED_TEASERS = True
GENERATE_ATOM = False
DISABLED_PLUGINS = ["render_archive", "classify_archive", "render_galleries", "scale_images", "render_listings"]
COMMENT_SYSTEM = SEARCH_FORM = ""
USE_BUNDLES = False
GLOBAL_CONTEXT = {
    "sections": ["cities", "climate", "culture", "economy", "health", "politics", "science", "technology"],
}
