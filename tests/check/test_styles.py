"""A style sheet that names a file which is not there is told at its line."""

import pytest
from tests.kit.published import Published

from sitegen.check import check

SITE = """\
-- sitegen.toml --
theme = "own"
[site]
title = "N"
url = "https://n.example/repo/"
-- content/images/paper.png --
x
-- themes/own/static/fonts/own.woff2 --
x
-- themes/own/static/css/other.css --
p {}
-- themes/own/static/css/own.css --
"""


@pytest.fixture
def found(tmp_path):
    def look(sheet):
        site = Published(tmp_path, SITE + sheet)
        return check(site.routes, site.config)

    return look


@pytest.mark.parametrize(
    "written",
    [
        'url("../fonts/own.woff2")',
        "url('../fonts/own.woff2?#iefix')",
        "url( ../fonts/own.woff2 )",
        "URL(../fonts/o%77n.woff2)",
        "url(/repo/static/fonts/own.woff2)",
        "url(../../images/paper.png)",
        "url(data:image/png;base64,AAAA)",
        "url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\")",
        "url(https://cdn.example/x.png)",
        "url(//cdn.example/x.png)",
        "url(#mask)",
        'url("")',
        "/* url(none.png) */ none",
        "/* url(none.png)",
    ],
)
def test_what_is_there_is_not_complained_about(found, written):
    assert () == found(f"p {{ background: {written} }}\n")


@pytest.mark.parametrize(
    "written, name, hint",
    [
        ('url("{}")', "../font/own.woff2", 'did you mean "../fonts/own.woff2"?'),
        ("url('{}')", "../../images/papr.png", 'did you mean "../../images/paper.png"?'),
        ("url({})", "nothing-like-it.gif", "correct the address"),
        (
            "url({})",
            "/static/fonts/own.woff2",
            "name it relative to the style sheet: the site does not stand at the root of its host",
        ),
        (
            '@import "{}"',
            "other.css",
            'style sheets have a digest in their names: link it in a template, with asset("css/other.css")',
        ),
        (
            '@import "{}"',
            "site.css",
            'style sheets have a digest in their names: link it in a template, with asset("css/site.css")',
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_told_at_its_line(found, written, name, hint):
    (problem,) = found(f"/* one\n   two */\np {{}} {written.format(name)};\n")

    assert ("check/dead-style", f'"{name}" is not there', hint) == (problem.code, problem.message, problem.hint)
    assert ("themes/own/static/css/own.css", 3, 6 + written.index("{}"), len(name)) == (
        problem.span.path,
        problem.span.line,
        problem.span.column,
        problem.span.width,
    )


def test_the_packaged_style_sheets_name_what_is_there(tmp_path):
    site = Published(tmp_path, '-- sitegen.toml --\n[site]\ntitle = "N"\n')

    assert () == check(site.routes, site.config)


def test_two_versions_that_git_could_not_merge_are_told_and_nothing_else_of_the_sheet(found):
    (problem,) = found("p {}\n<<<<<<< HEAD\na {}\n=======\na { src: url(none.png) }\n>>>>>>> other\n")

    assert ("check/conflict", "a merge conflict of git is left here") == (problem.code, problem.message)
    assert ("themes/own/static/css/own.css", 2, 1) == (problem.span.path, problem.span.line, problem.span.column)
