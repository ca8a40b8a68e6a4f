"""Defaults, the file, the environment and the flags become one configuration."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.base.diagnostics import Failure
from sitegen.configure import configure
from sitegen.model.config import BuildSettings, Config, FeedQuery, Flags, Menu, SiteSettings, TagSettings, TermSettings


@pytest.fixture
def site(tmp_path):
    """Return what writes a configuration and reads it."""

    def read(text="", flags=Flags()):  # noqa: B008  (frozen)
        (tmp_path / "sitegen.toml").write_text(text)
        return configure(tmp_path, flags)

    return read


@pytest.fixture
def refused(site):
    """Return what gives the places and messages of a configuration that is wrong."""

    def read(text="", flags=Flags()):  # noqa: B008  (frozen)
        with pytest.raises(Failure) as caught:
            site(text, flags)
        return [
            f"{d.span.path}:{d.span.line}:{d.span.column}: {d.message} ({d.hint})" for d in caught.value.diagnostics
        ]

    return read


def test_an_empty_file_gives_the_defaults(site, tmp_path):
    config = site()

    assert (SiteSettings(), BuildSettings(), "default") == (config.site, config.build, config.theme)
    assert (tmp_path, "sitegen.toml", tmp_path / "output") == (config.root, config.file, config.out)
    assert "UTC" == str(config.now.tzinfo)


def test_every_kind_of_value_is_read(site):
    config = site("""
        [site]
        title = "News"
        same_as = ["https://social.example/@news"]
        menu = [{title = "About", url = "/about/"}]
        policies.corrections = "/corrections/"
        [build]
        page_size = 5
        drafts = true
        [[feeds.query]]
        name = "health-policy"
        tags = ["health", "policy"]
        [markdown]
        callout_titles = {pro-tip = "Try this"}
        [params]
        anything = [1, {goes = 2026-01-01}]
        """)

    assert ("News", ("https://social.example/@news",)) == (config.site.title, config.site.same_as)
    assert (Menu("About", "/about/"),) == config.site.menu
    assert "/corrections/" == config.site.policies.corrections
    assert (5, True) == (config.build.page_size, config.build.drafts)
    assert (FeedQuery("health-policy", tags=("health", "policy")),) == config.feeds.query
    assert {"pro-tip": "Try this"} == config.markdown.callout_titles
    assert [1, {"goes": datetime(2026, 1, 1).date()}] == config.params["anything"]


def test_a_pyproject_holds_the_same_tables(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.sitegen.site]\ntitle = "News"\n')

    assert "News" == configure(tmp_path, Flags()).site.title


@pytest.mark.parametrize("url", ["https://user.github.io/repo", "https://user.github.io/repo/"])
def test_the_url_ends_with_a_slash(site, url):
    assert "https://user.github.io/repo/" == site(f'site.url = "{url}"').site.url


def test_terms_are_kept_by_slug_and_named_as_written(site):
    config = site('[sections.AI]\norder = 1\n[tags."Open Weights"]\ntitle = "Open-weight models"\n[series.plain]\n')

    assert {"ai": TermSettings("AI", order=1)} == config.sections
    assert {"open-weights": TagSettings("Open-weight models")} == config.tags
    assert {"plain": TermSettings()} == config.series


@pytest.mark.parametrize("parent", ["Formats", "file formats", "Kinds of files", "\u2605"])
def test_a_parent_of_a_tag_is_named_by_any_of_its_spellings(site, parent):
    wider = '[tags."File formats"]\ntitle = "Kinds of files"\naliases = ["formats", "\u2605"]\n'
    config = site(f'[tags.gguf]\nparent = "{parent}"\n{wider}')

    assert ("file-formats", "") == (config.tags["gguf"].parent, config.tags["file-formats"].parent)


def test_flags_stand_over_the_environment_and_that_over_the_file(site, monkeypatch, tmp_path):
    text = '[site]\nurl = "https://file.example/"\n[build]\nstrict = true\nworkers = 3\n'
    monkeypatch.setenv("SITEGEN_BASE_URL", "https://env.example/x")
    monkeypatch.setenv("SITEGEN_WORKERS", "2")
    monkeypatch.setenv("SITEGEN_DRAFTS", "")

    config = site(text, Flags(out=tmp_path / "elsewhere", workers=1, strict=False, keep_going=True))

    assert "https://env.example/x/" == config.site.url
    assert (1, False, False, True) == (
        config.build.workers,
        config.build.strict,
        config.build.drafts,
        config.keep_going,
    )
    assert tmp_path / "elsewhere" == config.out
    assert "https://flag.example/" == site(text, Flags(base_url="https://flag.example")).site.url


def test_the_clock_is_in_the_sites_zone(site, monkeypatch):
    text = 'site.timezone = "Europe/Berlin"'

    aware = site(text, Flags(now=datetime(2026, 12, 1, 8, tzinfo=UTC))).now
    naive = site(text, Flags(now=datetime(2026, 12, 1, 9))).now
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796112000")
    epoch = site(text).now

    assert ["2026-12-01T09:00:00+01:00"] * 3 == [moment.isoformat() for moment in (aware, naive, epoch)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('title = "News"', 'put "title" under [site]'),
        ("[policies]", 'put "policies" under [site]'),
        ("[callout_titles]", 'put "callout_titles" under [markdown]'),
        ("[authors.jane]", "known here: theme, "),
    ],
)
def test_a_key_that_stands_in_the_wrong_place_is_sent_where_its_kind_of_value_fits(refused, text, hint):
    assert hint in "".join(refused(text))


def test_a_publication_has_a_name(refused):
    assert ['sitegen.toml:1:14: "site.title" must not be empty (write the name of the publication)'] == (
        refused('site.title = " "')
    )


def test_all_mistakes_are_told_at_once(refused):
    expected = [
        'sitegen.toml:1:1: unknown key "thema" (did you mean "theme"?)',
        'sitegen.toml:2:1: unknown key "page_size" (put "page_size" under [build])',
        'sitegen.toml:4:1: unknown key "titel" in [site] (did you mean "title"?)',
        'sitegen.toml:5:12: "site.language" is not a language code (BCP 47) (write "en-US")',
        'sitegen.toml:6:12: "site.timezone" is not a time zone (did you mean "Europe/Berlin"?)',
        'sitegen.toml:7:23: unknown key "link" in [site.menu[1]] (known here: title, url)',
        'sitegen.toml:7:9: "site.menu[1]" has no "url" (add url = "…")',
        'sitegen.toml:9:13: "build.page_size" must be a whole number, not text (leave out the quotes)',
        'sitegen.toml:10:10: "build.strict" must be true or false, not the number 1 (write true or false)',
        'sitegen.toml:12:11: "feeds.content" must be "full" or "summary", not "ful" (did you mean "full"?)',
        'sitegen.toml:13:9: "feeds.limit" must be 1 or more, not 0 (change it, or leave it out for the usual value)',
        'sitegen.toml:14:8: "feeds.hubs" must be a list, not text (write ["https://hub.example/"])',
    ]

    found = refused("""\
