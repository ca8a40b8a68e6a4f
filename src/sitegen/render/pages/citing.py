"""How to cite an article, where its source stands, and where an error is reported."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import quote, urlsplit

from sitegen.base.paths import quote_path
from sitegen.base.patterns import regex
from sitegen.base.slugs import slugify
from sitegen.model.config import Config
from sitegen.model.context import CiteView
from sitegen.render.theme.filters import long_date
from sitegen.render.theme.press import Press

_END = "\0"
"""Stands behind a value while a citation is put together: what ends with a mark gets no full stop."""
_ENDED = regex(rf"([.?!…。？！؟।]?){_END}(\.?)")
_SPECIAL = regex(r"[\\{}&%$#_^~]")
_SPELLED = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}


def cite_view(
    title: str, authors: Sequence[str], day: date | None, url: str, press: Press, language: str = ""
) -> CiteView | None:
    """Return the citation of a dated article."""
    if day is None:
        return None
    site, strings = press.config.site.title, press.strings(language)
    who = (strings.say("names_comma", {}) or ", ").join(authors) or site
    values = {"authors": who + _END, "title": title + _END, "site": site, "date": long_date(day, strings), "url": url}
    text = _ENDED.sub(lambda ended: ended[1] or ended[2], press.say("citation", language, **values))
    key = "-".join(
        part for part in (slugify((*authors, site)[0]).rpartition("-")[2], str(day.year), _word(title)) if part
    )
    entry = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in authors) or f"{{{_tex(site)}}}",
        "title": f"{{{_tex(title)}}}",
        "organization": _tex(site),
        "date": day.isoformat()[:10],
        "url": url,
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in entry.items())
    return CiteView(text, f"@online{{{key},\n{lines}\n}}")


def _word(title: str) -> str:
    return next((word for word in slugify(title).split("-") if len(word) > 3), "")


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda match: _SPELLED.get(match[0], "\\" + match[0]), text)


def _repository(config: Config) -> str:
    """Return the address below which the pages of the repository stand."""
    return config.site.repository.rstrip("/").removesuffix(".git")


def edit_url(config: Config, path: str) -> str:
    """Return where a source can be read and edited, or an empty string without a public repository."""
    repository = _repository(config)
    return f"{repository}/blob/HEAD/{quote_path(path)}" if repository else ""


def report_url(config: Config, title: str, url: str) -> str:
    """Return where an error in an article is reported: an issue of the repository, or a mail."""
    repository = _repository(config)
    if not repository and not config.site.email:
        return ""
    subject, body = quote(title[:120], safe=""), quote(url, safe="")
    if repository and urlsplit(repository).hostname in ("github.com", "codeberg.org", "gitea.com"):
        return f"{repository}/issues/new?title={subject}&body={body}"
    return f"mailto:{config.site.email}?subject={subject}&body={body}" if config.site.email else ""
