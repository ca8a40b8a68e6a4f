"""Templates and all they are given: found, compiled, and told of where something is wrong.

- `press` is what all pages work with; it has the `templates`, in an `environment` with `compiled` code, `filters`,
  `strings` and `assets`; `branding` finds the logo and icons.
- `closure` tells what a template can reach.
- What is wrong: `faults` and `syntaxfaults` of a template that fails, told from the `sources`; of one that does not,
  `lostblocks`, `losttexts` and `deadlinks`.
"""
