"""Turn what another system exports into a folder of articles.

`wxr` and `ghost` read exports into the nouns of `nouns`; `wordpress` makes plain HTML of what WordPress keeps;
`lexical` does so of what Ghost keeps; `elements` makes Markdown of HTML with `cards`, `inline` and `escaping`; `media`
and `places` say where files, articles and links are here; `matter` writes front matter and the configuration;
`importing` joins them.
"""

from sitegen.importers.importing import Imported, Wish, import_site

__all__ = ["Imported", "Wish", "import_site"]
