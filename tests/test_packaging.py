"""What is installed is complete: the wheel alone makes a site."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        str(ROOT),
        "--no-deps",
        "--no-build-isolation",
        "-q",
        "-w",
        str(folder),
    ]
    subprocess.run(command, check=True)
    return next(folder.glob("sitegen-*.whl"))


def test_the_wheel_holds_every_module_template_and_static_file(wheel):
    expected = {
        file.relative_to(SOURCE).as_posix()
        for file in (SOURCE / "sitegen").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }

    packed = {name for name in ZipFile(wheel).namelist() if name.startswith("sitegen/")}
    assert expected == packed
    assert {"sitegen/defaults/templates/base.html", "sitegen/defaults/templates/strings/en.toml"} <= packed
    assert {"sitegen/defaults/static/css/site.css", "sitegen/py.typed"} <= packed


def test_the_wheel_builds_a_site_of_one_article_in_the_packaged_look(wheel, tmp_path):
    installed, site = tmp_path / "installed", tmp_path / "site"
    ZipFile(wheel).extractall(installed)
    (site / "content").mkdir(parents=True)
    (site / "sitegen.toml").write_text('[site]\ntitle = "Small"\nurl = "https://small.example/"\n')
    (site / "content" / "hello.md").write_text("---\ntitle: Hello\ndate: 2026-01-02\n---\nA first article.\n")

    environment = {**os.environ, "PYTHONPATH": str(installed)}
    where = [sys.executable, "-c", "import sitegen; print(sitegen.__file__)"]
    loaded = subprocess.run(where, env=environment, capture_output=True, text=True, check=True).stdout
    assert loaded.startswith(str(installed))
    command = [sys.executable, "-m", "sitegen", "build"]
    done = subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr)
    page = (site / "output" / "hello" / "index.html").read_text()
    assert "A first article." in page
    style = page.split('<link rel="stylesheet" href="/', 1)[1].split('"', 1)[0]
    assert (site / "output" / style).stat().st_size > 1_000
