"""What an article says is one thing, where it stands another."""

from dataclasses import fields, replace

import pytest
from tests.kit.nouns import article, config, inputs

from sitegen.link import link
from sitegen.model.article import Article, FrontMatter, Image
from sitegen.model.body import Ref
from sitegen.model.config import RelatedSettings
from sitegen.pipeline.shape import retouch, same_shape, shape_of

PLAIN = article("a", title="Alpha", tags=("x",))
ALONE = config(related=RelatedSettings(count=0))


def with_front(**fields: object) -> Article:
    """Return the plain article with other front matter in the same places."""
    return replace(PLAIN, meta=replace(PLAIN.meta, **fields))


def image(path: str, alt: str = "") -> Image:
    """Return an image of the site."""
    return Image(Ref("file", path, "", "", path, 2, 1, image=True), "", alt)


@pytest.mark.parametrize(
    "edited",
    [
        replace(PLAIN, words=900, minutes=4, summary="Other.", anchors=("one",), content="other"),
        with_front(title="Aleph"),
        with_front(description="More.", noindex=True, extra={"mood": "fine"}),
    ],
)
def test_what_it_says_leaves_its_shape(edited: Article) -> None:
    assert same_shape(shape_of(PLAIN), shape_of(edited), config())


@pytest.mark.parametrize(
    "edited",
    [
        replace(PLAIN, sound=False),
        replace(PLAIN, bundle=True),
        with_front(tags=("x", "y")),
        with_front(featured=True),
        with_front(aliases=("/old/",)),
        with_front(places=(("title", 3, 1, 5),)),
        with_front(image=image("a.png")),
    ],
)
def test_what_places_it_changes_its_shape(edited: Article) -> None:
    assert not same_shape(shape_of(PLAIN), shape_of(edited), ALONE)


def test_another_image_file_changes_the_shape_but_not_what_is_said_of_it() -> None:
    before = with_front(image=image("a.png"))

    assert same_shape(shape_of(before), shape_of(with_front(image=image("a.png", alt="Ward"))), ALONE)
    assert not same_shape(shape_of(before), shape_of(with_front(image=image("b.png"))), ALONE)


def test_words_that_relatives_share_count_where_there_are_suggestions() -> None:
    edited = replace(PLAIN, terms=(("ward", 2.0),))

    assert [False, True] == [same_shape(shape_of(PLAIN), shape_of(edited), site) for site in (config(), ALONE)]


def test_a_shape_that_nobody_remembers_is_another() -> None:
    assert [False, False] == [same_shape(None, shape_of(PLAIN), site) for site in (config(), ALONE)]


def test_a_retouched_card_is_the_card_that_linking_gives() -> None:
    """Of every field of the front matter that leaves the shape."""
    edited = replace(
        with_front(title="Aleph", description="More.", key_points=("One",), noindex=True, image=image("a.png", "New")),
        summary="More.",
        minutes=7,
    )
    linked = [link((one,), inputs((one,)), config()).cards["a"] for one in (PLAIN, edited)]

    assert linked[1] == retouch(linked[0], edited)


def test_every_field_of_the_front_matter_is_thought_of() -> None:
    """A new field is part of the shape until somebody says that no other page depends on it."""
    changed = {field.name: object() for field in fields(FrontMatter)}
    own = {
        "title", "description", "image", "key_points", "corrections", "sources", "audio", "toc", "comments", "noindex",
        "license", "canonical", "extra", "type", "template",
    }  # fmt: skip
    from sitegen.pipeline import shape

    assert changed.keys() - own == set(shape._SHAPE)
