"""The reference chapters of the README say what the code says.

`SITEGEN_UPDATE=1 make test` writes them anew.
"""

import os
from pathlib import Path

from tests.kit.reference import chapters, replaced
from tests.kit.site import SiteBench

from sitegen.parse.matter.keys import KNOWN

README = Path(__file__).resolve().parent.parent / "README.md"
# Read before a fixture hides the developer's environment.
UPDATE = bool(os.environ.get("SITEGEN_UPDATE"))


def test_settings_commands_and_codes_in_the_readme_are_those_of_the_program():
    readme = README.read_text(encoding="utf-8")
    made = replaced(readme)
    if UPDATE:
        README.write_text(made, encoding="utf-8")
        readme = made

    assert chapters(made) == chapters(readme), "SITEGEN_UPDATE=1 make test writes them anew"


def test_every_key_of_the_front_matter_is_in_the_readme():
    chapter = README.read_text(encoding="utf-8").split("### Front matter", 1)[1].split("### Markdown", 1)[0]

    assert [] == [key for key in KNOWN if f"`{key}`" not in chapter]


def test_the_extension_in_the_readme_does_what_it_says(tmp_path):
    program = README.read_text(encoding="utf-8").split("## Extensions", 1)[1].split("```python\n", 1)[1].split("```")[0]
    site = SiteBench(tmp_path / "site", SITE).write("desk.py", program).build()

    assert 'content/a.md: warning: "OPEN WEIGHTS" shouts [desk/loud]\n' == site.said
    assert "<li>OPEN</li><li>WEIGHTS</li>" in (site.root / "output/glossary/index.html").read_text(encoding="utf-8")


SITE = """\
-- sitegen.toml --
extensions = ["desk.py"]
[site]
title = "The Weights"
url = "https://news.example/"
-- content/a.md --
---
title: OPEN WEIGHTS
date: 2026-11-01
description: What they are.
---
Text.
-- templates/glossary.html --
{% extends "base.html" %}
{% block main %}<main id="main"><h1>Words</h1>{% for word in site.extra.words %}<li>{{ word|loud }}</li>{% endfor %}</main>{% endblock %}
"""
