"""Notes to oneself over several paragraphs leave the text."""

import pytest
from tests.kit.parsing import findings, front, html


@pytest.mark.parametrize("note", ["%%\nAsk.\n\nTwice.\n%%", "%% Ask.\n\nTwice. %%"])
def test_a_note_leaves_and_is_told(note):
    parsed = front("", f"One.\n\n{note}\n\nTwo.\n")

    assert "<p>One.</p>\n<p>Two.</p>\n" == html(parsed.content.body)
    assert findings(parsed).startswith("! 8:1+")
    assert "is a note to oneself and is left out (remove it, or write <!-- and --> around it)\n" in findings(parsed)


def test_a_note_that_is_never_closed_stays():
    assert "<p>%% Ask.</p>\n<p>Text.</p>\n" == html(front("", "%% Ask.\n\nText.\n").content.body)
