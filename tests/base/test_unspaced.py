"""Where words end in scripts that set no spaces, as far as a text shows it."""

import pytest

from sitegen.base.unspaced import is_unspaced, whole_words


@pytest.mark.parametrize(
    ("text", "stretch", "whole"),
    [
        ("Open weights", "pen wei", "pen wei"),
        ("イベントのチケット販売を開始", "ケット販売を", "販売"),
        ("イベントのチケット販売を開始", "のチケット販売を", "チケット販売"),
        ("イベントのチケット販売を開始", "トのチケ", ""),
        ("募集を開始します", "募集を開始し", "募集を開始"),
        ("正規表現エンジン", "規表現エンジン", "規表現エンジン"),
        ("正規表現", "規表", ""),
        ("开源模型的许可证", "模型的许", "模型"),
        ("开源模型的许可证", "的许可", "许可"),
        ("目的地", "目的", "目的"),
        ("书的", "书", "书"),
        ("使用R语言", "用R语言", "R语言"),
        ("VimConf2018の発表", "2018の", "2018"),
        ("อากาศดี", "อากาศ", ""),
        ("อากาศดี", "อากาศดี", "อากาศดี"),
    ],
)
def test_what_is_but_a_part_of_a_word_is_left_out(text, stretch, whole):
    at = text.index(stretch)
    start, end = whole_words(text, at, at + len(stretch))

    assert whole == text[start:end]


@pytest.mark.parametrize(("text", "unspaced"), [("Ünder 2", False), ("GPT と", True), ("한국어", False), ("ไทย", True)])
def test_scripts_without_spaces(text, unspaced):
    assert unspaced == is_unspaced(text)
