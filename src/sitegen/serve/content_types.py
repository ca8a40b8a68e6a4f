"""A file name becomes the media type that GitHub Pages sends with it; the machine's own tables are not asked."""

from posixpath import splitext

_TEXT = "; charset=utf-8"

_TYPES = {
    ".aac": "audio/aac",
    ".atom": "application/atom+xml" + _TEXT,
    ".avif": "image/avif",
    ".bib": "application/x-bibtex" + _TEXT,
    ".bin": "application/octet-stream",
    ".css": "text/css" + _TEXT,
    ".csv": "text/csv" + _TEXT,
    ".epub": "application/epub+zip",
    ".flac": "audio/flac",
    ".geojson": "application/geo+json" + _TEXT,
    ".gif": "image/gif",
    ".gz": "application/gzip",
    ".htm": "text/html" + _TEXT,
    ".html": "text/html" + _TEXT,
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar" + _TEXT,
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "application/javascript" + _TEXT,
    ".json": "application/json" + _TEXT,
    ".jsonld": "application/ld+json" + _TEXT,
    ".m4a": "audio/mp4",
    ".map": "application/json" + _TEXT,
    ".md": "text/markdown" + _TEXT,
    ".mjs": "application/javascript" + _TEXT,
    ".mov": "video/quicktime",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".ogv": "video/ogg",
    ".opml": "text/x-opml" + _TEXT,
    ".opus": "audio/ogg",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".rss": "application/rss+xml" + _TEXT,
    ".svg": "image/svg+xml",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".ttf": "font/ttf",
    ".txt": "text/plain" + _TEXT,
    ".vcf": "text/vcard" + _TEXT,
    ".vtt": "text/vtt" + _TEXT,
    ".wasm": "application/wasm",
    ".wav": "audio/wav",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json" + _TEXT,
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml" + _TEXT,
    ".xml": "application/xml" + _TEXT,
    ".xsl": "application/xslt+xml" + _TEXT,
    ".yaml": "text/yaml" + _TEXT,
    ".yml": "text/yaml" + _TEXT,
    ".zip": "application/zip",
}


def content_type(path: str) -> str:
    """Return the `Content-Type` of an output path."""
    return _TYPES.get(splitext(path)[1].lower(), "application/octet-stream")


def is_page(path: str) -> bool:
    """Tell whether a browser shows this file as a page, so that the preview's script goes into it."""
    return path.endswith((".html", ".htm"))
