"""Files that machines read.

- `feeds`, `jsonfeed` and `opml`, from a `channel` and its `entries` after `cleaning`.
- `sitemap`, `robots`, `llms`, the Markdown `twin`, `search`, and `api` with its `schemas`; `rows` are what files list
  of all articles. `social` draws the card that other sites show.
"""
