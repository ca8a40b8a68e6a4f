"""What an article says is one thing, where it stands another."""

import pytest
from tests.kit.nouns import article, config, inputs

from sitegen.base.noun import fields, replace
from sitegen.link import link
from sitegen.model.article import Article, FrontMatter, Image
from sitegen.model.body import Ref
from sitegen.pipeline.steps.shape import retouch, shape_of

PLAIN = article("a", title="Alpha", tags=("x",))


def with_front(**fields: object) -> Article:
    """Return the plain article with other front matter in the same places."""
    return replace(PLAIN, meta=replace(PLAIN.meta, **fields))


def image(path: str, alt: str = "") -> Image:
    """Return an image of the site."""
    return Image(Ref("file", path, "", "", path, 2, 1, image=True), "", alt)


@pytest.mark.parametrize(
    "edited",
    [
        replace(PLAIN, terms=b"other", words=900, minutes=4, summary="Other.", anchors=("one",), content="other"),
        with_front(title="Aleph"),
        with_front(description="More.", toc=False, extra={"mood": "fine"}),
    ],
)
def test_what_it_says_leaves_its_shape(edited: Article) -> None:
    assert shape_of(PLAIN) == shape_of(edited)


@pytest.mark.parametrize(
    "edited",
    [
        replace(PLAIN, sound=False),
        replace(PLAIN, bundle=True),
        with_front(tags=("x", "y")),
        with_front(featured=True),
        with_front(noindex=True),
        with_front(canonical="https://other.example/"),
        with_front(aliases=("/old/",)),
        with_front(places=(("title", 3, 1, 5),)),
        with_front(image=image("a.png")),
    ],
)
def test_what_places_it_changes_its_shape(edited: Article) -> None:
    assert shape_of(PLAIN) != shape_of(edited)


def test_another_image_file_changes_the_shape_but_not_what_is_said_of_it() -> None:
    before = with_front(image=image("a.png"))

    assert shape_of(before) == shape_of(with_front(image=image("a.png", alt="Ward")))
    assert shape_of(before) != shape_of(with_front(image=image("b.png")))


def test_a_retouched_card_is_the_card_that_linking_gives() -> None:
    """Of every field of the front matter that leaves the shape."""
    edited = replace(
        with_front(title="Aleph", description="More.", key_points=("One",), image=image("a.png", "New")),
        summary="More.",
        minutes=7,
    )
    linked = [link((one,), inputs((one,)), config()).cards["a"] for one in (PLAIN, edited)]

    assert linked[1] == retouch(linked[0], edited)


def test_every_field_of_the_front_matter_is_thought_of() -> None:
    """A new field is part of the shape until somebody says that no other page depends on it."""
    changed = {field.name: object() for field in fields(FrontMatter)}
    own = {
        "title", "description", "image", "key_points", "corrections", "sources", "audio", "toc", "comments", "license",
        "extra", "type", "template",
    }  # fmt: skip
    from sitegen.pipeline.steps import shape

    assert changed.keys() - own == set(shape._SHAPE)
