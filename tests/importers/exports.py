"""Small exports, as WordPress and Ghost write them."""

import json
from html import escape
from pathlib import Path

from sitegen.importers import Wish, import_site

HEAD = """\
<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Old Review</title>
<link>https://old.example</link>
<description>News since 2009</description>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[ana]]></wp:author_login><wp:author_email>ana@old.example</wp:author_email>
<wp:author_display_name><![CDATA[Ana Lima]]></wp:author_display_name></wp:author>
<wp:author><wp:author_login>bot</wp:author_login></wp:author>
"""
TAIL = "</channel>\n</rss>\n"


def item(title="A title", content="<p>Text.</p>", *, slug="", terms="", meta=(), more="", **fields):
    """Return an item; `fields` are those of WordPress without `wp:`, `terms` are as `category:health:Health`."""
    slug = slug or title.lower().replace(" ", "-")
    said = {
        "post_id": "1",
        "post_date": "2024-05-03 11:00:00",
        "post_date_gmt": "2024-05-03 09:00:00",
        "post_name": slug,
        "status": "publish",
        "post_type": "post",
        **fields,
    }
    link = said.pop("link", f"https://old.example/2024/05/{slug}/")
    rows = [f"<wp:{name}><![CDATA[{value}]]></wp:{name}>" for name, value in said.items()]
    for term in filter(None, terms.split(",")):
        domain, nicename, name = term.split(":")
        rows.append(f'<category domain="{domain}" nicename="{nicename}"><![CDATA[{name}]]></category>')
    rows += [
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
        for key, value in meta
    ]
    return (
        f"<item>\n<title>{escape(title)}</title>\n<link>{link}</link>\n<dc:creator><![CDATA[ana]]></dc:creator>\n"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>\n" + "\n".join(rows) + f"\n{more}</item>\n"
    )


def attachment(key, url, **fields):
    """Return an upload."""
    return item(url.rpartition("/")[2], "", post_id=key, post_type="attachment", attachment_url=url, **fields)


def wxr(*items, head=HEAD):
    """Return an export of WordPress."""
    return head + "".join(items) + TAIL


def ghost(*posts, **tables):
    """Return an export of Ghost."""
    told = [{"status": "published", "visibility": "public", "type": "post", **post} for post in posts]
    settings = [{"key": "title", "value": "Ghostly"}, {"key": "timezone", "value": "Europe/Paris"}]
    return json.dumps({"db": [{"meta": {"version": "5.1"}, "data": {"posts": told, "settings": settings, **tables}}]})


def imported(text, root: Path, config=None, **wish):
    """Import a text into `root`; return what became of it."""
    file = root.with_name(f"{root.name}.export")
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_site(Wish(file, root, **wish), config, lambda *_: None)


def read(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def told(done) -> list[str]:
    """Return what a person should look at, one a line."""
    return [f"{found.span.path}:{found.span.line}: {found.message}" for found in done.diagnostics]
