"""What the front matter says, while it is read: fields, other keys, and where each stands."""

from typing import Any, NamedTuple

from sitegen.base.noun import Struct, field
from sitegen.model.article import FrontMatter
from sitegen.parse.matter.values import Value


class FrontCallout(NamedTuple):
    """One callout of the front matter."""

    kind: str
    """Empty where the text may say it."""
    title: Value | None
    text: Value


class Fields(Struct):
    """What the front matter says, while it can still be added to."""

    values: dict[str, Any] = field(default_factory=dict)
    """Fields of `FrontMatter`."""
    extra: dict[str, object] = field(default_factory=dict)
    faqs: list[tuple[Value, Value]] = field(default_factory=list)
    """(question, answer) of `faq:`."""
    callouts: list[FrontCallout] = field(default_factory=list)
    wrong: set[str] = field(default_factory=set)
    """Names of fields that an error has been told of."""
    places: tuple[tuple[str, int, int, int], ...] = ()

    def text(self, name: str) -> str:
        """Return a field that is a text, or an empty string."""
        return str(self.values.get(name, ""))

    def front_matter(self) -> FrontMatter:
        """Return the finished noun."""
        return FrontMatter(**self.values, extra=self.extra, places=self.places)
