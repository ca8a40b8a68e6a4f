"""Where words end in scripts that set no spaces, as far as a text shows it."""

import re

from sitegen.base.patterns import regex

_OF = "(?<!目)的(?!确)"
"""The sign of the Chinese genitive, and not of two words that hold it."""
# Hiragana and the genitive join words. Of a run of Chinese signs the first can be a word by themselves, and the last;
# runs of Katakana and of other scripts are taken whole.
_RUN = regex(
    f"(?P<joins>[\u3041-\u309f]+|{_OF})"
    f"|(?P<signs>(?:(?!{_OF})[\u3005\u3400-\u9fff\uf900-\ufaff])+)"
    "|[\u30a0-\u30ff]+|[\u0e00-\u0eff]+|[\u1000-\u109f]+|[\u1780-\u17ff]+"
)
_FEWEST = 2
"""Chinese signs that can be a word by themselves."""


def is_unspaced(text: str) -> bool:
    """Tell whether a text has signs of such a script."""
    return not text.isascii() and bool(_RUN.search(text))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch of a text without what are but parts of words at its ends; an empty one where nothing is left.

    Ends that lie among other scripts stay as they are.
    """
    runs = [] if text.isascii() else [run for run in _RUN.finditer(text) if run.start() < end and start < run.end()]
    for run in runs:
        if run.start() <= start and not _is_whole(run, start, min(end, run.end())):
            start = run.end()
    for run in reversed(runs):
        if end <= run.end() and not _is_whole(run, max(start, run.start()), end):
            end = run.start()
    return start, max(start, end)


def _is_whole(run: re.Match[str], start: int, end: int) -> bool:
    """Tell whether this part of a run can be a word, or several."""
    if run["joins"]:
        return False
    if run["signs"]:
        return end - start >= min(_FEWEST, len(run[0])) and (start == run.start() or end == run.end())
    return run.span() == (start, end)
