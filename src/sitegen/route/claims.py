"""An output and who asks for it."""

from collections.abc import Iterator

from sitegen.base.diagnostics import Span
from sitegen.base.noun import Noun
from sitegen.base.paths import output_path
from sitegen.model.output import Output, Page, numbered


class Claim(Noun):
    """One output with its source, so that two for one path can be named."""

    output: Output
    source: str
    """As a message names it: `content/a.md`, `the home page`."""
    span: Span
    """Where to point."""
    machine: bool = False
    """Whether an author's own file of the same path takes its place in silence."""
    follows: Page | None = None
    """The page that it accompanies (a twin, a feed, page 2): where that does not stand, this goes without a word."""


def page(kind: str, address: str, subject: str = "", *, number: int = 1, numbers: int = 1) -> Page:
    """Return the page that answers at an address."""
    return Page(output_path(address), address, kind, subject, number, numbers)


def paginated(kind: str, address: str, subject: str, *, count: int, size: int) -> Iterator[Page]:
    """Yield the pages of a list of `count` articles, at least one: `/tags/x/`, `/tags/x/page/2/` and on."""
    numbers = max(1, -(-count // max(1, size)))
    for number in range(1, numbers + 1):
        yield page(kind, numbered(address, number), subject, number=number, numbers=numbers)
