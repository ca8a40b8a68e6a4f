"""Turn one Markdown file into an article."""

from sitegen.parse.article import parse

__all__ = ["parse"]
