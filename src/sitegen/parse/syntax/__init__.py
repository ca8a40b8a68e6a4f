"""What the Markdown parser is taught: rules of its own, by block and by line.

- Blocks: `blockparser` asks the rules by their first character, `quick` makes tokens, and `lines` are what rules see;
  `containers`, `pairs` and `tables`; of pages with components `jsx` and `mixed`.
- Lines: `inlineparser` asks the rules; `math`, and then `marks`, `emoji`, `wiki` and the `typographer`.
"""
