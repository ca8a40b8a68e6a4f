"""`sitegen init`."""

import pytest
from tests.kit.archive import unpack


def test_a_site_is_started_in_a_new_folder_and_the_next_steps_are_named(sitegen, tmp_path):
    ran = sitegen("init", "open news", "--title", "Open News", cwd=tmp_path)

    assert (0, "") == (ran.code, ran.err)
    assert 'title = "Open News"' in (tmp_path / "open news/sitegen.toml").read_text()
    assert "  open news/content/articles/welcome.md\n" in ran.out
    assert ["  cd 'open news'", '  sitegen new "Your first headline"'] == ran.out.splitlines()[-3::2]


@pytest.mark.parametrize(
    ("folder", "title"), [("open-news", "Open news"), ("the_AI_review", "The AI review"), ("OpenNews", "OpenNews")]
)
def test_the_folder_names_the_site(sitegen, tmp_path, folder, title):
    sitegen("init", folder, cwd=tmp_path)

    assert f'title = "{title}"' in (tmp_path / folder / "sitegen.toml").read_text()


def test_a_folder_with_files_keeps_them(sitegen, tmp_path):
    unpack("-- content/pages/about.md --\nmine\n", tmp_path)
    ran = sitegen("init", cwd=tmp_path)

    assert 0 == ran.code
    assert "  content/pages/about.md was there and is as it was\n" in ran.out
    assert "mine\n" == (tmp_path / "content/pages/about.md").read_text()


def test_a_site_is_not_started_twice(sitegen, tmp_path):
    sitegen("init", cwd=tmp_path)
    ran = sitegen("init", cwd=tmp_path)

    told = "there is a site already: sitegen.toml\n  hint: go on with `sitegen serve`, or name another folder\n"
    assert (2, "", told) == (ran.code, ran.out, ran.err)


def test_an_address_that_is_none_is_a_wrong_command(sitegen, tmp_path):
    assert 2 == sitegen("init", "--url", "news.example", cwd=tmp_path).code
    assert [] == list(tmp_path.iterdir())
