from sitegen.model.context import Link
from sitegen.render.licenses import license_link


def test_a_licence_is_a_link_where_it_is_one():
    assert Link("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/") == license_link("CC-BY-4.0")
    assert license_link("All rights reserved") is None
