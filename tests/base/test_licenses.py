import pytest

from sitegen.base.licenses import known_license


@pytest.mark.parametrize(
    ("written", "title", "url"),
    [
        ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc by-nc-sa 3.0", "CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        (
            "https://creativecommons.org/licenses/by-sa/4.0/",
            "CC BY-SA 4.0",
            "https://creativecommons.org/licenses/by-sa/4.0/",
        ),
        ("https://news.example/licence", "news.example", "https://news.example/licence"),
        ("CC-BY-3.0-IGO", "CC-BY-3.0-IGO", "https://spdx.org/licenses/CC-BY-3.0-IGO.html"),
        ("MIT", "MIT", "https://spdx.org/licenses/MIT.html"),
        ("ODbL-1.0", "ODbL-1.0", "https://spdx.org/licenses/ODbL-1.0.html"),
    ],
)
def test_a_licence_has_a_title_and_an_address(written, title, url):
    assert (title, url) == known_license(written)


@pytest.mark.parametrize(
    "written", ["", "All rights reserved", "javascript:alert(1)", "CC", "CC-BY", "CC-BY-SA-4", "cc by 5", '"><b>']
)
def test_what_no_machine_understands_is_no_licence(written):
    assert known_license(written) is None
