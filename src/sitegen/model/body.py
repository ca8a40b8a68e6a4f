"""The text of an article, with holes where it names other files."""

from typing import Literal

from sitegen.base.noun import Noun
from sitegen.base.paths import join, target_path

_SHELVES = ("assets/images", "assets/img", "images", "img", "assets")
"""Folders at the root of a site that hold its images."""


class Ref(Noun):
    """A hole: the value of a `href` or `src`, filled in when the page is made."""

    kind: Literal["article", "file", "site", "title"]
    """`article`: a `.md` file; `file`: any other relative path; `site`: an address that begins with `/`; `title`: an
    article by its title."""
    target: str
    """For `article` and `file` the path from the content root (`articles/other.md`); for `site` the address as written,
    `/` first; without query and fragment, percent-decoded. For `title` the title."""
    query: str
    """With its `?`, or empty."""
    fragment: str
    """Without `#`, percent-decoded, or empty."""
    written: str
    """As the author wrote it; stands where the target cannot be found, and in messages."""
    line: int
    column: int
    image: bool = False
    """Whether it is the `src` of an image."""

    @property
    def file(self) -> str:
        """The path from the content root that the target names, whichever way it is written."""
        return self.target.lstrip("/")

    @property
    def files(self) -> tuple[str, ...]:
        """The same of an image, and the other places that it may mean where nothing is there, the likeliest first.

        Other generators read a path like `assets/a.png` from the root of the site, in front matter above all, or their
        templates put the folder of all images before it.
        """
        rooted = join("", target_path(self.written)) if self.kind == "file" else None
        if not rooted:
            return (self.file,)
        shelved = (f"{shelf}/{rooted}" for shelf in _SHELVES if not self.written.startswith("."))
        return tuple(dict.fromkeys((self.file, rooted, *shelved)))


class Picture(Noun):
    """A hole for a whole image: what `render` knows of the file (sizes, variants) goes into the element."""

    ref: Ref | None
    """None where the image is on another host."""
    src: str
    """The full URL where `ref` is None, else empty."""
    alt: str
    title: str
    attributes: tuple[tuple[str, str], ...]
    """Further attributes that the author set: class, id, width, loading."""
    figure: bool
    """Whether the image stands alone in its paragraph and so is a figure, with `title` as its caption."""


class Slot(Noun):
    """A hole for a part that the theme draws: the FAQ entries `start` to `end` of the article."""

    start: int
    end: int
    heading: str
    """The section's heading as HTML, or empty."""
    id: str


Part = str | Ref | Picture | Slot


class Body(Noun):
    """HTML in parts; joined, with the holes filled, it is the article's text."""

    parts: tuple[Part, ...]


class Heading(Noun):
    """One entry of the table of contents."""

    level: int
    id: str
    text: str
    """Plain text."""


class Faq(Noun):
    """A question and its answer."""

    id: str
    """The anchor of the entry on the page."""
    question: str
    """Plain text, as visible."""
    question_html: str
    answer: Body
