"""What the Markdown parser is taught: rules of its own, by block and by line.

- Blocks: `blocks` asks the rules by their first character, `quick` makes tokens, and `lines` are what rules look at;
  `containers`, `admonitions`, `pairs`, `quotes`, `tables` and `drawntables`, `highlight` and `spread`; of pages with
  components `mdx`, `jsx` and `mixed`.
- Lines: `inline` asks the rules, `spans` reads most lines in one step; `addresses`, `math`, and behind these `marks`,
  `abbreviations`, `emoji`, `wiki` and the `typographer`.
"""
