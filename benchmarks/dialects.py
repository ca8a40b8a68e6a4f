"""Write the articles of a corpus, each as the file that one of the generators reads.

    dialects.py FOLDER --articles 1000 --dialect sitegen

What only some of them can say (kinds of callouts, questions with answers, words for related articles) stands in each
as plain as it allows, so that all have the same text to read.
"""

import argparse
import json
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from corpus import Article, Corpus

Callout = Callable[[str, str], str]
"""Writes a callout: its kind (`fact` or `tip`) and its text."""
_TITLES = {"fact": "Did you know?", "tip": "Pro tip"}


def as_sitegen(article: Article) -> str:
    """Callouts with kinds of its own, questions in the front matter."""
    questions = [
        line
        for question, answer in article.questions
        for line in (f"  - q: {_quoted(question)}", f"    a: {_quoted(answer)}")
    ]
    front = [*_yaml(article, "updated"), f"section: {article.section}", "faq:", *questions]
    return _fenced("---", front, _body(article, _alert(fact="DID-YOU-KNOW", tip="PRO-TIP")))


def as_hugo(article: Article) -> str:
    """Topic words for `related` in the front matter."""
    front = [
        *_yaml(article, "lastmod"),
        f"sections: [{article.section}]",
        f"keywords: {_list(article.keywords)}",
    ]
    return _fenced("---", front, [*_body(article, _alert(fact="NOTE", tip="TIP")), *_questions(article)])


def as_zola(article: Article) -> str:
    """Front matter in TOML. Authors are no taxonomy of Zola's own, so that they can be one of the site's."""
    front = [
        f"title = {_quoted(article.title)}",
        f"description = {_quoted(article.description)}",
        f"slug = {_quoted(article.slug)}",
        f"date = {article.date:%Y-%m-%dT%H:%M:%SZ}",
        *([f"updated = {article.updated:%Y-%m-%dT%H:%M:%SZ}"] if article.updated else []),
        "[taxonomies]",
        f"authors = {_list(article.authors)}",
        f"sections = [{_quoted(article.section)}]",
        f"tags = {_list(article.tags)}",
    ]
    return _fenced("+++", front, [*_body(article, _alert(fact="NOTE", tip="TIP")), *_questions(article)])


def as_pelican(article: Article) -> str:
    """Lines of metadata without a fence."""
    front = [
        f"Title: {article.title}",
        f"Summary: {article.description}",
        f"Slug: {article.slug}",
        f"Date: {article.date:%Y-%m-%d %H:%M:%S}",
        *([f"Modified: {article.updated:%Y-%m-%d %H:%M:%S}"] if article.updated else []),
        f"Authors: {', '.join(article.authors)}",
        f"Category: {article.section}",
        f"Tags: {', '.join(article.tags)}",
    ]
    return _file(front, [*_body(article, _admonition), *_questions(article)])


def as_nikola(article: Article) -> str:
    """Lines of metadata in a comment."""
    front = [
        "<!--",
        f".. title: {article.title}",
        f".. description: {article.description}",
        f".. slug: {article.slug}",
        f".. date: {article.date:%Y-%m-%d %H:%M:%S} UTC",
        *([f".. updated: {article.updated:%Y-%m-%d %H:%M:%S} UTC"] if article.updated else []),
        f".. author: {', '.join(article.authors)}",
        f".. category: {article.section}",
        f".. tags: {', '.join(article.tags)}",
        "-->",
    ]
    return _file(front, [*_body(article, _admonition), *_questions(article)])


def as_eleventy(article: Article) -> str:
    """Callouts as block quotes. `tags` would make a collection of each, so they have another name."""
    front = [
        line.replace("tags:", "topics:", 1) if line.startswith("tags:") else line for line in _yaml(article, "updated")
    ]
    front.append(f"section: {article.section}")
    return _fenced("---", front, [*_body(article, _quote), *_questions(article)])


