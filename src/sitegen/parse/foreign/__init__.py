"""What other programs write, among the blocks of a text: read as Markdown that says the same, or taken out and told.

In the order in which a text comes by: `spoiled` before it is parsed; `notices`, `components`, `directives` and
`templated` as blocks of their own; then `rewrites`, `exports`, `brokenlinks`, `buttons`, `leftovers`, `captions` and
`bullets`.
"""
