"""The script goes into the page, and nothing else changes."""

import pytest

from sitegen.serve.insert import version, with_script


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<body><p>x</p>", b"</body></html>"),
        (b"<body><p>x</p>", b"</BODY >\n"),
        (b"<pre>&lt;/body></pre><!-- </body> --><p>x</p>", b"</body>"),
        (b"<p>a page without an end", b""),
        (b"", b""),
    ],
)
def test_the_script_comes_before_the_last_end_of_the_body(before, after):
    page = before + after

    script = f'<script type="module" src="/__sitegen/live.js" data-version="{version(page)}"></script>'.encode()

    assert before + script + after == with_script(page)


def test_the_script_can_be_given_another_name():
    assert b'data-version=""' in with_script(b"<body></body>", "")
