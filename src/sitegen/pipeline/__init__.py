"""The walk: one function that joins the verbs.

- `build` begins it, and goes the shortest of four ways: `kept` where nothing differs, `touch` after edits of texts,
  `restyle` after edits of templates (both make pages by `again`), else `make`. A preview gets a `glance` before that.
- What it goes by: `survey` looks at the disk, `clock` tells until when that holds, `session` is what a preview keeps,
  `refusals` what others keep from us, `stopwatch` what it took.
- The steps of `make`: `extensions`, `parsing`, `relations` in `columns`, `picturing`, `searching`, `rendering` for
  `viewing`, `publishing`, `findings`, `reports`.
- What is remembered of a build: `memory` and `contents`, in `nouns`; what can be taken from there: `remembered`,
  `shape`, `alike`, `theming`. Pages that change as they stand: `swapping`, `relining`.
- What only `sitegen check` looks for: `orphans`, `full_urls`, `strays`. Where texts lead: `destinations`.
- Other commands: `clean`, `explain`, `relatives`, `proposals`.
"""

from sitegen.pipeline.build import build, check

__all__ = ["build", "check"]
