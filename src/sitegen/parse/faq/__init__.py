"""Questions and their answers, in every form that authors give them.

- `sections` takes them out of a text, after `unpacking`: of raw HTML `titled` makes paragraphs.
- `questions` parts each from its answer. `asking` tells which paragraphs ask, by their `marks` among others, and
  `endings` what belongs to no answer any more.
"""
