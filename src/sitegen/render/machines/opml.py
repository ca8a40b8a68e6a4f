"""All feeds in one file that feed readers import."""

from sitegen.base.characters import legal
from sitegen.base.html import attributes, escape
from sitegen.model.output import FEED_FILES, FEED_FORMATS, Page
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url
from sitegen.render.view import View


def opml(page: Page, view: View, press: Press) -> str:
    """Return an OPML 2.0 list of every feed."""
    title = legal(view.config.site.title)
    file, _ = FEED_FILES[FEED_FORMATS[view.config.feeds.formats[0]]]
    lines = []
    for _, folder, name in view.feeds():
        pairs = (
            ("type", "rss"),
            ("text", legal(name)),
            ("title", legal(name)),
            ("xmlUrl", full_url(view.config, folder + file)),
            ("htmlUrl", full_url(view.config, folder if view.served(folder) else "/")),
        )
        lines.append(f"<outline{attributes(pairs)}/>")
    inner = "\n".join(lines)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n<head><title>{escape(title)}</title></head>\n'
        f"<body>\n{inner}\n</body>\n</opml>\n"
    )
