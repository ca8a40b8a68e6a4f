"""A publication with one of everything, for the tests of pages and of what machines read."""

CONFIGURATION = """\
-- sitegen.toml --
[site]
title = "The Weights"
url = "https://news.example/repo/"
language = "en"
timezone = "Europe/Berlin"
description = "News of open AI."
tagline = "Open by default"
email = "desk@news.example"
license = "CC-BY-4.0"
logo = "/logo.png"
founded = "2024"
repository = "https://github.com/o/news"
same_as = ["https://social.example/@weights"]
[site.policies]
corrections = "/about/#corrections"
ethics = "https://ethics.example/"
[feeds]
hubs = ["https://hub.example/"]
[[feeds.query]]
name = "health-policy"
title = "Health policy"
tags = ["health"]
[machines]
security_contact = "security@news.example"
security_expires = "2027-06-01"
[build]
page_size = 3
"""

ARTICLES = """\
-- content/logo.png --
-- content/articles/ward.png --
-- content/articles/open.md --
---
title: Why open weights matter to <hospitals> & "wards"
description: What hospitals gain.
date: 2026-11-30 09:00
updated: 2026-12-01 10:00
authors: [Jane Doe, policy-desk]
tags: [open weights, health]
section: analysis
type: AnalysisNewsArticle
series: Chips
part: 2
image: {src: ward.png, alt: "A hospital ward", caption: "A *ward*", credit: "Us", license: "CC-BY-4.0"}
key_points: ["Weights are *files*", Two]
faq:
  - q: What are open weights?
    a: "Parameters that *anyone* may [download](second.md) & run: `w < 1`."
corrections:
  - {date: 2026-12-01, text: "An earlier version gave the **wrong** year."}
sources:
  - {title: A study, url: "https://study.example/1", author: B. Author, year: 2025}
audio: {src: talk.mp3, duration: "12:30", length: 1200}
related: [third]
---
Text with [a link](second.md#a-part) and [about](/about/).

## One

### One and a half

## Two

## FAQ

### Is it **safe**?

- Yes, *mostly*[^1].
- See [the site](https://x.example/).

[^1]: A note.
-- content/articles/talk.mp3 --
x
-- content/articles/second.md --
---
title: Second
date: 2026-11-29
authors: [Jane Doe]
tags: [health]
section: analysis
series: Chips
part: 1
license: CC0-1.0
---
Second text.

## A part

More.
-- content/articles/third.md --
---
title: Third
date: 2026-11-28
section: policy
aliases: [/old/third/]
noindex: true
---
Third text.
-- content/articles/fourth.md --
---
title: Fourth
date: 2026-11-27
section: policy
---
Fourth text.
-- content/articles/fifth.md --
---
title: Fifth
date: 2025-01-01
section: policy
language: de
---
Fünfter Text.
-- content/articles/draft.md --
---
title: Draft
date: 2026-11-27
draft: true
---
Secret.
-- content/pages/about.md --
---
title: About us
description: Who we are.
---
## Corrections

Text.
-- content/authors/policy-desk.md --
---
name: Policy Desk
kind: Organization
role: Desk
same_as: ["https://social.example/@policy", "javascript:alert(1)"]
email: policy@news.example
---
Covers *policy*.
-- content/authors/jane-doe.md --
---
name: Jane Doe
role: Reporter
---
Writes.
"""

DESK = CONFIGURATION + ARTICLES
OPEN = "articles/open/index.html"
