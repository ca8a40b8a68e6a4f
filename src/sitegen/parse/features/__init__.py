"""What an article is made of besides prose, found in its tokens.

In the order in which a text comes by:

- Among the blocks, before the text in them is read: `callouts`, and `openings` by the phrases of
  `openers`, in `rawboxes` too.
- At the top and at the end: `byline`, of which `signing` reads each line by the `bylinewords`; `endlines`.
- What the page has a place of its own for: `furniture`, in sections known by `sectiontitles` and `nocomments`, with
  links known by `linklists` and `rawlinks`, or places `unfilled`; `structured` data.
- What is left: the `outline`, and the `lead`.
"""
