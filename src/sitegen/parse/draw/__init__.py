"""Tokens become HTML with holes.

- The `sheet` takes what is written. Block tokens are written by `elements`, inline tokens by `lines`; `figures`,
  `code`, `formulas`, `footnotes` and `shortcodes` see to theirs, `meant` to what was surely meant.
- Raw HTML is written by `rawhtml`, tag by tag: `closing_tags` has parted paragraphs before, `openelements` is the stack
  of what is open, and `unknowntags` are of no element.
- `rawtags` writes a tag. What is old becomes `modern`, and what the standard forbids `lawful`.
"""
