import pytest

from sitegen.base.portable import why_unstorable


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../x", "leaves the site"),
        ("a//b", "has an empty part"),
        ("a:b", "has the character ':', which Windows cannot store"),
        ("what?/index.html", "has the character '?', which Windows cannot store"),
        ("the end./x", "has the part 'the end.', whose last character Windows drops"),
        ("blank /x", "has the part 'blank ', whose last character Windows drops"),
        ("x/CON", "has the part 'CON', which is the name of a device on Windows"),
        ("x/aux.txt", "has the part 'aux.txt', which is the name of a device on Windows"),
        ("é" * 130, "has a part of 260 bytes; file systems hold 255"),
    ],
)
def test_what_some_system_cannot_store_is_named(path, reason):
    assert reason == why_unstorable(path)


@pytest.mark.parametrize("path", ["index.html", "console/x", "a.b/.well-known/x", "é" * 120, "x" * 255])
def test_what_every_system_can_store_is_fine(path):
    assert "" == why_unstorable(path)
