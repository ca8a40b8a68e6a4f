"""What the Markdown parser is taught: rules of its own, by block and by line.

- Blocks: `blockparser` asks the rules by their first character, `quick` makes tokens, and `lines` are what rules see;
  `containers`, `pairs`, `quotes`, `tables` and `highlight`; of pages with components `jsx` and `mixed`.
- Lines: `inlineparser` asks the rules, `spans` reads most lines in one step; `addresses`, `math`, and then `marks`,
  `abbreviations`, `emoji`, `wiki` and the `typographer`.
"""
