"""Bylines become names."""

import pytest

from sitegen.parse.people import name_or_names, names_in, split_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Policy Desk", ["Policy Desk"]),
        ("By X, Y", ["X", "Y"]),
        ("by: Ana Lima", ["Ana Lima"]),
        ("A, B and C", ["A", "B", "C"]),
        ("A, B, and C", ["A", "B", "C"]),
        ("مكتب الأخبار، مكتب العلوم", ["مكتب الأخبار", "مكتب العلوم"]),
        ("政治部、科学部", ["政治部", "科学部"]),
        ("A & B", ["A", "B"]),
        ("Anas Awadalla* and Irena Gao*", ["Anas Awadalla", "Irena Gao"]),
        ("Ana Lima†, Bo Li¹", ["Ana Lima", "Bo Li"]),
        ("Ana Lima, PhD, and Bo Li", ["Ana Lima, PhD", "Bo Li"]),
        ("Bo Li, Jr.", ["Bo Li, Jr."]),
        ("News and Analysis Desk", ["News and Analysis Desk"]),
        ("Ana Lima and the Policy Desk", ["Ana Lima", "Policy Desk"]),
        ("Ana Lima <ana@example.org>", ["Ana Lima"]),
        ("Byron Andes", ["Byron Andes"]),
        ("[Ana Lima](https://example.org/@ana), Bo Li", ["Ana Lima", "Bo Li"]),
        ('<a href="https://example.org/a,b">Ana Lima</a> and Bo Li', ["Ana Lima", "Bo Li"]),
        ("<b>Ana Lima</b><sup>1,2</sup> and Bo Li <br>", ["Ana Lima", "Bo Li"]),
        ("Ana Lima und Bo Li", ["Ana Lima", "Bo Li"]),
        ("Ana Lima, Bo Li et Mara Ek", ["Ana Lima", "Bo Li", "Mara Ek"]),
        ("Ana Ortega y Gasset", ["Ana Ortega y Gasset"]),
        ("Institut für Politik und Gesellschaft Nord", ["Institut für Politik und Gesellschaft Nord"]),
        ("Ana Lima (Policy Desk, Ghent), Bo Li", ["Ana Lima (Policy Desk, Ghent)", "Bo Li"]),
        ("A, A", ["A"]),
        (" , ", []),
        ("", []),
    ],
)
def test_a_byline(text, expected):
    assert expected == list(split_names(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Lima, Security lead", ["Ana Lima"]),
        ("Ana Lima, Head of Data, Bo Li, Senior Designer", ["Ana Lima", "Bo Li"]),
        ("Ana Lima, Anthony Head", ["Ana Lima", "Anthony Head"]),
        ("Desk, Editor", ["Desk", "Editor"]),
        ("Ana Lima; Chief Editor", ["Ana Lima", "Chief Editor"]),
    ],
)
def test_what_somebody_does_is_no_name(text, expected):
    assert expected == list(names_in(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Lima", ["Ana Lima"]),
        ("Ana Lima and Bo Li", ["Ana Lima", "Bo Li"]),
        ("Jakub Beránek, Jack Huey and Paul Lenz", ["Jakub Beránek", "Jack Huey", "Paul Lenz"]),
        ("Felix Klock, Mark Rousskov", ["Felix Klock", "Mark Rousskov"]),
        ("Eric, Felix, Joel and Mara", ["Eric", "Felix", "Joel", "Mara"]),
        ("Eric Huss & TC", ["Eric Huss", "TC"]),
        ("Ana Lima och Bo Li", ["Ana Lima", "Bo Li"]),
        ("davidtwco and wesleywiser", ["davidtwco", "wesleywiser"]),
        ("Ana Lima and the Governance Group", ["Ana Lima", "Governance Group"]),
        ("Security and Infrastructure Team", ["Security and Infrastructure Team"]),
        ("Trust and Safety", ["Trust and Safety"]),
        ("Jane Lusby, Project Director of Collaboration", ["Jane Lusby, Project Director of Collaboration"]),
        ("Jane Lusby, on behalf of the team", ["Jane Lusby, on behalf of the team"]),
        ("The Survey Group in partnership with a foundation", ["The Survey Group in partnership with a foundation"]),
        ("Ana Lima, PhD", ["Ana Lima, PhD"]),
        ("Ana Lima ([@ana](https://example.org/ana))", ["Ana Lima"]),
    ],
)
def test_one_entry_of_a_list(text, expected):
    assert expected == list(name_or_names(text))
