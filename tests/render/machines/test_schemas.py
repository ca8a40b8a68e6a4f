import jsonschema
import pytest

from sitegen.render.machines.schemas import SCHEMAS


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_one_and_asks_for_every_field(name):
    schema = SCHEMAS[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    row = schema["properties"][name]["items"]

    assert set(row["properties"]) == set(row["required"])
    assert not jsonschema.Draft202012Validator(schema).is_valid({"version": 2, "site": "", "url": "", name: []})
    assert jsonschema.Draft202012Validator(schema).is_valid({"version": 1, "site": "", "url": "", name: []})
