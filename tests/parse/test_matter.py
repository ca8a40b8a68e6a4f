"""A file is split into front matter and text."""

import pytest

from sitegen.parse.matter.split import split_matter


def data(matter):
    return {key: entry.value.data for key, entry in matter.table.items()}


@pytest.mark.parametrize(
    ("text", "table", "body", "line"),
    [
        ("---\na: b\n---\nText.\n", {"a": "b"}, "Text.\n", 4),
        ("---\na: b\n---\n\n    code\n", {"a": "b"}, "\n    code\n", 4),
        ('+++\na = "b"\n+++\nText.', {"a": "b"}, "Text.", 4),
        ("--- \na: b\n---  \nText.", {"a": "b"}, "Text.", 4),
        ("---\na: b\n...\nText.", {"a": "b"}, "Text.", 4),
        ("\n\n---\na: b\n---\nText.", {"a": "b"}, "Text.", 6),
        ("---\n---\nText.", {}, "Text.", 3),
        ("---\na: b\n---", {"a": "b"}, "", 4),
        ("---\na: |\n  b\n  c\n---\nText.", {"a": "b\nc\n"}, "Text.", 6),
        ("Text.\n\n---\n\nMore.", {}, "Text.\n\n---\n\nMore.", 1),
        ("----\nText.\n----\n", {}, "----\nText.\n----\n", 1),
        ("  ---\na: b\n---\n", {}, "  ---\na: b\n---\n", 1),
        ("", {}, "", 1),
        ("---\na: b\n---\n\n---\na: c\ntitle: d\n  e\n---\nText.", {"a": "b", "title": "d e"}, "Text.", 10),
        ("---\na: b\n---\n---\nNote: text\n---\nMore.", {"a": "b"}, "---\nNote: text\n---\nMore.", 4),
        ("---\na: b\n---\n---\ntitle: d\n\nText.\n\n---\n", {"a": "b"}, "---\ntitle: d\n\nText.\n\n---\n", 4),
        ("```markdown\n---\na: b\n---\nText.\n\n```py\n1\n```\n```\n", {"a": "b"}, "Text.\n\n```py\n1\n```\n", 5),
        ("````markdown\n---\na: b\n---\nText.\n\n```py\n1\n```\n````\n", {"a": "b"}, "Text.\n\n```py\n1\n```\n", 5),
        ("```yaml\n---\ntitle: a\n---\n```\n\nText.\n", {"title": "a"}, "\nText.\n", 6),
        ("```yml\ntitle: a\n```\nText.\n", {"title": "a"}, "Text.\n", 4),
        ("```yaml\na: b\n```\nText.\n", {}, "```yaml\na: b\n```\nText.\n", 1),
        ("```yaml\ntitle: [\n```\nText.\n", {}, "```yaml\ntitle: [\n```\nText.\n", 1),
        ("```md\nText.\n```\n\nMore.\n", {}, "```md\nText.\n```\n\nMore.\n", 1),
        ("Here it is:\n\n```md\nText.\n```\n", {}, "Here it is:\n\n```md\nText.\n```\n", 1),
        ("Read this.\n\n```md\n# T\n```\n", {}, "Read this.\n\n```md\n# T\n```\n", 1),
        ("Here it is:\n\n```md\n---\na: b\n---\nText.\n```\n\nShall I go on?\n", {"a": "b"}, "Text.\n", 7),
        ("Sure! Here's the article:\n\n---\na: b\n---\nText.\n", {"a": "b"}, "Text.\n", 6),
        ("Here is the article for your news site:\n\n---\n\n# T\n", {}, "\n\n\n\n# T\n", 1),
        ("Certainly! Below is the article you asked for.\n\n---\n\n# T\n", {}, "\n\n\n\n# T\n", 1),
        ("Below is a post on models.\n\n# T\n", {}, "Below is a post on models.\n\n# T\n", 1),
        ("Here is what we know:\n\n# T\n", {}, "Here is what we know:\n\n# T\n", 1),
        ("Text.\n\n---\na: b\n---\n", {}, "Text.\n\n---\na: b\n---\n", 1),
        ('---json\n{"a": "b"}\n---\nText.', {"a": "b"}, "Text.", 4),
        ('\n  {\n    "a": "b",\n    "c": "d"\n  }\n\nText.', {"a": "b", "c": "d"}, "\nText.", 6),
        ('---toml\na = "b"\n---\nText.', {"a": "b"}, "Text.", 4),
        ('{\n  "a": "b",\n  "c": 1\n}\n\nText.', {"a": "b", "c": 1}, "\nText.", 5),
        ('{"a": "b"}\nText.', {"a": "b"}, "Text.", 2),
        ("{#id}\nText.", {}, "{#id}\nText.", 1),
        ('{{ "a" }}\nText.', {}, '{{ "a" }}\nText.', 1),
    ],
)
def test_splits(text, table, body, line):
    matter = split_matter(text)

    assert (table, body, line, None) == (data(matter), matter.body, matter.body_line, matter.error)


def test_front_matter_without_an_end_is_a_mistake_at_its_beginning():
    matter = split_matter("\n---\na: b\n\nText.")

    assert "the front matter that begins with --- never ends" == str(matter.error)
    assert (2, 1, 3) == (matter.error.line, matter.error.column, matter.error.width)


def test_front_matter_that_ends_with_more_than_three_signs():
    error = split_matter("---\ntitle: T\n-----\nText.\n").error

    assert ("the front matter that begins with --- never ends", "write --- in line 3, which has more than three") == (
        str(error),
        error.hint,
    )


def test_front_matter_that_ends_in_the_first_line_of_the_text_is_a_mistake_there():
    matter = split_matter("---\na: b\nc: <d>\n---## One\n\nText.")

    assert ("## One\n\nText.", 4) == (matter.body, matter.body_line)
    assert "more follows in the line that ends the front matter with ---" == str(matter.error)
    assert (4, 1, "break it after ---") == (matter.error.line, matter.error.column, matter.error.hint)


def test_the_text_is_there_in_spite_of_a_mistake():
    matter = split_matter('+++\na = "b\n+++\nText.')

    assert ("Text.", 2) == (matter.body, matter.error.line)


def test_a_mistake_in_json_stands_in_its_line():
    matter = split_matter('{\n  "a": "b"\n  "c": "d"\n}\nText.')

    assert ("Text.", 3, 3) == (matter.body, matter.error.line, matter.error.column)


def test_keys_that_stand_twice_are_named():
    matter = split_matter("---\na: 1\nb: 2\na: 3\n---\n")

    assert {"a": 1, "b": 2} == data(matter)
    assert [("a", 4, 1)] == [(entry.key, entry.line, entry.column) for entry in matter.duplicates]


def test_keys_that_say_the_same_twice_are_one():
    matter = split_matter("---\na: One\nb: '1'\nc: [1]\na: \"One\"\nb: 1\nc: [1]\n---\n")

    assert ["b", "c"] == [entry.key for entry in matter.duplicates]
