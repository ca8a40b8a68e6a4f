"""Find phrases in a text that could link to an article of the site, for its editor to accept."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, relpath

from sitegen.base.fs import locate
from sitegen.base.noun import Noun, Struct
from sitegen.base.patterns import regex
from sitegen.base.text import blank
from sitegen.base.unspaced import whole_words
from sitegen.base.words import joined, numbers, pairs, placed
from sitegen.link.related.postings import Posting
from sitegen.link.related.weights import WHOLE
from sitegen.model.article import Content
from sitegen.model.config import Config, Flags
from sitegen.pipeline.audits.destinations import Destinations
from sitegen.pipeline.commands.relatives import Kindred, with_kindred
from sitegen.pipeline.steps.contents import Contents

_MOST = 12
_ENOUGH = 40
"""Percent of what a title is worth that a phrase must say."""
# What is no running text: code, headings, links, images, tags, addresses, and the edges of blocks. Nothing that begins
# again and again is sought to the end of the text each time.
_OTHER = regex(
    r"^(?P<fence>`{3,}+|~{3,}+)[^\n]*+\n.*?(?:^(?P=fence)|\Z)|^#[^\n]*|^\[[^\]\n]+\]:[^\n]*|^:::[^\n]*"
    r"|(?<!`)(?P<tick>`++).{1,2000}?(?<!`)(?P=tick)(?!`)|!?\[[^\[\]]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])"
    r"|<!--.*?(?:-->|\Z)|<[^<>\n]*>|\b\w+://\S+",
    re.MULTILINE | re.DOTALL,
)


class Proposal(Noun):
    """One phrase, and what it could link to."""

    line: int
    column: int
    phrase: str
    path: str
    """Of the other article's source."""
    link: str
    """What to write in the link."""
    title: str
    share: float
    """How much of the other's title the phrase is."""


class _Run(Struct):
    """Words of a text that follow each other in a title as well."""

    start: int
    share: int
    leads: bool
    words: int = 1


def proposals(root: Path | None, flags: Flags, file: str) -> tuple[str, tuple[Proposal, ...]]:
    """Return the article's path, and phrases that could link, the best first; raises Failure as `relatives` does."""
    return with_kindred(root, flags, file, _proposals)


def _proposals(found: Kindred, config: Config, contents: Contents) -> tuple[str, tuple[Proposal, ...]]:
    path = found.article.path
    text = locate(config.root, path).read_text("utf-8-sig", errors="replace")
    content = contents.content(found.article.id)
    return path, tuple(_proposed(text, found, content, config)) if content else ()


def _proposed(text: str, found: Kindred, content: Content, config: Config) -> Iterator[Proposal]:
    start = max(0, text.rfind(content.markdown.strip()))
    shown = text[:start] + _OTHER.sub(lambda other: blank(other[0], "\0"), text[start:])
    lines = list(enumerate(shown.split("\n"), start=1))
    first = text.count("\n", 0, start) + 1
    held = [(number, placed(line)) for number, line in lines if number >= first]
    words = [numbers([word for word, _, _ in each]) for _, each in held]
    wanted = {word for each in words for word in (*each, *pairs(each))}
    postings = found.relations.found(wanted)
    best: dict[int, tuple[int, int, int, int]] = {}
    for (number, places), each in zip(held, words, strict=True):
        for row, share, begin, stop in _runs(lines[number - 1][1], places, each, postings, found):
            if share > best.get(row, (0,))[0]:
                best[row] = (share, number, begin, stop)
    best = {row: one for row, one in best.items() if 100 * one[0] >= _ENOUGH * found.worth(row)}
    yield from _chosen(best, text.split("\n"), found, _avoided(found, content, config))


def _runs(
    line: str,
    places: list[tuple[str, int, int]],
    words: list[int],
    postings: Mapping[int, Posting],
    found: Kindred,
) -> Iterator[tuple[int, int, int, int]]:
    """Yield (row, share, begin, end) of words that follow each other in the line as they do in a title."""
    runs: dict[int, _Run] = {}
    for at, (word, (_, begin, stop)) in enumerate(zip(words, places, strict=True)):
        single = postings.get(word)
        # A phrase neither begins nor ends with a word that many articles are about, such as "of".
        telling = found.scale.weight[word] > 0
        before = runs if at and joined(line[places[at - 1][2] : begin]) else {}
        both = postings.get(pairs(words[at - 1 : at + 1])[0]) if before else None
        runs = {}
        if both and found.leads(both):
            for row, share in both.asked.items():
                if last := before.get(row):
                    runs[row] = _Run(last.start, last.share + share, leads=True, words=last.words + 1)
        for row, share in single.asked.items() if single else ():
            if row not in runs and not telling:
                continue
            run = runs.setdefault(row, _Run(begin, 0, leads=found.leads(single)))
            run.share += share
            if telling and run.leads and (run.words > 1 or line[begin].isupper() or not line[begin].isascii()):
                yield row, run.share, run.start, stop


def _avoided(found: Kindred, content: Content, config: Config) -> set[str]:
    """Return the ids that the text links to already, that its editors keep away, and its own."""
    ident = found.article.id
    return {ident, *Destinations(found.site, config).of(ident, content), *found.relations.rule(ident).away}


def _chosen(
    best: Mapping[int, tuple[int, int, int, int]], lines: list[str], found: Kindred, avoided: set[str]
) -> Iterator[Proposal]:
    """Yield the best, each place of the text and each phrase once."""
    ids = found.relations.table.ids
    taken: set[tuple[int, int]] = set()
    said: set[str] = set()
    ranked = sorted(best.items(), key=lambda one: (-one[1][0], ids[one[0]]))
    for row, (share, number, *stretch) in ranked:
        begin, stop = whole_words(lines[number - 1], *stretch)
        phrase = lines[number - 1][begin:stop]
        places = {(number, column) for column in range(begin, stop)}
        if not phrase or ids[row] in avoided or not taken.isdisjoint(places) or phrase.casefold() in said:
            continue
        taken |= places
        said.add(phrase.casefold())
        path = found.articles[ids[row]].path
        link = relpath(path, dirname(found.article.path))
        yield Proposal(number, begin + 1, phrase, path, link, found.site.cards[ids[row]].title, round(share / WHOLE, 4))
        if len(said) == _MOST:
            return
