"""Links to other sites are followed, and those that lead nowhere are told at their lines."""

from datetime import timedelta

import pytest
from tests.kit.host import host
from tests.kit.site import NOW, SiteBench

from sitegen.configure import configure
from sitegen.model.config import Flags
from sitegen.pipeline.build import with_store
from sitegen.pipeline.commands.outside import look_outside

SITE = """\
-- sitegen.toml --
[site]
title = "The Weights"
url = "https://news.example/"
-- content/a.md --
---
title: A
date: 2026-11-01
sources:
  - {title: A paper, url: "HOST/removed"}
---
See [good](HOST/good#part), [gone](HOST/gone) and
[what it is not](HOST/gone-too), <a href="HOST/members">members</a>.

![A chart](HOST/chart.png)

## FAQ

### Is it there?

[No](HOST/gone?x=1&y=2).
-- content/b.md --
---
title: B
date: 2026-11-02
---
Here [as well](HOST/good), not [this](https://example.org/a), <http://desk.onion/>, [that](https://news.example/a/), <http://[::1> or `HOST/code`.
-- content/draft.md --
---
title: Draft
date: 2026-11-02
draft: true
---
[Not yet](HOST/gone).
"""


@pytest.fixture
def there():
    with host() as served:
        yield served


@pytest.fixture
def site(there, tmp_path):
    return SiteBench(tmp_path / "site", SITE.replace("HOST", there.url))


def look(site, now=NOW, **flags):
    return look_outside(site.root, Flags(now=now, **flags))


def test_links_that_lead_nowhere_are_told_where_they_are_written(site, there):
    found = look(site)
    lines = (site.root / "content/a.md").read_text().splitlines()
    places = [(each.span.path, each.span.line, each.message) for each in found.diagnostics]

    def gone(path, status="404 Not Found"):
        return f'"{there.url}{path}" leads nowhere: it answers {status}'

    assert [
        ("content/a.md", 5, gone("/removed", "410 Gone")),
        ("content/a.md", 7, gone("/gone")),
        ("content/a.md", 8, gone("/gone-too")),
        ("content/a.md", 10, gone("/chart.png")),
        ("content/a.md", 16, gone("/gone?x=1&y=2")),
    ] == places
    for each in found.diagnostics:
        start = each.span.column - 1
        assert lines[each.span.line - 1][start : start + each.span.width] == each.message.split('"')[1]
    assert ((f"{there.url}/members", "it answers 403 Forbidden"),) == found.unclear
    assert 7 == found.links  # those of the site itself, examples, code and drafts are none


@pytest.mark.parametrize("written", ["gone?x=1&amp;y=2", r"gone\_too", "gone-\xfc", "<gone a>", "gone%7Ea"], ids=str)
def test_the_place_of_a_link_is_found_however_it_is_escaped(site, there, written):
    start, end = ("<", ">") if written.startswith("<") else ("", "")
    link = f"[this]({start}{there.url}/{written.strip('<>')}{end})"
    copy = f"https://web.archive.org.test/2020/{there.url}/{written.strip('<>')}"
    site.write("content/c.md", f"---\ntitle: C\ndate: 2026-11-03\n---\nA `{copy}`.\n\nSee {link}.\n")

    spans = [found.span for found in look(site).diagnostics if found.span.path == "content/c.md"]

    assert [(7, 12 + len(start))] == [(span.line, span.column) for span in spans]


def test_what_stands_beside_the_site_on_its_host_is_another_site(site, there):
    site.edit("sitegen.toml", "https://news.example/", f"{there.url}/paper/")
    site.edit("content/a.md", "See ", f"See [mine]({there.url}/paper/gone/), ")

    assert f"{there.url}/paper/gone/" not in str(found := look(site).diagnostics)
    assert f"{there.url}/gone" in str(found)