def as_mkdocs(article: Article) -> str:
    """Two dates in one key, the section as a category, authors by their ids, and an excerpt above a mark."""
    dates = [f"  created: {article.date:%Y-%m-%d}"]
    dates += [f"  updated: {article.updated:%Y-%m-%d}"] if article.updated else []
    front = [
        f"title: {_quoted(article.title)}",
        f"description: {_quoted(article.description)}",
        f"slug: {article.slug}",
        "date:",
        *dates,
        f"authors: {_list(list(map(_ident, article.authors)))}",
        f"categories: [{article.section}]",
        f"tags: {_list(article.tags)}",
    ]
    excerpt = [article.description, "<!-- more -->"]
    return _fenced("---", front, [*excerpt, *_body(article, _admonition), *_questions(article)])


DIALECTS: dict[str, Callable[[Article], str]] = {
    "sitegen": as_sitegen,
    "hugo": as_hugo,
    "zola": as_zola,
    "pelican": as_pelican,
    "nikola": as_nikola,
    "eleventy": as_eleventy,
    "mkdocs": as_mkdocs,
}


def _mkdocs_authors(corpus: Corpus) -> str:
    """Return the file without which MkDocs knows no author."""
    lines = (
        f"  {_ident(name)}: {{name: {name}, description: Reporter, avatar: /{_ident(name)}.png}}"
        for name in corpus.authors
    )
    return "\n".join(["authors:", *lines, ""])


def _ident(name: str) -> str:
    return name.lower().replace(" ", "-")


def _yaml(article: Article, updated: str) -> list[str]:
    return [
        f"title: {_quoted(article.title)}",
        f"description: {_quoted(article.description)}",
        f"slug: {article.slug}",
        f"date: {article.date:%Y-%m-%dT%H:%M:%SZ}",
        *([f"{updated}: {article.updated:%Y-%m-%dT%H:%M:%SZ}"] if article.updated else []),
        f"authors: {_list(article.authors)}",
        f"tags: {_list(article.tags)}",
    ]


def _body(article: Article, callout: Callout) -> list[str]:
    return [_block(kind, held, callout) for kind, held in article.blocks]


def _block(kind: str, held: object, callout: Callout) -> str:
    if isinstance(held, list):
        if kind == "list":
            return "\n".join(f"- {item}" for item in held)
        head, *rows = (f"| {' | '.join(row)} |" for row in held)
        return "\n".join([head, "| --- | --- | --- |", *rows])
    if kind in _TITLES:
        return callout(kind, str(held))
    return {"heading": f"## {held}", "code": f"```python\n{held}```"}.get(kind, str(held))


def _alert(**kinds: str) -> Callout:
    """Write callouts as GitHub does."""
    return lambda kind, text: f"> [!{kinds[kind]}]\n> {text}"


def _admonition(kind: str, text: str) -> str:
    return f'!!! {"note" if kind == "fact" else "tip"} "{_TITLES[kind]}"\n    {text}'


def _quote(kind: str, text: str) -> str:
    return f"> **{_TITLES[kind]}**\n>\n> {text}"


def _questions(article: Article) -> list[str]:
    lines = (line for question, answer in article.questions for line in (f"### {question}", answer))
    return ["## Questions and answers", *lines]


def _fenced(fence: str, front: list[str], body: list[str]) -> str:
    return _file([fence, *front, fence], body)


def _file(front: list[str], body: list[str]) -> str:
    return "\n".join(front) + "\n\n" + "\n\n".join(body) + "\n"


def _list(values: list[str]) -> str:
    return f"[{', '.join(map(_quoted, values))}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write(folder: Path, corpus: Corpus, dialect: str) -> None:
    """Write all articles of a corpus into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    starts = range(0, corpus.size, 250)
    with ProcessPoolExecutor() as pool:
        list(pool.map(partial(_write_some, folder, corpus.size, corpus.seed, dialect), starts))
    if dialect == "mkdocs":
        (folder.parent / ".authors.yml").write_text(_mkdocs_authors(corpus), encoding="utf-8")


def _write_some(folder: Path, size: int, seed: int, dialect: str, start: int) -> None:
    corpus = Corpus(size, seed)
    for number in range(start, min(start + 250, size)):
        article = corpus.article(number)
        (folder / f"{article.slug}.md").write_text(DIALECTS[dialect](article), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the files go")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--dialect", choices=sorted(DIALECTS), default="sitegen")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.folder, Corpus(options.articles, options.seed), options.dialect)


if __name__ == "__main__":
    main()
