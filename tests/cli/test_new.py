"""`sitegen new`."""

import pytest
from tests.kit.archive import unpack


@pytest.fixture
def site(tmp_path):
    return unpack("-- sitegen.toml --\n-- content/articles/there/index.md --\n", tmp_path)


def test_the_file_is_named_and_holds_the_headline(sitegen, site):
    ran = sitegen("new", "Open weights, explained", "--author", "Data Desk", cwd=site)

    assert (0, "content/articles/open-weights-explained.md\n", "") == (ran.code, ran.out, ran.err)
    text = (site / ran.out.strip()).read_text()
    assert 'title: "Open weights, explained"\n' in text
    assert "authors: [Data Desk]" in text


def test_an_article_of_that_name_stands(sitegen, site):
    sitegen("new", "Once", cwd=site)
    (site / "content/articles/once.md").write_text("mine")

    assert 2 == sitegen("new", "Once", cwd=site).code
    assert "mine" == (site / "content/articles/once.md").read_text()
    assert [
        "there is an article of that name: content/articles/there/index.md",
        "  hint: write on there, or choose another headline",
    ] == sitegen("new", "There", cwd=site).err.splitlines()


def test_a_headline_that_no_file_system_holds_gives_a_name_that_is_cut(sitegen, site):
    ran = sitegen("new", "word " * 80, cwd=site)
    name = ran.out.strip().rpartition("/")[2]

    assert (0, f"{'word-' * 40}"[:-1] + ".md") == (ran.code, name)
    assert (site / ran.out.strip()).is_file()


def test_a_file_that_cannot_be_written_is_named(sitegen, tmp_path):
    site = unpack("-- sitegen.toml --\n-- content/articles --\nno folder\n", tmp_path)
    ran = sitegen("new", "Once", cwd=site)

    assert (1, "") == (ran.code, ran.out)
    assert "content/articles/once.md: error: this cannot be written: " in ran.err
    assert "content/articles is a file, where a folder must be; nothing was overwritten" in ran.err


def test_a_headline_without_letters_is_a_wrong_command(sitegen, site):
    assert 2 == sitegen("new", "?!", cwd=site).code


def test_several_words_want_quotes(sitegen, site):
    ran = sitegen("new", "Open", "weights", cwd=site)

    assert (2, 'Error: A headline of several words wants quotes: sitegen new "Open weights"') == (
        ran.code,
        ran.err.splitlines()[-1],
    )


def test_the_editor_is_opened_where_it_is_asked_for(sitegen, site, monkeypatch):
    opened = []

    def edit(filename):
        opened.append(filename)

    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.setattr("click.edit", edit)

    sitegen("new", "Once", "--edit", cwd=site)

    assert [str(site / "content/articles/once.md")] == opened


def test_a_broken_configuration_is_told_as_always(sitegen, site):
    (site / "sitegen.toml").write_text("titel = 1\n")
    ran = sitegen("new", "Once", cwd=site)

    assert 1 == ran.code
    assert "sitegen.toml:1:1: error:" in ran.err


def test_an_editor_must_be_named_before_it_can_open(sitegen, site, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "")
    ran = sitegen("new", "Opened", "--edit", cwd=site)

    told = "Error: EDITOR names no editor for --edit: set it, as in EDITOR=nano, or leave --edit out."
    assert (2, told) == (ran.code, ran.err.splitlines()[-1])
    assert not (site / "content/articles/opened.md").exists()
