"""Tell what places an article among the others from what it says of itself."""

from sitegen.base.digest import digest
from sitegen.base.noun import field_names, replace
from sitegen.model.article import Article, FrontMatter
from sitegen.model.site import Card
from sitegen.pipeline.nouns import CODEC

# Front matter that says something of the article alone: no list, no address and no other page depends on it, but for
# its card. Everything else is its shape.
_OWN = frozenset((
    "title", "description", "image", "key_points", "corrections", "sources", "audio", "toc", "comments", "license",
    "extra", "type", "template",
))  # fmt: skip
_SHAPE = tuple(name for name in field_names(FrontMatter) if name not in _OWN)


def shape_of(article: Article) -> bytes:
    """Return a digest of what places an article among the others."""
    meta = article.meta
    own = (article.id, article.path, article.kind, article.bundle, article.sound)
    told = (*own, _lead_image(article), article.further, article.labels, article.named)
    return digest(CODEC.encode((told, tuple([getattr(meta, name) for name in _SHAPE])))).encode()


def _lead_image(article: Article) -> str:
    """Return what the article's image is: of a file there are crops then."""
    image = article.meta.image
    return ("\n".join(image.ref.files) if image.ref else image.src) if image else ""


def retouch(card: Card, article: Article) -> Card:
    """Return the card of an article that was edited without a change of its shape."""
    return replace(
        card, title=article.title, summary=article.summary, image=article.meta.image, minutes=article.minutes
    )
