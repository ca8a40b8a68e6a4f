"""Turn one Markdown file into an article.

The walk, and the room of each step:

1. `article` decodes the file. `matter/` parts the lines above the text from it, and reads them into fields.
2. `text` has `markdown` make tokens, which is the parser with all its rules: those of `syntax/`, and of `foreign/` for
   what other programs write. Between blocks and lines `features/` finds the callouts.
3. Out of the tokens `features/` takes what an article is made of besides prose, from the byline at the top to further
   reading and a signature at the end, and `faq/` the questions with their answers.
4. `features/` gives headings their levels and ids, and `draw/` makes HTML with holes of what is left.
5. `article` fills in what neither front matter nor text says, and `terms` counts the words.

All of them work on the `manuscript`, which has the file's lines and takes down what is wrong. They share:

- of tokens: `tokens` makes them and tells what they say, `blocks` where one ends and what is beside it, `headings` what
  stands below which title, `places` where it is in the file;
- of what is written within a line: `links`, `attributes`, and the `tags` of HTML;
- of what is known by its words, in many languages: `phrases`, kinds of callouts among them, and the names of `people`.
"""

from sitegen.parse.article import parse

__all__ = ["parse"]
