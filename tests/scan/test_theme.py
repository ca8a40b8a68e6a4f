"""The rungs of the override chain become a theme."""

import pytest
from tests.kit.archive import unpack

from sitegen.configure import configure
from sitegen.model.config import Flags
from sitegen.scan import scan
from sitegen.scan import theme as resolution


@pytest.fixture
def themed(tmp_path, monkeypatch):
    """Return what writes files and resolves their theme, over a packaged one of two files."""
    packaged = unpack(
        "-- theme.toml --\n[settings]\naccent = 'black'\nfonts = {body = 'serif', head = 'sans'}\n"
        "-- templates/article.html --\n-- static/css/site.css --\n",
        tmp_path / "packaged",
    )
    monkeypatch.setattr(resolution, "DEFAULTS", packaged)

    def read(archive=""):
        unpack(f"-- content/x.md --\n{archive}", tmp_path / "site")
        return scan(configure(tmp_path / "site", Flags()))

    return read


def test_the_packaged_theme_stands_alone(themed):
    theme = themed("-- sitegen.toml --\n").theme

    assert ("site", "default") == theme.rungs
    assert ["sitegen:templates/article.html"] == [file.path for file in theme.templates["article.html"]]
    assert ["sitegen:static/css/site.css"] == [file.path for file in theme.statics["css/site.css"]]


def test_every_rung_of_a_name_is_there_the_winner_first(themed):
    inputs = themed("""\
-- sitegen.toml --
theme = "child"
-- templates/article.html --
-- templates/partials/card.html --
-- templates/static/logo.svg --
-- static/css/site.css --
-- themes/child/theme.toml --
extends = "parent"
-- themes/child/templates/article.html --
-- themes/parent/templates/article.html --
-- themes/parent/static/css/site.css --
-- themes/other/templates/article.html --
""")
    theme = inputs.theme

    assert ("site", "child", "parent", "default") == theme.rungs
    assert [
        ("site", "templates/article.html"),
        ("child", "themes/child/templates/article.html"),
        ("parent", "themes/parent/templates/article.html"),
        ("default", "sitegen:templates/article.html"),
    ] == [(file.rung, file.path) for file in theme.templates["article.html"]]
    assert ["article.html", "partials/card.html"] == list(theme.templates)
    assert ["css/site.css", "logo.svg"] == list(theme.statics)
    assert ["static/css/site.css", "themes/parent/static/css/site.css", "sitegen:static/css/site.css"] == [
        file.path for file in theme.statics["css/site.css"]
    ]
    assert () == inputs.diagnostics


def test_a_static_file_of_the_site_has_one_place(themed):
    inputs = themed("-- sitegen.toml --\n-- static/a.css --\n-- templates/static/a.css --\n")

    message = "this and static/a.css are one static file, a.css"

    assert [("scan/same-name", "templates/static/a.css", message)] == [
        (d.code, d.span.path, d.message) for d in inputs.diagnostics
    ]


def test_settings_are_merged_the_higher_rung_over_the_lower(themed):
    theme = themed("""\
-- sitegen.toml --
theme = "child"
-- themes/child/theme.toml --
[settings]
accent = "red"
fonts.head = "mono"
wide = true
""").theme

    assert {"accent": "red", "fonts": {"body": "serif", "head": "mono"}, "wide": True} == theme.settings


@pytest.mark.parametrize(
    ("child", "code", "line", "message"),
    [
        ("extends = 'child'", "configure/unknown-theme", 1, "the themes extend each other in a circle: child → child"),
        ("extends = 'parent'", "configure/unknown-theme", 1, "the themes extend each other in a circle: child → parent → child"),
        ("extends = 'none'", "configure/unknown-theme", 1, 'there is no theme "none" to extend'),
        ("extends = 3", "configure/unknown-theme", 1, '"extends" must be the name of a theme in quotes'),
        ("name = 'x'\nexstends = 'parent'", "configure/unknown-key", 2, 'unknown key "exstends"'),
        ("settings = 3", "configure/wrong-type", 1, '"settings" must be a table'),
        ("name = x", "configure/syntax", 1, "not valid TOML: this is no value"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_theme_is_told_with_its_line(themed, child, code, line, message):
    inputs = themed(f"""\
-- sitegen.toml --
theme = "child"
-- themes/child/theme.toml --
{child}
-- themes/parent/theme.toml --
extends = "child"
""")

    told = [(d.code, d.span.line, d.message) for d in inputs.diagnostics]

    assert [(code, 1 if "parent →" in message else line, message)] == told


def test_what_lies_beside_the_folders_of_a_theme_is_told_where_it_has_the_name_of_something_in_them(themed):
    inputs = themed("""\
-- sitegen.toml --
theme = "child"
-- themes/child/css/site.css --
-- themes/child/footer.html --
-- themes/child/docs/use.md --
-- themes/child/README.md --
-- themes/child/templates/page.html --
""")

    assert [
        ("themes/child/css", "move it to themes/child/static/"),
        ("themes/child/footer.html", "move it to themes/child/templates/"),
    ] == [(d.span.path, d.hint) for d in inputs.diagnostics]


def test_a_file_that_counts_at_the_top_of_a_site_alone_is_told_elsewhere(themed):
    inputs = themed(
        "-- sitegen.toml --\n-- static/robots.txt --\n-- static/root/robots.txt --\n-- static/css/robots.txt --\n"
    )

    assert [("static/robots.txt", "move it to static/root/, or to content/")] == [
        (d.span.path, d.hint) for d in inputs.diagnostics
    ]
