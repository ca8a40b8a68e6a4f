"""A site with an article of each state, and tags below tags."""

SITE = """\
-- sitegen.toml --
[site]
title = "The Weights"
url = "https://news.example/"
timezone = "Europe/Berlin"
[tags.gguf]
parent = "formats"
[tags.formats]
title = "File formats"
aliases = ["containers"]
-- content/authors/ana.md --
---
name: Ana Lima
---
-- content/pages/about.md --
# About
-- content/old.md --
---
title: Old
date: 2026-10-01
tags: [GGUF]
authors: [ana]
---
Text.
-- content/policy/new.md --
---
title: New
date: 2026-11-02 08:00:00Z
tags: [law, containers]
---
Text.
-- content/soon.md --
---
title: Soon
date: 2026-12-24 18:00
tags: [gguf]
---
Text.
-- content/draft.md --
---
title: Draft
date: 2026-11-01
draft: true
---
Text.
-- content/idea.md --
---
title: Idea
draft: true
---
Text.
-- content/broken.md --
---
title: Broken
date: 2026-11-31
---
Text.
"""
