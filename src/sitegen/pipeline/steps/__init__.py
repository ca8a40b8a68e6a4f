"""The steps of the walk, which the ways through it share, and what is kept of each.

- `extensions`, `parsing` with the `shape` of what it gives, `relations` in a `relationstore`, `picturing`, `searching`,
  `rendering`, `publishing`, `findings`, `reports`.
- Kept of a build: `memory`, `contents`, `alike`. `mending` changes pages as they stand.
"""
