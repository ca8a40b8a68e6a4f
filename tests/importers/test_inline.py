"""What stands within a line."""

from tests.importers.texts import made

from sitegen.importers.elements import markdown
from sitegen.importers.nouns import Text


def test_links_and_pictures_have_the_addresses_of_here():
    text = Text(
        '<p><a href="/a/">a</a> <img src="b.png" alt="B"><a href="/x/">x</a></p><video src="c.mp4" poster="d.png"></video>'
    )
    done = markdown(text, lambda href: (f"{href.strip('/')}.md", "a dead link" if "x" in href else ""), "/up/{}".format)

    assert '[a](a.md) ![B](/up/b.png)[x](x.md)\n\n<video src="/up/c.mp4" poster="/up/d.png"></video>' == done.markdown
    assert [(1, "a dead link")] == done.findings


def test_a_picture_that_leads_to_itself_is_no_link():
    assert "![A](u/a-300x200.jpg)\n" == made(Text('<p><a href="u/a.jpg"><img src="u/a-300x200.jpg" alt="A"></a></p>'))
    assert "[![A](a.jpg)](page)\n" == made(Text('<p><a href="page"><img src="a.jpg" alt="A"></a></p>'))


def test_pictures_that_are_words_and_those_that_wait():
    text = '<p><img class="emoji" alt="🙂" src="e.svg"> <img src="data:x" data-src="late.jpg" alt=""></p>'

    assert "🙂 ![](late.jpg)\n" == made(Text(text))


def test_anchors_stay_where_a_link_leads_to_them():
    assert '<a id="here"></a>a\n\n[up](#here)\n' == made(
        Text('<p><a name="here"></a>a<a name="no"></a></p><p><a href="#here">up</a></p>')
    )


def test_emphasis_over_empty_lines_is_one_in_each_paragraph():
    assert "**a**\n\n**b**\n" == made(Text("<strong>a\n\nb</strong>", lines=True))
