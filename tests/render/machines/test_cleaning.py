import pytest

from sitegen.render.machines.cleaning import calm, clean

URL = "https://news.example/repo/a/"


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ('<p class="x" id="y" style="z" onclick="a()">Text</p>', "<p>Text</p>"),
        ('a <math alttext="x &lt; 2" display="block"><mi>x</mi><mo>&lt;</mo><mn>2</mn></math> b', "a x &lt; 2 b"),
        ('<a href="../b/#c">x</a>', '<a href="https://news.example/repo/b/#c">x</a>'),
        ('<a href="#fn-1">x</a>', '<a href="https://news.example/repo/a/#fn-1">x</a>'),
        ('<a href="//cdn.example/x">x</a>', '<a href="https://cdn.example/x">x</a>'),
        ('<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'),
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="data:text/html,x">x</a>', "<a>x</a>"),
        (
            '<img alt="A" src="i.png" srcset="i2.png 2x" onerror="x()">',
            '<img alt="A" src="https://news.example/repo/a/i.png">',
        ),
        ('<img alt="Only words" src="data:image/png;base64,x">', "Only words"),
        ('<img width="50%" height="10" src="/i.png">', '<img height="10" src="https://news.example/i.png">'),
        (
            '<aside class="callout"><p class="callout-title">Tip</p><p>T</p></aside>',
            "<p><strong>Tip</strong></p><p>T</p>",
        ),
        ("a<script>alert(1)</script>b<style>p{}</style>c", "abc"),
        (
            '<iframe width="1" src="https://video.example/1"></iframe>',
            '<p><a href="https://video.example/1">https://video.example/1</a></p>',
        ),
        ("<iframe srcdoc='<p>x</p>'></iframe>", ""),
        ("<form><button>x</button></form>t", "t"),
        ("<svg onload=x()><circle/></svg>t", "t"),
        ('<li><input type="checkbox" disabled checked> done</li>', "<li>☑  done</li>"),
        ('<li><input type="checkbox" disabled> open</li>', "<li>☐  open</li>"),
        ('<span class="k">def</span> <code>a &lt; b</code>', "def <code>a &lt; b</code>"),
        (
            "<video></video><audio src='a.mp3' controls></audio>",
            '<audio src="https://news.example/repo/a/a.mp3" controls=""></audio>',
        ),
        ("a\x01b<!-- hidden -->c", "abc"),
        ("<p>never closed <b>x", "<p>never closed <b>x</b></p>"),
    ],
)
def test_only_what_readers_elsewhere_can_use_stays(html, cleaned):
    assert cleaned == clean(html, URL)


def test_text_that_only_looks_active_reads_the_same_and_alarms_nobody():
    assert "<code>&lt;b onclick&#61;x&gt; javascript&#58;alert</code>" == clean(
        "<code>&lt;b onclick=x&gt; javascript:alert</code>", URL
    )
    assert "An option= stays" == calm("An option= stays")


def test_signs_of_a_wrong_encoding_are_spelled_out():
    assert "<p>&#65533; and Ã&#169;, but é and ©</p>" == clean("<p>\ufffd and Ã©, but é and ©</p>", URL)


def test_a_broken_address_is_left_out():
    assert "<a>x</a>" == clean('<a href="http://[broken">x</a>', URL)
