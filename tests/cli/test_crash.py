"""An unexpected exception becomes a plain message and a log file."""

import pytest

from sitegen.cli.crash import report


@pytest.fixture
def crashed(tmp_path, monkeypatch, capsys):
    """Return what reports a mistake of ours in a site, and gives what was said."""
    (tmp_path / "sitegen.toml").write_text("")
    monkeypatch.chdir(tmp_path)

    def crash(*arguments):
        try:
            int("many")
        except ValueError as error:
            report(error, arguments)
        return capsys.readouterr().err

    return crash


def test_the_message_is_plain_and_the_details_are_in_the_log(crashed, tmp_path):
    said = crashed("build", "--strict")
    log = tmp_path / ".sitegen/crash.log"

    assert f"The details are in {log}\n" in said
    assert "ValueError: invalid literal for int()" in said
    assert "Traceback" not in said
    assert "Traceback" in log.read_text()
    assert "arguments: build --strict\n" in log.read_text()
    assert "*\n" == (tmp_path / ".sitegen/.gitignore").read_text()


@pytest.mark.parametrize("arguments", [("build", "--root", "other"), ("build", "--root=other")])
def test_the_log_is_in_the_site_that_was_named(crashed, tmp_path, arguments):
    (tmp_path / "other").mkdir()
    crashed(*arguments)

    assert (tmp_path / "other/.sitegen/crash.log").is_file()
    assert not (tmp_path / ".sitegen").exists()


def test_a_log_that_cannot_be_written_is_printed(crashed, tmp_path, monkeypatch):
    (tmp_path / ".sitegen").write_text("in the way")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none/none"))

    assert "Traceback" in crashed("build")
