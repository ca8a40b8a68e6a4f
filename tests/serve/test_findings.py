"""What a page says of a build is what the terminal says, with a way to the editor."""

from pathlib import Path

import pytest
from tests.kit.archive import unpack

from sitegen.base.diagnostics import Span, problem
from sitegen.base.format import as_text
from sitegen.base.fs import line_reader
from sitegen.base.noun import replace
from sitegen.serve.builder import Outcome
from sitegen.serve.findings import editor_link, findings_of, without_links

ERROR = problem("parse/bad-date", "this is no date", Span("content/a.md", 2, 7, 10), "write it as 2026-12-01")
WARNING = problem("render/dead-link", "nothing is there", Span("content/a.md", 4))


@pytest.fixture
def root(tmp_path):
    return unpack("-- content/a.md --\n---\ndate: 2026-02-30\n---\n[x](/nothing/)\n", tmp_path)


def test_the_text_is_the_terminals(root):
    found = findings_of(Outcome(None, (ERROR, WARNING), 0.1), root)

    assert as_text((ERROR,), line_reader(root)).rstrip() == found.errors[0].text
    assert as_text((WARNING,), line_reader(root)).rstrip() == found.warnings[0].text
    assert ["content/a.md:2:7", "content/a.md:4"] == [found.errors[0].place, found.warnings[0].place]


def test_a_finding_leads_into_the_editor(root):
    found = findings_of(Outcome(None, (ERROR,), 0.1), root)

    assert f"vscode://file{root.as_posix()}/content/a.md:2:7" == found.errors[0].href


def test_the_editor_can_be_chosen(root, monkeypatch):
    monkeypatch.setenv("SITEGEN_EDITOR", "pycharm")

    found = findings_of(Outcome(None, (ERROR,), 0.1), root)

    assert f"pycharm://open?file={root.as_posix()}/content/a.md&line=2&column=7" == found.errors[0].href


@pytest.mark.parametrize(
    ("editor", "link"),
    [
        ("none", ""),
        ("an-editor-nobody-knows", ""),
        ("mine://{path}#{line}", "mine://site/content/a%20%26%20b.md#3"),
        ("zed", "zed://file/site/content/a%20%26%20b.md:3:1"),
    ],
)
def test_links_are_made_from_a_pattern(editor, link):
    assert link == editor_link(Span("content/a & b.md", 3), Path("/site"), editor)


def test_what_is_packaged_is_not_opened():
    assert "" == editor_link(Span("sitegen:templates/base.html", 3), Path("/site"), "vscode")


def test_the_command_line_is_not_opened():
    assert "" == editor_link(Span("--base-url"), Path("/site"), "vscode")


def test_another_machine_is_not_told_where_files_lie(root):
    found = without_links(findings_of(Outcome(None, (ERROR, WARNING), 0.1), root))

    assert ["", ""] == [each.href for each in (*found.errors, *found.warnings)]


def test_more_than_fifty_of_a_kind_are_counted(root):
    many = tuple(replace(WARNING, message=f"number {number}") for number in range(70))

    found = findings_of(Outcome(None, (ERROR, *many), 0.1), root)

    assert (1, 0) == (len(found.errors), found.more_errors)
    assert (50, 20) == (len(found.warnings), found.more_warnings)


def test_a_mistake_of_sitegen_is_told_as_one(root):
    found = findings_of(Outcome(None, (), 0.1, crash=RuntimeError("the builder broke")), root)

    assert ["sitegen failed: RuntimeError: the builder broke\nThe terminal says more."] == [
        each.text for each in found.errors
    ]
