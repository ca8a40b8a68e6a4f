"""Media types do not depend on the machine."""

import pytest

from sitegen.serve.content_types import content_type


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("css/site.css", "text/css; charset=utf-8"),
        ("js/site.js", "application/javascript; charset=utf-8"),
        ("api/articles.json", "application/json; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("articles/x/index.md", "text/markdown; charset=utf-8"),
        ("photo.JPG", "image/jpeg"),
        ("chart.svg", "image/svg+xml"),
        ("photo.avif", "image/avif"),
        ("font.woff2", "font/woff2"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("CNAME", "application/octet-stream"),
        ("data.unheard-of", "application/octet-stream"),
    ],
)
def test_a_name_has_one_type(path, type_):
    assert type_ == content_type(path)
