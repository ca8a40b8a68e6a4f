"""`sitegen serve`, in a process of its own."""

import socket
import subprocess
import sys
import time

import pytest
from tests.kit.preview import run_preview, serve_site
from tests.kit.processes import alive, resident

pytestmark = pytest.mark.slow

SITE = """\
-- sitegen.toml --
[site]
title = "The Weights"
url = "https://news.example/repo/"
timezone = "Europe/Berlin"
author = "News Desk"
-- content/articles/weights.md --
---
title: Why open weights matter
date: 2026-01-05
---
The first sentence stands here.
-- content/articles/draft.md --
---
title: Not yet told
date: 2026-01-03
draft: true
---
Its text.
-- content/articles/later.md --
---
title: Told later
date: 2998-01-03
---
Its text.
"""


@pytest.fixture
def site(bench):
    return bench(SITE)


def run(*command):
    """Run a command that ends by itself."""
    return subprocess.run(
        [sys.executable, *command], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30, check=False
    )


def test_its_cache_is_not_cleaned_away(site):
    with run_preview(serve_site(site.root)) as preview:
        cleaned = run("-m", "sitegen", "clean", "--root", str(site.root))

        assert (1, True) == (cleaned.returncode, "a preview is running in this folder" in cleaned.stderr)
        assert 200 == preview.get("articles/weights/").status


def test_it_says_where_it_serves_and_what_it_built(site):
    with run_preview(serve_site(site.root)) as preview:
        assert f"http://127.0.0.1:{preview.port}/repo/" == preview.url
        assert "Built 3 articles" in preview.said
        assert 200 == preview.get("articles/weights/").status
        site.edit("content/articles/weights.md", "first", "changed")

        preview.wait_until("articles/weights/", "The changed sentence")
        preview.wait_for(r"content/articles/weights\.md → \d+ files? rewritten · \d\.\d\d s\n")


def test_nothing_is_written_to_the_output_folder(site):
    site.build()
    before = site.output()
    with run_preview(serve_site(site.root)) as preview:
        assert b"__sitegen" in preview.get("articles/draft/").body
        site.edit("content/articles/weights.md", "first", "changed")
        preview.wait_until("articles/weights/", "The changed sentence")

    assert before == site.output()


def test_what_the_preview_writes_holds_nothing_of_the_preview(site):
    with run_preview(serve_site(site.root)) as preview:
        preview.get("")

    pages = site.output(".sitegen/preview/site")
    assert "index.html" in pages
    assert [] == [path for path, data in pages.items() if b"__sitegen" in data]


def test_drafts_and_scheduled_articles_are_shown(site):
    with run_preview(serve_site(site.root)) as preview:
        assert [200, 200] == [preview.get(f"articles/{name}/").status for name in ("draft", "later")]


def test_they_can_be_left_out(site):
    with run_preview(serve_site(site.root, "--no-drafts")) as preview:
        assert [404, 404] == [preview.get(f"articles/{name}/").status for name in ("draft", "later")]


@pytest.mark.parametrize(("at", "later"), [("2026-12-01T09:00", 404), ("2998-01-03 00:00", 200)])
def test_another_time_shows_the_site_as_it_will_be(site, at, later):
    with run_preview(serve_site(site.root, "--at", at)) as preview:
        assert [404, later] == [preview.get(f"articles/{name}/").status for name in ("draft", "later")]


def test_another_address_can_be_chosen(site):
    with run_preview(serve_site(site.root, "--base-url", "https://user.example/paper/")) as preview:
        assert "/paper/" == preview.base
        assert 200 == preview.get("articles/weights/").status


def test_a_mistake_is_printed_and_the_preview_goes_on(site):
    with run_preview(serve_site(site.root)) as preview:
        site.edit("content/articles/weights.md", "2026-01-05", "2026-02-30")
        preview.wait_for(r"content/articles/weights\.md:3:7: error: .*2026-02-30")
        preview.wait_for("1 error · 0 warnings · the last good site is still shown")
        site.edit("content/articles/weights.md", "2026-02-30", "2026-01-06")

        preview.wait_for(r"content/articles/weights\.md → \d")


