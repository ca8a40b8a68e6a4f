"""What the preview shows at this moment: the last good site, the pages that are ahead of it, and what is wrong."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.base.noun import Noun, field
from sitegen.serve.findings import Findings
from sitegen.serve.resolve import Answer, Found, resolve


class Page(Noun):
    """One page as it was built, or a file that pages load."""

    path: str
    """In the output folder."""
    data: bytes
    modified: float = 0.0
    """Seconds since the epoch."""


def _notice(title: str, body: str) -> Page:
    head = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">'
    html = f'<!doctype html>\n<html lang="en">\n{head}\n<title>{title}</title>\n{body}\n</html>\n'
    return Page("404.html", html.encode())


NOT_YET = _notice(
    "No page yet", "<p>There is nothing to show yet. The page appears here as soon as the site can be built.</p>"
)
"""Shown where the site has never been built."""

NOWHERE = _notice(
    "Page not found",
    "<h1>Page not found</h1>\n<p>The site has no page at this address, and no <code>404.html</code> of its own.</p>",
)
"""Shown where the site has no `404.html`."""


class Shown(Noun):
    """One state; the next build makes another."""

    folder: Path
    """Of the last good site; absolute, without symbolic links."""
    base: str = "/"
    findings: Findings = field(default_factory=Findings)
    ahead: Mapping[str, Page] = field(default_factory=dict)
    """Pages, and files that they load, which a running build has finished before the others; by output path."""

    def answer(self, raw_path: bytes) -> Answer:
        """Return what answers at the path of a request."""
        return resolve(raw_path, base=self.base, folder=self.folder, ahead=self.ahead)

    def page(self, path: str) -> Page | None:
        """Return the page at an output path, or None where there is none."""
        if path in self.ahead:
            return self.ahead[path]
        try:
            with (self.folder / path).open("rb") as file:
                return Page(path, file.read(), (self.folder / path).stat().st_mtime)
        except OSError:
            return None

    def page_at(self, raw_path: bytes) -> Page:
        """Return what a browser sees at an address, be it the page for what is missing."""
        answer = self.answer(raw_path)
        return (self.page(answer.path) if isinstance(answer, Found) else None) or self.missing

    @property
    def missing(self) -> Page:
        """What is shown where nothing answers."""
        return self.page("404.html") or (NOWHERE if self.folder.is_dir() else NOT_YET)

    @property
    def status(self) -> int:
        """The HTTP status of what is missing."""
        return 404 if self.folder.is_dir() else 503
