from tests.kit.published import Published

from sitegen.check import check


def test_all_rules_are_asked_and_a_sound_site_passes(tmp_path):
    sound = Published(tmp_path, "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")
    assert () == check(sound.site, sound.inputs, sound.config)

    (tmp_path / "sitegen.toml").write_text(
        '[site]\ntitle = "N"\nurl = "https://n.example/"\nlogo = "/x.png"\nimage = "/a.png"\n'
    )
    wrong = Published(tmp_path, "-- sitegen.toml --\n" + (tmp_path / "sitegen.toml").read_text())

    assert [4, 5] == [problem.span.line for problem in check(wrong.site, wrong.inputs, wrong.config)]
