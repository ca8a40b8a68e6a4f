"""The reference chapters of the README say what the code says.

`SITEGEN_UPDATE=1 make test` writes them anew.
"""

import os
from pathlib import Path

from tests.kit.reference import chapters, replaced

from sitegen.parse.keys import KNOWN

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
