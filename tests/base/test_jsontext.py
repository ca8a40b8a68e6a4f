import json

from sitegen.base.jsontext import json_text


def test_values_stand_on_one_line_without_spaces():
    assert '{"a":[1,null,"é"]}' == json_text({"a": [1, None, "é"]})


def test_values_can_be_indented():
    assert '{\n "a": 1\n}' == json_text({"a": 1}, spaced=True)


def test_control_characters_stand_there_neither_bare_nor_escaped():
    assert '["ab",{"k":"cd"},1]' == json_text(["a\x01b", {"k": "c\x1fd"}, 1])
    assert '["ab"]' == json_text(("a\x08b",))


def test_what_an_author_wrote_as_an_escape_stays():
    assert ["\\u0001 \\b"] == json.loads(json_text(["\\u0001 \\b"]))
