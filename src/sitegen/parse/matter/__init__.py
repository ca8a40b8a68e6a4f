"""The lines above a text, from bytes to typed fields.

- `split` parts them from the text, in every form that they have: `fenced`, which reads TOML, or as `metalines`. `yaml`,
  whose mistakes `yamlerrors` explains, makes `values` of them that know where they stand, as all others do.
- `frontmatter` chooses, by what the `keys` mean, which value counts, and has `entries` read it into the fields:
  `reading` knows the types, `records` those of several parts.
"""
