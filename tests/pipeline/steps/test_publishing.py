import pytest
from tests.kit.site import SiteBench

from sitegen.engine.store import Store

ARTICLE = "---\ntitle: Weights\ndate: 2026-11-20\n---\n\nThe first text.\n"


@pytest.fixture
def bench(tmp_path):
    return SiteBench(tmp_path / "site").write("content/weights.md", ARTICLE)


def page(folder):
    return (folder / "weights/index.html").read_text(encoding="utf-8")


def test_a_build_into_another_folder_does_not_pass_for_one_into_this(bench, tmp_path):
    bench.build()
    bench.edit("content/weights.md", "first", "second")
    bench.build(out=tmp_path / "elsewhere")
    assert "The first text." in page(bench.root / "output")
    bench.build()
    assert "The second text." in page(bench.root / "output")
    assert "The second text." in page(tmp_path / "elsewhere")


def test_what_was_put_in_place_but_never_remembered_is_made_again(bench, monkeypatch):
    bench.build()
    bench.edit("content/weights.md", "first", "second")
    with monkeypatch.context() as patched:
        patched.setattr(Store, "put", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            bench.build()
    assert "The second text." in page(bench.root / "output")
    bench.edit("content/weights.md", "second", "first").build()
    assert "The first text." in page(bench.root / "output")
