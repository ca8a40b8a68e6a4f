"""The machinery. It knows no noun of a publication.

- `store` is what the last build left, written as `codec` has it, for as long as the `fingerprint` of the code is the
  same; `reads` are what a page asks. Whoever works with it has the `lock`, and `disk` says what SQLite means.
- `walk` looks at what lies below folders, and `files` tell by that which of them have changed; what is known
  of them stands in `filecolumns`.
- `workers` do one thing to many, on every core; `visits` ask other hosts.
"""
