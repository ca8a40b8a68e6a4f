"""The site becomes a table of contents for language models, and its newest articles one long text."""

from sitegen.base.text import collapse
from sitegen.model.output import Page, twin_path
from sitegen.render.machines.twin import twin_text
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url
from sitegen.render.view import View

_NEWEST = 100


def llms(page: Page, view: View, press: Press) -> str:
    """Return llms.txt: who publishes, then lists of links."""
    config = view.config
    parts = [f"# {collapse(config.site.title)}", f"> {collapse(press.description)}"]
    if config.machines.markdown_twins:
        how = "add index.html.md to an address that ends with a slash, and .md to any other."
        parts.append(f"Every article is also there as Markdown: {how}")
    parts += _section("Latest articles", [_line(ident, view) for ident in view.ids("home", 0, _NEWEST)])
    parts += _section(
        "Sections", [_link(name, full_url(config, address)) for _, name, address in view.names("section")]
    )
    parts += _section("About", [_line(ident, view) for ident in view.ids("pages")])
    optional = [
        _link("All articles as JSON", full_url(config, "/api/articles.json")),
        _link("All feeds", full_url(config, "/feeds.opml")),
        _link("Archive", full_url(config, "/archive/")),
    ]
    if config.machines.llms_full:
        optional.append(_link("The newest articles in full", full_url(config, "/llms-full.txt")))
    parts += _section("Optional", optional)
    return "\n\n".join(parts) + "\n"


def _section(title: str, lines: list[str]) -> list[str]:
    shown = [line for line in lines if line]
    return [f"## {title}", "\n".join(shown)] if shown else []


def _link(name: str, url: str, note: str = "") -> str:
    shown = collapse(name).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return f"- [{shown}]({url})" + (f": {collapse(note)}" if note else "")


def _line(ident: str, view: View) -> str:
    card = view.card(ident)
    if card is None:
        return ""
    address = twin_path(card.address) if view.config.machines.markdown_twins else card.address
    return _link(card.title, full_url(view.config, address), card.summary)


def llms_full(page: Page, view: View, press: Press) -> str:
    """Return the newest articles in full."""
    idents = view.ids("home", 0, view.config.machines.llms_full)
    texts = [text for ident in idents if (text := twin_text(ident, view, press))]
    title = f"# {collapse(view.config.site.title)}"
    return "\n\n".join((title, *texts)) + "\n"