thema = "news"
page_size = 3
[site]
titel = "News"
language = "en_US"
timezone = "Berlin"
menu = [{title = "A", link = "/a/"}]
[build]
page_size = "20"
strict = 1
[feeds]
content = "ful"
limit = 0
hubs = "https://hub.example/"
""")

    assert sorted(expected) == sorted(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site = 3", '1:8: "site" must be a table, not the number 3 (write it as [site])'),
        ("site.founded = 1999", '1:16: "site.founded" must be text in quotes, not the number 1999 (write "1999")'),
        ("extensions = [1]", '1:15: "extensions[1]" must be text in quotes, not the number 1 (write "1")'),
        ("images.quality = 0.5", '1:18: "images.quality" must be a whole number, not the number 0.5 (write a number as in 20)'),
        ("images.quality = 101", '1:18: "images.quality" must be from 1 to 100, not 101 (change it, or leave it out for the usual value)'),
        ("site.url = 'news.example'", '1:12: "site.url" must be a full http or https URL, not "news.example" (write https://news.example)'),
        ("site.url = 'https://x.example/?a'", '1:12: "site.url" must be a URL without a query and a fragment, not "https://x.example/?a" (write https://x.example/)'),
        ("site.url = 'https:///x'", '1:12: "site.url" must be a full http or https URL, not "https:///x" (begin with https://)'),
        ("site.url = 'https://x.example/a b/'", '1:12: "site.url" must be a URL without spaces, not "https://x.example/a b/" (write %20 where one is meant)'),
        ("site.undated = 'soon'", '1:16: "site.undated" is not a date (write it as 2027-01-31)'),
        ("site.permalink = '/:year/%postname%/'", '1:18: "site.permalink" has "%postname", which stands for nothing (write of :year, :month, :day, :section, :folder and :slug those that are wanted)'),
        ("site.permalink = '/?p=:slug'", '1:18: "site.permalink" has "?", which cannot stand in an address (leave it out)'),
        ("site.permalink = '/../:slug/'", '1:18: "site.permalink" has "..", which cannot stand in an address (leave it out)'),
        ("site.permalink = '/:year/'", '1:18: "site.permalink" must hold :slug, or two articles of one day would stand at one address (write /:year/:month/:slug/)'),
        ("site.permalink = ':slug'", '1:18: "site.permalink" must begin with / (write /:slug)'),
        ("site.email = 'desk@news.example?cc=a'", '1:14: "site.email" is not an e-mail address (write it as in desk@news.example)'),
        ("machines.security_expires = '2027-06-01?'", '1:29: "machines.security_expires" is not a date (write it as 2027-01-31)'),
        ("site.timezone = 'UTC+1'", '1:17: "site.timezone" is an offset, not a time zone (write an IANA name as in "Europe/Berlin", which knows summer time)'),
        ("site.timezone = '+02:00'", '1:17: "site.timezone" is an offset, not a time zone (write an IANA name as in "Europe/Berlin", which knows summer time)'),
        ("[relatd]", '1:2: unknown table "relatd" (did you mean "related"?)'),
        ("site.timezone = '../etc'", '1:17: "site.timezone" is not a time zone (write an IANA name as in "Europe/Berlin")'),
        ("site.menu = [{title = 'A', url = 'about/'}]", '1:34: "site.menu[1].url" must begin with / or be a full URL (write /about/)'),
        ("build.output = '.'", '1:16: the output folder would be mixed with the site\'s own folder (choose a folder of its own, as in "output")'),
        ("build.output = '..'", '1:16: the output folder would be mixed with the site\'s own folder (choose a folder of its own, as in "output")'),
        ('site.title = "A\\u0000"', '1:14: "site.title" holds U+0000, which no page can show (take it out)'),
        ("related.count = 101", '1:17: "related.count" must be from 0 to 100, not 101 (change it, or leave it out for the usual value)'),
        (f"build.output = '{'x' * 256}'", '1:16: the output folder has a name of more than 255 bytes, which no file system holds (choose a shorter one, as in "output")'),
        ("build.output = 'content/out'", '1:16: the output folder would be mixed with content/ (choose a folder of its own, as in "output")'),
        ("theme = 'themes/news'", '1:9: there is no theme "themes/news" in themes/ (did you mean "news"? there are: default, news)'),
        ("[theme]\nname = 'news'", '1:2: "theme" must be text in quotes, not a table (write theme = "…" above the first [table])'),
        ("sections = ['news']", '1:12: "sections" must be a table, not a list (write it as [sections.NAME])'),
        ("site.sections = ['news']", '1:6: unknown key "sections" in [site] (it is no part of [site], but a table of its own: [sections.NAME])'),
        ("[feeds.query]\nname = 'a'", '1:8: "feeds.query" must be a list, not a table (write [[feeds.query]])'),
        ("deploy.branch = 'gh pages'", '1:17: "deploy.branch" is no name that a branch can have (write gh-pages)'),
        ("theme = 'newz'", '1:9: there is no theme "newz" in themes/ (did you mean "news"? there are: default, news)'),
        ("theme = '../news'", '1:9: there is no theme "../news" in themes/ (did you mean "news"? there are: default, news)'),
        ("extensions = ['none.py']", '1:15: there is no Python file "none.py" (correct the path or remove it)'),
        ("extensions = ['../x.py']", "1:15: the extension \"../x.py\" is not inside the site's folder (correct the path or remove it)"),
        ("comments.provider = 'giscus'", "1:21: giscus needs repo, repo_id, category, category_id as well (copy the values that giscus.app shows)"),
        ("[tags.AI]\n[tags.ai]", '2:7: "ai" is written twice in [tags] (rename or remove one of them)'),
        (
            '[tags.gguf]\nparent = "fomats"\n[tags.formats]',
            '2:10: "gguf" has the parent "fomats", which has no entry in [tags] (did you mean "formats"?)',
        ),
        (
            '[tags.gguf]\nparent = "files"',
            '2:10: "gguf" has the parent "files", which has no entry in [tags] (write [tags."files"] as well)',
        ),
        ('[tags.a]\nparent = "a"', '2:10: "a" is its own parent (take one of the parents out)'),
        (
            '[tags.a]\nparent = "b"\n[tags.b]\nparent = "c"\n[tags.c]\nparent = "b"',
            '4:10: "b" is its own parent (take one of the parents out)',
        ),
        ('[sections.a]\nparent = "b"', '2:1: unknown key "parent" in [sections.a] (known here: title, description, order, aliases)'),
        (
            '[markdown.callout_titles]\ndid-you-knw = "Aha"',
            '2:1: there are no callouts of the kind "did-you-knw" (did you mean "did-you-know"?)',
        ),
        (
            '[redirects]\n"/posts/*" = "/"',
            '2:1: "/posts/*" in [redirects] is no address of one page (write one as in "/category/health/" or "/index.xml"; patterns are for the host, as in _redirects)',
        ),
        ('[redirects]\n"/posts" = "news"', '2:12: "redirects./posts" must begin with / or be a full URL (write /news)'),
        (
            '[tags.ai]\naliases = ["ML"]\n[tags.models]\naliases = ["ml"]',
            '4:12: "ml" means "ai" already, so it cannot mean "models" as well, in [tags] (take one of them out)',
        ),
        (
            '[tags.ai]\naliases = ["AI", "models"]\n[tags.models]',
            '2:18: "models" means "models" already, so it cannot mean "ai" as well, in [tags] (take one of them out)',
        ),
        (
            '[[feeds.query]]\nname = "a"\n[[feeds.query]]\nname = "a"',
            '4:8: another feed is called "a" as well (rename one of them; the first is in line 2)',
        ),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_used_is_told_with_its_place(refused, tmp_path, text, expected):
    (tmp_path / "themes/news").mkdir(parents=True)

    assert [f"sitegen.toml:{expected}"] == refused(text)


def test_a_mistake_outside_the_file_names_the_flag_or_the_variable(refused, monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    monkeypatch.setenv("SITEGEN_DRAFTS", "maybe")

    found = refused("", Flags(base_url="example", out=tmp_path / "content"))

    assert [
        '--base-url:0:0: "--base-url" must be a full http or https URL, not "example" (begin with https://)',
        '--out:0:0: the output folder would be mixed with content/ (choose a folder of its own, as in "output")',
        'SITEGEN_DRAFTS:0:0: "SITEGEN_DRAFTS" must be 1 or 0, not "maybe" (change or unset it)',
        'SOURCE_DATE_EPOCH:0:0: "SOURCE_DATE_EPOCH" must be the seconds since 1970, a whole number, not "yesterday" (change or unset it)',
    ] == found


def test_an_output_folder_of_the_environment_is_told_at_the_variable(refused, monkeypatch, tmp_path):
    monkeypatch.setenv("SITEGEN_OUT", str(tmp_path / "content"))

    assert [
        'SITEGEN_OUT:0:0: the output folder would be mixed with content/ (choose a folder of its own, as in "output")'
    ] == refused("")


def test_a_theme_may_not_have_the_name_of_a_part_that_is_always_there(refused, tmp_path):
    (tmp_path / "themes/default").mkdir(parents=True)

    message = 'themes/default cannot be used: "default" is the name of a part that is always there'

    assert [f"sitegen.toml:0:0: {message} (rename the folder)"] == refused()


def test_the_root_may_be_relative(tmp_path, monkeypatch):
    (tmp_path / "sitegen.toml").write_text("")
    monkeypatch.chdir(tmp_path)

    config = configure(Path(), Flags(out=Path("public")))

    assert isinstance(config, Config)
    assert (tmp_path, tmp_path / "public") == (config.root, config.out)
