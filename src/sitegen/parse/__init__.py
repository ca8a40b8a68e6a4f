"""Turn one Markdown file into an article.

- `article` has `matter/` read the lines above the text, `text` what stands below, and `terms` count its words.
- `text` has `markdown` make tokens. Out of these `features/` and `faq/` take what an article is made of besides prose,
  and `draw/` makes HTML with holes of the others.
- `markdown` is the parser with all its rules: those of `syntax/`, and of `foreign/` for what other programs write.
- What all of them work on is the `manuscript`. `tokens` makes tokens and tells what they say, `blocks` where one ends
  and what is beside it, `headings` and `rawsections` what stands below which title, `places` where it is in the file.
- What is written within a line: `links`, `attributes`, and the `tags` of HTML.
- What is known by its words, in many languages: `phrases`, kinds of callouts among them, and the names of `people`.
"""

from sitegen.parse.article import parse

__all__ = ["parse"]
