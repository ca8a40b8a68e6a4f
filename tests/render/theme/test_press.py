def test_a_text_is_said_in_the_pages_language_or_the_sites(desk):
    assert ("Home", "Startseite") == (desk.press.say("home"), desk.press.say("home", "de"))
    assert "3 articles" == desk.press.say("articles_count", count=3)


def test_a_text_that_nobody_wrote_shows_its_name(desk):
    assert "nope" == desk.press.say("nope")