def test_a_warning_is_printed_once(site):
    with run_preview(serve_site(site.root)) as preview:
        site.edit("content/articles/weights.md", "The first", "[Dead](/nothing/). The first")
        preview.wait_until("articles/weights/", "Dead")
        site.edit("content/articles/weights.md", "The first", "The changed")
        preview.wait_until("articles/weights/", "The changed")
        site.edit("content/articles/draft.md", "Its text", "Its other text")
        preview.wait_until("articles/draft/", "Its other text")
        preview.wait_for(r"draft\.md.* → ")

        assert 1 == preview.said.count("warning:")


def test_a_mistake_in_the_configuration_can_be_mended_while_it_runs(site):
    site.edit("sitegen.toml", "[site]", "[site")
    with run_preview(serve_site(site.root)) as preview:
        assert "configure/syntax" in preview.said
        assert 503 == preview.get("/").status
        site.edit("sitegen.toml", "[site", "[site]")

        assert "The first sentence" in preview.wait_until("/repo/articles/weights/", "The first sentence").text


def test_a_taken_port_is_told_with_the_next(site):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        ran = run("-m", "sitegen", "serve", "--root", str(site.root), "--port", str(port))

    assert (2, "") == (ran.returncode, ran.stdout)
    assert f"Port {port} is taken by another program. This one is free: --port " in ran.stderr


def test_a_host_of_another_machine_is_refused(site):
    ran = run("-m", "sitegen", "serve", "--root", str(site.root), "--port", "0", "--host", "192.0.2.1")

    assert 2 == ran.returncode
    assert "Cannot listen at 192.0.2.1, port 0: " in ran.stderr


def test_a_folder_without_a_site_is_refused(tmp_path):
    ran = run("-m", "sitegen", "serve", "--root", str(tmp_path), "--port", "0")

    assert 2 == ran.returncode
    assert "configure/no-site" in ran.stderr


def test_one_preview_of_a_site_is_enough(site):
    with run_preview(serve_site(site.root)):
        ran = run("-m", "sitegen", "serve", "--root", str(site.root), "--port", "0")

    assert 2 == ran.returncode
    assert "A preview of this site is running already: look at that one, or end it first." in ran.stderr


def test_a_preview_for_the_network_is_announced_loudly(site):
    with run_preview(serve_site(site.root, "--host", "0.0.0.0")) as preview:
        preview.wait_for(
            "WARNING: everybody who reaches this machine by the network can read this preview, drafts included"
        )

        assert f"http://127.0.0.1:{preview.port}/repo/" == preview.url
        assert [403, 200] == [preview.get("", {"Host": host}).status for host in ("evil.example", "192.168.1.7:80")]


def test_it_ends_without_a_word_of_complaint_and_leaves_nobody_behind(site):
    with run_preview(serve_site(site.root)) as preview:
        preview.get("")
        group = preview.process.pid

        assert 0 == preview.stop()
        ended = preview.said
    assert "Traceback" not in ended
    assert [] == alive(group)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_two_hundred_edits_need_no_more_memory_than_twenty(site):
    with run_preview(serve_site(site.root)) as preview:
        source = "content/articles/weights.md"
        text = (site.root / source).read_text()
        memory = {}
        for number in range(1, 201):
            site.write(source, f"{text}\nMarker {number} stands here.\n")
            preview.wait_until("articles/weights/", f"Marker {number} stands here.")
            memory[number] = resident(preview.process.pid)

    assert memory[200] < 1.1 * memory[20]


def test_it_ends_at_once_while_workers_make_pages(site):
    for number in range(120):
        site.write(f"content/articles/{number}.md", f"---\ntitle: Article {number}\ndate: 2026-01-02\n---\nText.\n")
    with run_preview(serve_site(site.root), SITEGEN_WORKERS="2") as preview:
        with preview.following("articles/weights/") as events:
            slow = "{% for a in range(999) %}{% for b in range(99) %}{% endfor %}{% endfor %}"
            site.write(
                "templates/article.html", f'{{% extends "article.html" %}}{{% block title %}}{slow}{{% endblock %}}'
            )
            assert {"kind": "busy"} == events.until("busy")
            deadline = time.monotonic() + 20
            while len(alive(preview.process.pid)) < 3 and time.monotonic() < deadline:
                time.sleep(0.02)
            assert len(alive(preview.process.pid)) >= 3
            started = time.monotonic()

            assert 0 == preview.stop()
            assert time.monotonic() - started < 3
        assert ("Traceback" in preview.said, "Error" in preview.said) == (False, False)
    assert [] == alive(preview.process.pid)
