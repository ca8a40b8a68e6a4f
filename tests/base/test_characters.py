from sitegen.base.characters import legal, legal_bytes


def test_no_forbidden_character_passes():
    text = "a\x00b\x0bc\x7fd\x85e\ud800f\ufdd0g\ufffeh\U0001ffffi"

    assert "abcdefghi" == legal(text)
    assert b"abcde?fghi" == legal_bytes(text)


def test_what_is_allowed_stays():
    text = "tab\t line\n é ° « » \ufeff \ufffd 日本語 🦀 \U0001f9fe"

    assert text == legal(text)
    assert text == legal_bytes(text).decode()
