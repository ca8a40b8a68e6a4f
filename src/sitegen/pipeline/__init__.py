"""The walk: one function that joins the verbs.

- `build` begins it, and goes one of the `shortcuts/` or the whole way: `make`. Both are made of the same `steps/`.
- A `job` is what they work with: the `survey` looks at the disk, `session` is what a preview keeps; `clock` tells until
  when that holds, `refusals` what others keep from us, `stopwatch` what it took. `nouns` are what is remembered.
- `audits/` are what only `sitegen check` looks for; `commands/`, what others than these two do.
"""

from sitegen.pipeline.build import build, check

__all__ = ["build", "check"]
