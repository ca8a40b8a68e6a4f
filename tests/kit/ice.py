"""A site on ice and rivers: four related articles among forty others, for the commands that say why."""

_FILLER = "".join(
    f"-- content/other{number}.md --\n---\ntitle: Other{number} matters\ndate: 2026-10-01\n---\nNothing of note.\n"
    for number in range(40)
)

ICE = f"""\
-- content/glacier.md --
---
title: Why glaciers melt
date: 2026-11-01
description: On warming
---
Soot falls. Near the Elbe Barrage rivers rise.
-- content/sea.md --
---
title: Sea ice retreats
date: 2026-11-02
---
Ships pass.

Warm years: glaciers melt, soot falls, rivers rise.
-- content/soot.md --
---
title: Glaciers melt under soot
date: 2026-11-04
---
Dark snow.
-- content/news/barrage.md --
---
title: Elbe Barrage opens
date: 2026-11-03
---
Water flows where glaciers melt.
{_FILLER}"""
