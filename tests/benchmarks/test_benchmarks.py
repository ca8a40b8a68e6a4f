"""What is measured is what is said: the same articles for every tool, and sites that build without a word."""

import sys
from pathlib import Path

import pytest
from tests.kit.site import SiteBench

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the scripts find each other, as Python does where one of them is run."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    for name in ("build", "corpus", "dialects", "generators", "measure", "related", "report"):
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.mark.slow
def test_a_corpus_is_the_same_every_time_and_another_for_another_seed() -> None:
    from corpus import Corpus
    from dialects import DIALECTS

    def texts(seed: int) -> list[str]:
        return [write(Corpus(20, seed).article(7)) for write in DIALECTS.values()]

    assert texts(1) == texts(1)
    assert texts(1) != texts(2)


def test_every_dialect_has_the_same_articles() -> None:
    from corpus import Corpus
    from dialects import DIALECTS

    article = Corpus(20).article(3)
    texts = [write(article) for write in DIALECTS.values()]
    paragraphs = [str(held) for kind, held in article.blocks if kind == "text"]

    for part in (article.title, article.description, *article.tags, *paragraphs, *sum(article.questions, ())):
        assert [True] * len(texts) == [part in text for text in texts]


def test_relatives_are_measured_on_the_same_articles_every_time() -> None:
    from related import WAYS, Cost, Newsroom, report

    assert list(Newsroom(30, 1).documents()) == list(Newsroom(30, 1).documents())
    assert Newsroom(30, 1).document(3).terms != Newsroom(30, 1).document(3, 1).terms
    assert all(find(way, 30, 1).seconds > 0 for way, find in WAYS.items())
    assert "| numpy | 100 | 1,000 | 1.00 |" in report({("numpy", 100): Cost(1, 9, 8), ("numpy", 1000): Cost(10, 9, 8)})


@pytest.mark.slow
@pytest.mark.parametrize("site", ["sitegen", "full"])
def test_a_site_builds_without_a_word_and_shows_an_edit(site: str, tmp_path: Path, monkeypatch) -> None:
    from corpus import Corpus
    from generators import EDITS, find_sitegen

    monkeypatch.setattr("dialects.ProcessPoolExecutor", InThisProcess)
    bench = find_sitegen("", full=site == "full").prepare(tmp_path, Corpus(12))
    built = SiteBench(bench.folder).build()

    assert ("", True) == (built.said, bench.shows())

    for kind in EDITS:
        bench.edit(kind, 1)
        assert not bench.shows()
        built.build()
        assert (kind, "", True) == (kind, built.said, bench.shows())
        bench.undo()


@pytest.mark.parametrize("peer", ["hugo", "zola", "pelican", "nikola", "eleventy", "mkdocs"])
def test_every_edit_of_a_peer_is_one_of_a_file_that_its_site_has(peer: str, tmp_path: Path, monkeypatch) -> None:
    from corpus import Corpus
    from generators import EDITS, PEERS, find_peer

    monkeypatch.setattr("dialects.ProcessPoolExecutor", InThisProcess)
    tool = find_peer(peer, str(program(tmp_path / peer, "")))
    assert peer in PEERS
    assert tool is not None
    assert tool.version.endswith("1.0")
    bench = tool.prepare(tmp_path, Corpus(12))

    for kind in EDITS:
        bench.edit(kind, 1)
        assert bench.edited is not None
        file, before = bench.edited
        assert (kind, 1) == (kind, file.read_text(encoding="utf-8").count("edit-"))
        assert bench.undo()
        assert before == file.read_text(encoding="utf-8")


def test_a_peer_that_is_not_installed_is_none() -> None:
    from generators import find_peer

    assert find_peer("hugo", "/nowhere/hugo") is None


@pytest.mark.slow
def test_who_fails_drops_out_and_the_others_are_measured(tmp_path: Path, monkeypatch, capfd) -> None:
    from build import arguments, measure
    from corpus import Corpus
    from generators import find_peer

    monkeypatch.setattr("dialects.ProcessPoolExecutor", InThisProcess)
    pages = "for file in content/articles/*.md; do name=$(basename $file .md); mkdir -p public/articles/$name"
    programs = {"hugo": f"{pages}; cp $file public/articles/$name/index.html; done", "zola": "exit 1"}
    tools = [find_peer(name, str(program(tmp_path / name, does))) for name, does in programs.items()]
    benches = [tool.prepare(tmp_path, Corpus(12)) for tool in tools if tool]
    monkeypatch.setattr("sys.argv", ["build.py", "--runs", "2", "--work", str(tmp_path)])

    costs = measure(benches, "cold", arguments())

    assert {"hugo": 2, "zola": 0} == {name: len(told) for name, told in costs.items()}
    assert ["hugo"] == [bench.tool.name for bench in benches]
    assert "zola build --force ended with 1; see " in capfd.readouterr().err


def program(file: Path, script: str) -> Path:
    """Write a program that stands for a tool: asked for its version, it says that."""
    says = 'case "$1" in *version) echo 1.0; exit;; esac'
    file.write_text(f"#!/bin/sh\n{says}\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


class InThisProcess:
    """A pool that is none: processes of their own cost more than twelve articles."""

    map = staticmethod(map)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


def test_costs_become_shares_and_growth() -> None:
    from generators import Tool
    from measure import Cost
    from report import report

    tools = [Tool(name, (), name, "", "", "", (), "", "") for name in ("sitegen", "hugo")]
    results = {
        (name, size, "cold"): [Cost(wall=share, cpu=share * size, memory=100 * share, others=0.0)]
        for name, share in (("sitegen", 0.5), ("hugo", 1.0))
        for size in (10, 100)
    }
    text = report(results, tools)

    assert "| CPU, cold build | 0.500 | 0.700 | yes |" in text
    assert "| peak memory | 0.500 | 0.250 | **no** |" in text
    assert "| sitegen | cold build | 10 | 100 | 1.00 | 0.00 |" in text
