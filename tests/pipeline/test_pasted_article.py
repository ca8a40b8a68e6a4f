"""An article that is pasted as it came, without front matter, is understood as its author meant it."""

import json
import re

SITE = """
-- sitegen.toml --
[site]
title = "T"
url = "https://news.example/"
author = "News Desk"
-- content/welcome.md --
---
title: Welcome
date: 2026-11-01
---
Text.
-- content/newsroom.md --
# How open models change the newsroom

*by Chief Editor | November 20, 2026*

![A desk](desk.svg)
*Before the council meets.*

**Table of Contents**

- [What it costs](#what-it-costs)
- [FAQ](#faq)

A weekly paper can transcribe every meeting on its own machine.

## What it costs

A used graphics card is enough.

### Did You Know?

Weights are files.

> **Pro Tip:** Keep the recording.

**Real-Life Example:** Three hours take twenty minutes.

## FAQ

**1. What is an open model?**
A model whose weights anyone may download.

**2. Is it free?**
To download, yes.

## Join the conversation

Write to us.

## You may also like

- [Welcome](welcome.md)

## Comments
-- content/desk.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 6" width="12" height="6"><rect width="12" height="6"/></svg>
"""


def test_every_part_is_found(bench):
    site = bench(SITE).build()
    told = {each["id"]: each for each in json.loads(site.output()["api/articles.json"])["articles"]}["newsroom"]

    assert () == site.diagnostics
    assert ("How open models change the newsroom", ["Chief Editor"]) == (told["title"], told["authors"])
    assert "2026-11-20" == told["date"][:10]
    assert "A weekly paper can transcribe every meeting on its own machine." == told["summary"]
    assert ["did-you-know", "pro-tip", "example"] == told["callouts"]
    assert [("welcome", True)] == [(each["id"], each["pinned"]) for each in told["related"]]


def test_nothing_stands_on_the_page_twice(bench):
    page = bench(SITE).build().output()["newsroom/index.html"].decode()
    text = page[page.index('<div class="prose">') :]

    assert ["What it costs", "FAQ", "Join the conversation"] == re.findall(r"<h2[^>]*>([^<]*)</h2>", text)[:3]
    assert "<figcaption>Before the council meets.</figcaption>" in text.replace("\n", "")
    assert ["What is an open model?", "Is it free?"] == re.findall(r'class="question">([^<]*)<', text)
    for once in ("Chief Editor | ", "Table of Contents", "Pro Tip:"):
        assert once not in text
    assert (1, 1) == (text.count("You may also like"), text.count(">Comments<"))