def test_lead_images_are_asked_about(site, there):
    lead = f"---\ntitle: C\ndate: 2026-11-03\nimage: {there.url}/lead.png\nimage_alt: A chart.\n---\nText.\n"
    site.write("content/c.md", lead)

    places = [(found.span.line, found.span.column) for found in look(site).diagnostics if "lead.png" in found.message]

    assert [(4, 8)] == places


EVERYWHERE = """\
---
title: C
date: 2026-11-03
author: ana
canonical: HOST/canonical
key_points: ["[One](HOST/point)"]
corrections: [{date: 2026-11-03, text: "[One](HOST/correction)"}]
audio: HOST/talk.mp3
image: {src: "/a.png", alt: A chart, caption: "[One](HOST/caption)"}
---
<video src='HOST/film.mp4' poster=HOST/poster.png></video>

<picture><source srcset="HOST/small,1.png 1x, HOST/large.png 2x"><img src="HOST/good" alt="A chart"></picture>

<object data="HOST/paper.pdf"></object>
"""
CONFIGURED = """\
[site]
same_as = ["HOST/profile"]
repository = "HOST/repository"
menu = [{title = "M", url = "HOST/menu"}]
footer = [{title = "F", url = "HOST/footer"}]
policies.ethics = "HOST/ethics"
"""


def test_all_that_names_a_full_url_is_asked_about(site, there):
    site.write("content/c.md", EVERYWHERE.replace("HOST", there.url))
    site.write("content/authors/ana.md", f"---\nname: Ana\nsame_as: [{there.url}/ana]\n---\n[One]({there.url}/life)\n")
    site.edit("sitegen.toml", "[site]\n", CONFIGURED.replace("HOST", there.url))

    found = [each for each in look(site).diagnostics if each.span.path != "content/a.md"]
    named = {path: [] for path in ("content/c.md", "content/authors/ana.md", "sitegen.toml")}
    for each in found:
        named[each.span.path].append(each.message.split('"')[1].removeprefix(f"{there.url}/"))

    of_text = ["film.mp4", "poster.png", "small,1.png", "large.png", "paper.pdf"]
    assert ["canonical", "point", "correction", "talk.mp3", "caption", *of_text] == named["content/c.md"]
    assert ["ana", "life"] == named["content/authors/ana.md"]
    assert ["profile", "repository", "menu", "footer", "ethics"] == named["sitegen.toml"]
    assert all(each.span.line and each.span.column for each in found)


def test_what_was_heard_is_kept_and_the_site_free_where_a_look_is_broken_off(site, there):
    def stop(verb, done, _):
        if verb == "visit":
            with_store(configure(site.root, Flags(now=NOW)), lambda _: None, wait=0)  # a build need not wait
            if done == 7:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        look_outside(site.root, Flags(now=NOW), stop)
    there.asked.clear()
    look(site)

    assert "HEAD /gone" in there.asked
    assert "HEAD /good" not in there.asked


def test_what_was_good_is_not_asked_about_for_a_week(site, there):
    look(site)
    there.asked.clear()
    look(site, NOW + timedelta(days=6))
    soon = list(there.asked)
    look(site, NOW + timedelta(days=8))

    assert "HEAD /good" not in soon
    assert "HEAD /gone" in soon
    assert "HEAD /good" in there.asked


def test_a_look_as_if_it_were_later_keeps_no_link_from_being_asked_about_now(site, there):
    look(site, NOW + timedelta(days=60))
    there.asked.clear()
    look(site)

    assert "HEAD /good" in there.asked


def test_drafts_are_looked_at_where_they_are_published(site):
    assert "content/draft.md" in {found.span.path for found in look(site, drafts=True).diagnostics}


def test_warnings_count_as_the_site_says(site):
    assert {"error"} == {found.severity for found in look(site, strict=True).diagnostics}
    site.edit("sitegen.toml", "[site]", 'build.ignore_warnings = ["check/dead-link"]\n[site]')
    assert () == look(site).diagnostics
