"""What one process remembers of its last build is trusted only as far as nobody else has built since."""

from contextlib import closing
from pathlib import Path

import pytest
from tests.kit.site import NOW, SiteBench

from sitegen.base.diagnostics import Failure
from sitegen.engine.files import FileMemory
from sitegen.engine.store import open_store
from sitegen.model.config import Flags
from sitegen.pipeline import build
from sitegen.pipeline.session import Session

pytestmark = pytest.mark.slow

ARTICLE = "---\ntitle: Weights\ndate: 2026-11-20\n---\n\nThe first text.\n"
WEIGHTS = "content/weights.md"


@pytest.fixture
def bench(tmp_path):
    site = SiteBench(tmp_path / "site").write(WEIGHTS, ARTICLE)
    return site.write(
        "content/law.md", ARTICLE.replace("Weights", "Law").replace("The first text", "Law has a first text")
    )


@pytest.fixture
def session():
    return Session()


def built(bench, session, changed):
    """Build with what the session remembers, and return what was written."""
    session.expect(changed)
    return build(bench.root, Flags(now=NOW, workers=1), session=session).written


def shown(bench, name):
    return (bench.root / f"output/{name}/index.html").read_text(encoding="utf-8")


def test_only_the_files_that_are_named_are_looked_at(bench, session):
    built(bench, session, None)
    bench.edit(WEIGHTS, "first", "second").edit("content/law.md", "first", "third")

    assert "weights/index.html" in built(bench, session, frozenset({WEIGHTS}))
    assert "The second text." in shown(bench, "weights")
    assert "Law has a first text." in shown(bench, "law")

    built(bench, session, None)

    assert "Law has a third text." in shown(bench, "law")


def test_nothing_named_is_nothing_to_do(bench, session):
    built(bench, session, None)
    bench.edit(WEIGHTS, "first", "second")

    assert () == built(bench, session, frozenset())
    assert "The first text." in shown(bench, "weights")


@pytest.mark.parametrize("path", ["content/new.md", WEIGHTS])
def test_a_file_that_came_or_went_has_everything_looked_at(bench, session, path):
    built(bench, session, None)
    bench.edit("content/law.md", "first", "second")
    if path == WEIGHTS:
        bench.delete(path)
    else:
        bench.write(path, ARTICLE.replace("Weights", "New"))

    built(bench, session, frozenset({path}))

    assert "Law has a second text." in shown(bench, "law")


@pytest.mark.parametrize("link", ["content/linked.md", "content/law.md", "content/folder"])
def test_what_a_link_leads_to_is_looked_at_although_nobody_names_it(bench, session, link):
    built(bench, session, None)
    bench.write("elsewhere/text.md", ARTICLE.replace("Weights", "Linked"))
    file = bench.root / link
    file.unlink(missing_ok=True)
    file.symlink_to("../elsewhere" if link.endswith("folder") else "../elsewhere/text.md")
    built(bench, session, frozenset({link}))
    bench.edit("elsewhere/text.md", "first", "second")

    built(bench, session, frozenset({WEIGHTS}))

    page = f"{link}/text".removeprefix("content/") if link.endswith("folder") else Path(link).stem
    assert "The second text." in shown(bench, page)
    assert bench.copy(bench.root.with_name("clean")).build().output() == bench.output()


def test_what_another_process_built_is_not_forgotten(bench, session):
    built(bench, session, None)
    bench.edit("content/law.md", "first", "second").build()
    bench.edit("content/law.md", "second", "first").edit(WEIGHTS, "first", "third").build()
    bench.edit(WEIGHTS, "third", "fourth")

    built(bench, session, frozenset({WEIGHTS}))

    assert "The fourth text." in shown(bench, "weights")
    assert "Law has a first text." in shown(bench, "law")
    assert () == bench.build().report.written


def test_a_page_that_somebody_deleted_comes_back_where_anything_may_have_changed(bench, session):
    built(bench, session, None)
    (bench.root / "output/weights/index.html").unlink()

    assert () == built(bench, session, frozenset())
    assert ("weights/index.html",) == built(bench, session, None)


def test_a_folder_that_somebody_deleted_comes_back_whole(bench, session):
    built(bench, session, None)
    before = bench.output().keys()
    bench.delete("output").edit(WEIGHTS, "first", "second")

    built(bench, session, frozenset({WEIGHTS}))

    assert before == bench.output().keys()


def test_a_page_that_somebody_edited_brings_the_rest_of_the_folder_back(bench, session):
    built(bench, session, None)
    before = bench.output().keys()
    (bench.root / "output/weights/index.html").write_text("Mine.")
    (bench.root / "output/law/index.html").unlink()
    bench.edit(WEIGHTS, "first", "second")

    built(bench, session, frozenset({WEIGHTS}))

    assert before == bench.output().keys()
    assert "The second text." in shown(bench, "weights")


def test_what_stands_in_the_way_of_a_page_is_found_before_anything_is_written(bench, session):
    built(bench, session, None)
    bench.delete("output/weights").write("output/weights", "Mine.").edit(WEIGHTS, "first", "second")

    with pytest.raises(Failure) as caught:
        built(bench, session, frozenset({WEIGHTS}))

    assert ["write/foreign-file"] == [one.code for one in caught.value.diagnostics]

    bench.delete("output/weights")
    built(bench, session, frozenset({WEIGHTS}))

    assert "The second text." in shown(bench, "weights")


@pytest.mark.parametrize(
    ("gone", "back"),
    [
        (("content/one.md", "content/two.md"), ("content/one.md", "content/two.md")),
        (("content/two.md", "content/one.md"), ("content/two.md", "content/one.md")),
        (("content/deep",), ("content/deep/a.md",)),
    ],
    ids=["two files", "the other way round", "a folder"],
)
def test_what_was_deleted_and_brought_back_is_there_again(bench, session, gone, back):
    """Undone as it was done, or by a checkout of another branch and back."""
    for name in ("one", "two", "deep/a"):
        bench.write(f"content/{name}.md", ARTICLE.replace("Weights", name))
    built(bench, session, None)
    whole, texts = bench.output(), {path: (bench.root / path).read_bytes() for path in back}
    for path in gone:
        bench.delete(path)
    built(bench, session, frozenset(gone))
    assert whole != bench.output()

    for path, text in texts.items():
        bench.write(path, text)
        built(bench, session, frozenset({path}))

    assert whole == bench.output()


def saw(files):
    memory = FileMemory()
    memory.seen.update(files)
    return memory


def test_files_that_two_processes_keep_in_turn_are_known_by_the_seal_they_were_read_with(tmp_path, session):
    one, other = ({"/a.md": ((1, size, 1, 1), True, "")} for size in (1, 2))
    with closing(open_store(tmp_path / "store.sqlite", "v")) as store:
        session.keep_files(saw(one), store)
        Session().keep_files(saw(other), store)
        again = session.files(store)
        again.seen.update(again.known)
        session.keep_files(again, store)
        Session().keep_files(saw(one), store)

        assert one == session.files(store).known
