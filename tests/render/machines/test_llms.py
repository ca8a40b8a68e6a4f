BASE = "https://news.example/repo/"


def test_the_site_is_described_in_the_order_that_is_agreed(desk):
    lines = desk.html("llms.txt").splitlines()

    assert ("# The Weights", "> News of open AI.") == (lines[0], lines[2])
    assert ["## Latest articles", "## Sections", "## About", "## Optional"] == [
        line for line in lines if line.startswith("## ")
    ]
    assert f"- [Second]({BASE}articles/second/index.html.md): Second text." in lines
    assert f"- [Analysis]({BASE}sections/analysis/)" in lines
    assert f"- [About us]({BASE}about/index.html.md): Who we are." in lines
    assert f"- [All articles as JSON]({BASE}api/articles.json)" in lines


def test_without_twins_the_links_lead_to_the_pages(publish):
    site = publish(
        '-- sitegen.toml --\n[site]\ntitle = "N"\nurl = "https://n.example/"\n[machines]\nmarkdown_twins = false\nllms_full = 0\n'
        "-- content/a.md --\n---\ntitle: A [b]\ndate: 2026-11-01\n---\nText.\n"
    )
    text = site.html("llms.txt")

    assert "- [A \\[b\\]](https://n.example/a/): Text." in text
    assert "Markdown" not in text
    assert "llms-full" not in text


def test_the_newest_articles_in_full(desk):
    text = desk.html("llms-full.txt")

    assert text.startswith("# The Weights\n\n---\n")
    assert text.index("# Second\n") < text.index("# Third\n")
    assert "Secret" not in text
