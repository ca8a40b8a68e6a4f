"""A folder becomes the site's root and its configuration file."""

import pytest
from tests.kit.archive import unpack

from sitegen.base.diagnostics import Failure
from sitegen.configure.find import find_site, site_folder


def codes(folder=None):
    with pytest.raises(Failure) as caught:
        find_site(folder)
    return [(d.code, d.span.path, d.span.line) for d in caught.value.diagnostics]


def test_the_nearest_folder_upward_is_the_site(tmp_path, monkeypatch):
    unpack("-- sitegen.toml --\n-- a/sitegen.toml --\n-- a/b/c/x.md --\n", tmp_path)
    monkeypatch.chdir(tmp_path / "a/b/c")

    assert tmp_path / "a" == find_site(None).root
    assert tmp_path / "a" == site_folder(None)


def test_a_pyproject_counts_where_it_has_our_table(tmp_path, monkeypatch):
    unpack(
        "-- pyproject.toml --\n[tool.sitegen]\ntheme = 'x'\n-- a/pyproject.toml --\n[project]\nname = 'other'\n",
        tmp_path,
    )
    monkeypatch.chdir(tmp_path / "a")

    found = find_site(None)

    assert (tmp_path, "pyproject.toml", ("tool", "sitegen")) == (found.root, found.document.path, found.prefix)


def test_a_root_is_not_left_upward(tmp_path):
    unpack("-- sitegen.toml --\n-- a/x.md --\n", tmp_path)

    assert [("configure/no-site", str(tmp_path / "a"), 0)] == codes(tmp_path / "a")


def test_no_site_anywhere_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert [("configure/no-site", ".", 0)] == codes()


def test_two_configurations_in_one_folder_are_refused(tmp_path):
    unpack("-- sitegen.toml --\n-- pyproject.toml --\n[project]\n\n[tool.sitegen]\n", tmp_path)

    assert [("configure/two-files", "pyproject.toml", 3)] == codes(tmp_path)


def test_a_syntax_error_has_its_line(tmp_path):
    unpack("-- sitegen.toml --\n[site]\ntitle = X\n", tmp_path)

    assert [("configure/syntax", "sitegen.toml", 2)] == codes(tmp_path)


def test_a_configuration_that_cannot_be_read_is_no_matter_of_syntax(tmp_path, monkeypatch):
    (tmp_path / "sitegen.toml").touch()

    def refuse(file):
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(Failure) as caught:
        find_site(tmp_path)

    (found,) = caught.value.diagnostics
    assert ("scan/unreadable", "this cannot be read: permission denied") == (found.code, found.message)


def test_a_broken_pyproject_counts_only_where_it_names_us(tmp_path, monkeypatch):
    unpack("-- sitegen.toml --\n-- a/pyproject.toml --\n[project\n-- b/pyproject.toml --\n[tool.sitegen\n", tmp_path)

    monkeypatch.chdir(tmp_path / "a")
    assert tmp_path == find_site(None).root

    monkeypatch.chdir(tmp_path / "b")
    assert [("configure/syntax", "pyproject.toml", 1)] == codes()
    assert tmp_path / "b" == site_folder(None)
