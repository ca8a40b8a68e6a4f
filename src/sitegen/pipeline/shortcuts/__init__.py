"""Shorter ways through the walk, each for one kind of edit, with the result of the whole.

- `kept` where nothing differs, `touch` after edits of texts, `restyle` after edits of templates; both of these make
  pages by `again`. A preview gets a `glance` before that.
- They take what they need of the last build: `remembered` answers, and the theme by `theming`.
"""
