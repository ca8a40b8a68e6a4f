"""What crawlers and researchers are told: robots.txt, security.txt and the key of IndexNow."""

from datetime import UTC, datetime

from sitegen.base.paths import is_external
from sitegen.model.output import Page
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url
from sitegen.render.view import View

_AI_CRAWLERS = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ChatGPT-User",
    "Claude-SearchBot",
    "Claude-User",
    "ClaudeBot",
    "cohere-ai",
    "cohere-training-data-crawler",
    "Diffbot",
    "DuckAssistBot",
    "FacebookBot",
    "Google-CloudVertexBot",
    "Google-Extended",
    "GPTBot",
    "Meta-ExternalAgent",
    "Meta-ExternalFetcher",
    "MistralAI-User",
    "OAI-SearchBot",
    "omgili",
    "PanguBot",
    "Perplexity-User",
    "PerplexityBot",
    "Timpibot",
    "YouBot",
)
"""Crawlers that gather text for training or answering."""


def robots(page: Page, view: View, press: Press) -> str:
    """Return robots.txt."""
    machines = view.config.machines
    lines = ["User-agent: *", "Allow: /"]
    if machines.ai_crawlers == "refuse":
        lines += ["", *(f"User-agent: {name}" for name in _AI_CRAWLERS), "Disallow: /"]
    lines += ["", f"Sitemap: {full_url(view.config, '/sitemap.xml')}"]
    if view.served("/news-sitemap.xml"):
        lines.append(f"Sitemap: {full_url(view.config, '/news-sitemap.xml')}")
    return "\n".join(lines) + "\n"


def security(page: Page, view: View, press: Press) -> str:
    """Return security.txt as RFC 9116 asks for it."""
    machines = view.config.machines
    contact = machines.security_contact
    if not is_external(contact):
        contact = f"mailto:{contact}" if "@" in contact else full_url(view.config, contact)
    lines = [f"Contact: {contact}"]
    if machines.security_expires:
        lines.append(f"Expires: {_moment(machines.security_expires)}")
    lines.append(f"Preferred-Languages: {view.config.site.language}")
    lines.append(f"Canonical: {full_url(view.config, page.address)}")
    return "\n".join(lines) + "\n"


def indexnow(page: Page, view: View, press: Press) -> str:
    """Return the key by which search engines know that a ping comes from this site (IndexNow, "Verify ownership")."""
    return view.config.machines.indexnow_key


def _moment(written: str) -> str:
    """Return a moment in UTC, of a day that at which it begins."""
    moment = datetime.fromisoformat(written)
    return f"{moment.astimezone(UTC) if moment.tzinfo else moment:%Y-%m-%dT%H:%M:%SZ}"


def empty(page: Page, view: View, press: Press) -> str:
    """Return nothing: the file only has to be there."""
    return ""
