"""The cache is thrown away when any code that a build may run is another."""

import sysconfig
from pathlib import Path

import pytest

from sitegen.engine.fingerprint import code_fingerprint, with_extensions


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A checkout of a package."""
    package = tmp_path / "package"
    (package / "deep").mkdir(parents=True)
    (package / "one.py").write_text("1")
    (package / "deep/two.py").write_text("2")
    return package


@pytest.fixture
def site_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages."""
    folder = tmp_path / "site-packages"
    (folder / "jinja2-3.1.6.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sysconfig, "get_paths", lambda: {"purelib": str(folder)})
    return folder


def test_the_same_code_has_the_same_fingerprint(package: Path) -> None:
    assert code_fingerprint(package) == code_fingerprint(package)


@pytest.mark.parametrize(
    ("file", "text"), [("one.py", "one"), ("deep/two.py", "two"), ("three.py", "3"), ("deep/one.py", "1")]
)
def test_an_edited_or_new_module_makes_another(package: Path, file: str, text: str) -> None:
    before = code_fingerprint(package)
    (package / file).write_text(text)

    assert before != code_fingerprint(package)


def test_a_module_that_moved_makes_another(package: Path) -> None:
    before = code_fingerprint(package)
    (package / "one.py").rename(package / "deep/one.py")

    assert before != code_fingerprint(package)


def test_what_python_compiled_does_not_count(package: Path) -> None:
    before = code_fingerprint(package)
    (package / "__pycache__").mkdir()
    (package / "__pycache__/one.py").write_text("compiled")
    (package / "notes.txt").write_text("no code")

    assert before == code_fingerprint(package)


@pytest.mark.parametrize("name", ["jinja2-3.1.7.dist-info", "pillow-12.0.0.dist-info"])
def test_another_library_or_version_makes_another(package: Path, site_packages: Path, name: str) -> None:
    before = code_fingerprint(package)
    (site_packages / name).mkdir()

    assert before != code_fingerprint(package)


def test_an_installed_package_is_known_by_its_record(site_packages: Path) -> None:
    package = site_packages / "sitegen"
    info = site_packages / "sitegen-1.0.0.dist-info"
    for folder in (package, info):
        folder.mkdir()
    (info / "RECORD").write_text("sitegen/one.py,sha256=a,1")
    before = code_fingerprint(package)
    (package / "one.py").write_text("not looked at")

    assert before == code_fingerprint(package)

    (info / "RECORD").write_text("sitegen/one.py,sha256=b,1")

    assert before != code_fingerprint(package)


def test_an_extension_counts_by_its_source(tmp_path: Path) -> None:
    extension = tmp_path / "ext.py"
    seen = [with_extensions("code", ()), with_extensions("code", (extension,))]
    for text in ("1", "2"):
        extension.write_text(text)
        seen.append(with_extensions("code", (extension,)))

    assert 4 == len(set(seen))
