"""The five places where an extension hands over values."""

from collections.abc import Callable, Mapping
from typing import Any

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.noun import Noun, field
from sitegen.model.output import Page
from sitegen.model.site import Site


class Extension(Noun):
    """What the `extension` variable of an extension module holds."""

    name: str
    markdown: tuple[Callable[[Any], None], ...] = ()
    """Each takes the `MarkdownIt` instance and adds rules to it."""
    linkers: tuple[Callable[[Site], Mapping[str, object]], ...] = ()
    """Each gives values that templates see as `site.extra`."""
    routers: tuple[Callable[[Site], tuple[Page, ...]], ...] = ()
    """Each gives further pages, with kind `template:NAME.html`."""
    filters: Mapping[str, Callable[..., object]] = field(default_factory=dict)
    """Jinja filters by name."""
    checks: tuple[Callable[[Site], tuple[Diagnostic, ...]], ...] = ()
    """Each gives what is wrong with the site."""
