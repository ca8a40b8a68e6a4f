"""Random edits of a small publication: everything that an editor, a designer or the clock may do."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.kit.site import NOW, SiteBench

PUBLICATION = """\
-- sitegen.toml --
theme = "plain"
extensions = ["ext.py"]

[site]
title = "The Weights"
url = "https://news.example/"
timezone = "Europe/Berlin"
author = "News Desk"

[build]
page_size = 4
-- ext.py --
from sitegen.model.seams import Extension

extension = Extension(name="loud", filters={"loud": lambda text: str(text).upper()})
-- themes/plain/theme.toml --
extends = "default"

[settings]
accent = "red"
-- themes/plain/static/plain.css --
body { color: black }
-- content/authors/policy-desk.md --
---
name: Policy Desk
kind: Organization
---
The desk that "reads" laws -- it's ours.
-- content/pages/about.md --
---
title: About
---
We write about [weights](../articles/a0.md).
-- content/chart.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z"/></svg>
"""

_WORDS = (  # noqa: SIM905  (a list of words reads best as words)
    "weights model licence open data training token research policy hospital court school paper release community "
    "benchmark chip energy cloud privacy audit safety label dataset speech image robot search index library kernel"
).split()
_TAGS = ("open weights", "policy", "data", "research", "Tools", "c++")
_AUTHORS = ("policy-desk", "Policy Desk", "Data Desk", "News Desk", "Polcy Desk")
_FURTHER = "\n\n## You may also like\n\n"
_SECTIONS = ("analysis", "news", "opinion", "")


class Editor:
    """Edits one site at random, the same way for the same seed."""

    def __init__(self, bench: SiteBench, seed: int, articles: int = 9) -> None:
        self.bench = bench
        self.random = random.Random(seed)
        self.flags: dict[str, Any] = {"now": NOW}
        self.log: list[str] = []
        self._count = 0
        for _ in range(articles):
            self.new_article()

    def step(self) -> str:
        """Make one edit and say which."""
        moves: list[Callable[[], object]] = [
            getattr(self, name)
            for name in sorted(dir(type(self)))
            if name.startswith(("edit_", "new_", "drop_", "turn_"))
        ]
        while True:
            move = self.random.choice(moves)
            said = move()
            if said is not False:
                self.log.append(f"{move.__name__} {said or ''}".strip())
                return self.log[-1]

    # articles

    def new_article(self) -> str:
        name = f"articles/{'deep/' if self.random.random() < 0.2 else ''}a{self._count}"
        self._count += 1
        bundle = "/index" if self.random.random() < 0.15 else ""
        path = f"content/{name}{bundle}.md"
        self.bench.write(path, self._front() + self._body())
        return path

    def edit_body(self) -> object:
        return self._on_article(lambda text: text + f"\n\n{self._sentence()}\n")

    def edit_first_paragraph(self) -> object:
        def change(text: str) -> str:
            head, fence, body = text.partition("\n---\n")
            return f"{head}{fence}\n{self._sentence()}\n\n{body}"

        return self._on_article(change)

    def edit_link(self) -> object:
        target = self.random.choice(self._articles()).removeprefix("content/") if self._articles() else "x.md"
        link = self.random.choice((f"/{target}", "gone.md", "/tags/policy/", f"/{target}#part-one", "/chart.svg"))
        image = self.random.choice(("", "!"))
        return self._on_article(lambda text: text + f"\n\nSee {image}[this]({link}).\n")

    def edit_heading(self) -> object:
        return self._on_article(lambda text: text + f"\n\n## {self._title()}\n\n{self._sentence()}\n")

    def edit_callout(self) -> object:
        kind = self.random.choice(("DID-YOU-KNOW", "PRO-TIP", "NOTE", "DID-YOU-KNOWN"))
        return self._on_article(lambda text: text + f"\n\n> [!{kind}]\n> {self._sentence()}\n")

    def edit_faq(self) -> object:
        entry = f"\n\n## FAQ\n\n### {self._title()}?\n\n{self._sentence()}\n\n***\n"
        return self._on_article(lambda text: text + entry)

    def edit_further(self) -> object:
        """List what to read next at the end of the text."""
        links = [f"- [This](/{path.removeprefix('content/')})\n" for path in self._some(self._articles() or ["x.md"])]
        links += self.random.choice(((), (), ("- [All](/tags/policy/)\n",), ("- [Gone](gone.md)\n",), ("- Text\n",)))
        if self.random.random() < 0.3:
            form = self.random.choice(("{}", "**{}** – of it", "{} – of it", "[{}](/blog/gone)", "[{}](#)"))
            links = [f"- {form.format(title)}\n" for title in self._some(self._titles() or ["Text"])]
        return self._on_article(lambda text: f"{text.partition(_FURTHER)[0]}{_FURTHER}{''.join(links)}")

    def edit_title(self) -> object:
        return self._on_key("title", self._title())

    def edit_description(self) -> object:
        return self._on_key("description", self._sentence())

    def edit_date(self) -> object:
        return self._on_key("date", self._date())

    def edit_updated(self) -> object:
        return self._on_key("updated", self._date(past=True))

    def edit_tags(self) -> object:
        return self._on_key("tags", f"[{', '.join(self._some(_TAGS))}]")

    def edit_authors(self) -> object:
        return self._on_key("authors", f"[{', '.join(self._some(_AUTHORS))}]")

    def edit_section(self) -> object:
        return self._on_key("section", self.random.choice(_SECTIONS))

    def edit_draft(self) -> object:
        return self._on_key("draft", self.random.choice(("true", "false")))

    def edit_pin(self) -> object:
        return self._on_key("related", f"[{self._name()}]")

    def edit_veto(self) -> object:
        return self._on_key("unrelated", f"[{self._name()}]")

    def edit_alias(self) -> object:
        return self._on_key("aliases", f"[/old/{self.random.randrange(6)}/]")

    def edit_slug(self) -> object:
        return self._on_key("slug", self.random.choice(("same", f"s{self.random.randrange(20)}")))

    def edit_series(self) -> object:
        return self._on_key("series", self.random.choice(("How it works", "")))

    def edit_correction(self) -> object:
        return self._on_key("corrections", f'[{{date: 2026-11-01, text: "{self._sentence()}"}}]')

    def edit_unknown_key(self) -> object:
        return self._on_key(self.random.choice(("auther", "mood")), "fine")

    def drop_article(self) -> object:
        paths = self._articles()
        if len(paths) < 4:
            return False
        path = self.random.choice(paths)
        self.bench.delete(path)
        return path

    def edit_rename(self) -> object:
        paths = [path for path in self._articles() if not path.endswith("/index.md")]
        if not paths:
            return False
        old = self.random.choice(paths)
        folder = self.random.choice(("content/articles", "content/articles/deep", "content/analysis", "content/de"))
        new = f"{folder}/r{self._count}.md"
        self._count += 1
        self.bench.rename(old, new)
        return f"{old} {new}"

    def edit_break(self) -> object:
        """Write a file that cannot be read, or mend it."""
        path = "content/articles/bad.md"
        if (self.bench.root / path).exists():
            self.bench.delete(path)
            return "mend"
        bad = ("---\ntitle: [\n---\nText.\n", "---\ntitle: Bad\ndate: 2026-02-30\n---\nText.\n", "---\ntitle: Bad\n")
        self.bench.write(path, self.random.choice(bad))
        return "break"

    def edit_touch(self) -> object:
        """Save a file with the bytes that it has."""
        path = self.random.choice(self._articles())
        self.bench.write(path, (self.bench.root / path).read_bytes())
        return path

    # profiles, pages, assets

    def edit_profile(self) -> object:
        role = self._title()
        name = self.random.choice(("Policy Desk", "The Policy Desk"))
        self.bench.write("content/authors/policy-desk.md", f"---\nname: {name}\nrole: {role}\n---\nThe desk.\n")
        return role

    def edit_page(self) -> object:
        self.bench.write("content/pages/about.md", f"---\ntitle: About\n---\n{self._sentence()}\n")
        return "about"

    def edit_asset(self) -> object:
        side = self.random.randrange(5, 40)
        self.bench.write(
            "content/chart.svg",
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} 10"><path d="M0 0h9"/></svg>',
        )
        return side

    def turn_asset(self) -> object:
        return self._turn("content/articles/extra.txt", f"{self._sentence()}\n")

    # the look

    def turn_site_template(self) -> object:
        text = (
            '{% extends "article.html" %}{% block title %}' + self._title() + " {{ page.title | loud }}{% endblock %}"
        )
        return self._turn("templates/article.html", text)

    def turn_theme_template(self) -> object:
        name = self.random.choice(("tag.html", "home.html", "page.html"))
        text = f'{{% extends "{name}" %}}{{% block title %}}{self._title()} {{{{ page.heading }}}}{{% endblock %}}'
        return self._turn(f"themes/plain/templates/{name}", text)

    def turn_broken_template(self) -> object:
        return self._turn(
            "templates/author.html", '{% extends "author.html" %}{% block title %}{{ nobody }}{% endblock %}'
        )

    def turn_static(self) -> object:
        return self._turn("static/plain.css", f"body {{ color: {self.random.choice(('red', 'blue'))} }}")

    def turn_shadowed_static(self) -> object:
        return self._turn("themes/plain/static/css/site.css", f"/* {self._title()} */ body {{ margin: 0 }}")

    def edit_static(self) -> object:
        """Edit a style sheet that every page names."""
        title = self._title()
        self.bench.write("themes/plain/static/css/site.css", f"/* {title} */ body {{ margin: 0 }}")
        return title

    def edit_quotes_an_address(self) -> object:
        """Let a text hold the address of the style sheet, as it is now."""
        found = sorted((self.bench.root / "output/static/css").glob("site.*.css"))
        return bool(found) and self._on_article(lambda text: text + f"\n\nSee static/css/{found[0].name} there.\n")

    def edit_theme_settings(self) -> object:
        color = self.random.choice(("red", "green", "blue"))
        self.bench.write("themes/plain/theme.toml", f'extends = "default"\n\n[settings]\naccent = "{color}"\n')
        return color

    def edit_extension(self) -> object:
        method = self.random.choice(("upper", "title", "swapcase"))
        self.bench.write(
            "ext.py",
            "from sitegen.model.seams import Extension\n\n"
            f'extension = Extension(name="loud", filters={{"loud": lambda text: str(text).{method}()}})\n',
        )
        return method

    def edit_configuration(self) -> object:
        text = (self.bench.root / "sitegen.toml").read_text()
        line = self.random.choice(
            (
                'title = "The Weights"',
                'title = "Other Weights"',
                'description = "News."',
                'language = "de"',
                'permalink = "/:year/:slug/"',
                'permalink = ""',
                "lowercase = true",
                "lowercase = false",
                'languages = ["de"]',
                "languages = []",
                'redirects = {"/old/" = "/archive/", "/index.xml" = "/feed.xml"}',
                "redirects = {}",
                'tags = {policy = {parent = "research"}, data = {parent = "policy"}, research = {}}',
                'tags = {data = {parent = "tools"}, tools = {title = "Tools"}}',
                "tags = {}",
                "markdown.typographer = true",
                "markdown.typographer = false",
            )
        )
        key = line.split(" =")[0]
        kept = [one for one in text.split("\n") if not one.startswith(f"{key} =")]
        place = 0 if "." in key or key in ("redirects", "tags") else kept.index("[site]") + 1
        self.bench.write("sitegen.toml", "\n".join([*kept[:place], line, *kept[place:]]))
        return line

    # the clock and the command line

    def turn_clock(self) -> object:
        self.flags["now"] = NOW + timedelta(hours=self.random.randrange(-400, 400))
        return self.flags["now"]

    def turn_drafts(self) -> object:
        self.flags["drafts"] = not self.flags.get("drafts", False)
        return self.flags["drafts"]

    def turn_base_url(self) -> object:
        self.flags["base_url"] = self.random.choice((None, "https://user.example/repo/"))
        return self.flags["base_url"]

    def turn_keep_going(self) -> object:
        self.flags["keep_going"] = not self.flags.get("keep_going", False)
        return self.flags["keep_going"]

    def turn_strict(self) -> object:
        self.flags["strict"] = not self.flags.get("strict", False)
        return self.flags["strict"]

    # material

    def _front(self) -> str:
        lines = [f"title: {self._title()}", f"date: {self._date()}", f"tags: [{', '.join(self._some(_TAGS))}]"]
        if self.random.random() < 0.7:
            lines.append(f"authors: [{', '.join(self._some(_AUTHORS[:4]))}]")
        if self.random.random() < 0.5:
            lines.append(f"section: {self.random.choice(_SECTIONS[:3])}")
        return "---\n" + "\n".join(lines) + "\n---\n"

    def _body(self) -> str:
        return "\n\n".join(self._sentence() for _ in range(3)) + f"\n\n## Part one\n\n{self._sentence()}\n"

    def _sentence(self) -> str:
        return " ".join(self.random.choices(_WORDS, k=self.random.randint(5, 14))).capitalize() + "."

    def _title(self) -> str:
        return " ".join(self.random.choices(_WORDS, k=self.random.randint(2, 5))).capitalize()

    def _date(self, *, past: bool = False) -> str:
        moment: datetime = NOW + timedelta(hours=self.random.randrange(-2000, 0 if past else 120))
        return f"{moment:%Y-%m-%d %H:%M}"

    def _some(self, among: tuple[str, ...]) -> list[str]:
        return self.random.sample(among, self.random.randint(1, min(3, len(among))))

    def _name(self) -> str:
        paths = self._articles()
        known = self.random.choice(paths).removeprefix("content/").removesuffix(".md") if paths else "nothing"
        return self.random.choice((known, "no-such-article"))

    def _articles(self) -> list[str]:
        content = self.bench.root / "content"
        return [
            f"content/{file.relative_to(content).as_posix()}"
            for file in sorted(content.rglob("*.md"))
            if file.relative_to(content).parts[0] not in ("pages", "authors") and file.name != "bad.md"
        ]

    def _titles(self) -> list[str]:
        """Return what articles are called."""
        texts = ((self.bench.root / path).read_text(encoding="utf-8", errors="replace") for path in self._articles())
        return sorted({line[7:] for text in texts for line in text.splitlines() if line.startswith("title: ")})

    def _on_article(self, change: Callable[[str], str]) -> object:
        path = self.random.choice(self._articles())
        file = self.bench.root / path
        self.bench.write(path, change(file.read_text()))
        return path

    def _on_key(self, key: str, value: str) -> object:
        def change(text: str) -> str:
            _, head, body = text.split("---\n", 2)
            lines = [line for line in head.splitlines() if not line.startswith(f"{key}:")]
            return "---\n" + "\n".join([*lines, f"{key}: {value}"]) + "\n---\n" + body

        return f"{self._on_article(change)} {value}"

    def _turn(self, path: str, content: str) -> object:
        if (self.bench.root / path).exists():
            self.bench.delete(path)
            return f"off {path}"
        self.bench.write(path, content)
        return f"on {path}"


class Writer(Editor):
    """Edits texts three times out of four, and otherwise what an editor may; runs no programs."""

    turn_site_template = Editor.turn_theme_template

    def step(self) -> str:
        """Make one edit, or two at once, and say which."""
        if self.random.random() < 0.25:
            return super().step()
        moves = [
            self.edit_body, self.edit_first_paragraph, self.edit_link, self.edit_heading, self.edit_callout,
            self.edit_faq, self.edit_title, self.edit_title_of_a_pin, self.edit_own_key, self.edit_back,
            self.edit_template,
        ]  # fmt: skip
        said = " and ".join(
            f"{move.__name__} {move()}" for move in self.random.choices(moves, k=self.random.choice((1, 1, 2)))
        )
        self.log.append(said)
        return said

    def edit_extension(self) -> object:
        return False

    def edit_own_key(self) -> object:
        """Change what says something of the article alone."""
        key, values = self.random.choice((
            ("noindex", ("true", "false")), ("toc", ("true", "false")), ("type", ("OpinionNewsArticle", "")),
            ("license", ("CC-BY-4.0", "")), ("image", ("/chart.svg", "/gone.svg", "https://far.example/x.png")),
            ("key_points", ("[One]", "[One, Two]")), ("canonical", ("https://far.example/", "")),
            ("mood", ("fine", "{a: 1, b: 2}", "{b: 2, a: 1}")), ("template", ("page.html", "article.html")),
        ))  # fmt: skip
        return self._on_key(key, self.random.choice(values))

    def edit_title_of_a_pin(self) -> object:
        """Name an article by its title, as editors do."""
        titles = [line[7:] for path in self._articles() for line in self._lines(path) if line.startswith("title: ")]
        return self._on_key("related", f"[{self.random.choice(titles)}]")

    def edit_template(self) -> object:
        """Let a block of the theme, which stands in the site from the beginning, show something else."""
        shown = self.random.choice((
            "A note.", "Another.", "{{ page.title }}", "{{ article.cite.text }}", "{{ related|length }}", "{{ super() }}",
            "{% for card in related %}{{ card.title }}{% endfor %}", "{{ asset('css/site.css') }}",
        ))  # fmt: skip
        self.bench.write(
            "themes/plain/templates/article.html",
            '{% extends "article.html" %}{% block before_body %}' + shown + "{% endblock %}",
        )
        return shown

    def edit_back(self) -> object:
        """Take the last word back."""
        return self._on_article(lambda text: text.rstrip().rpartition(" ")[0] + "\n")

    def _lines(self, path: str) -> list[str]:
        return (self.bench.root / path).read_text().splitlines()


def related_as_on_a_large_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have relatives found by numpy, with a concordance of all texts that an edit looks words up in."""
    monkeypatch.setattr("sitegen.link.related._WORTH_NUMPY", 0)
    monkeypatch.setattr("sitegen.pipeline.steps.relations._SOME", 1)
