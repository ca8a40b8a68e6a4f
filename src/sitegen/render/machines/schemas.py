"""The JSON Schemas of the files under `api/`."""

from collections.abc import Mapping
from typing import get_args

from sitegen.model.site import Reason

VERSION = 1
"""Of the files' shape; it changes when a field goes or means something else, not when one is added."""

Schema = dict[str, object]

_TEXT: Schema = {"type": "string"}
_URL: Schema = {"type": "string", "format": "uri"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_WHEN: Schema = {"type": "string", "format": "date-time"}


def _or_null(schema: Schema) -> Schema:
    return {**schema, "type": [schema["type"], "null"]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def _file(name: str, title: str, row: Schema) -> Schema:
    return {
        "title": title,
        **_object({"version": {"const": VERSION}, "site": _TEXT, "url": _URL, name: _list(row)}),
    }


_RELATED = _object(
    {
        "id": _TEXT,
        "pinned": {"type": "boolean"},
        "reasons": {**_list(_TEXT), "description": "what both have in common, as `kind` says; may be empty"},
        "kind": {"enum": list(get_args(Reason))},
    }
)
_ARTICLE = _object(
    {
        "id": {**_TEXT, "description": "the path of the source below content/, without suffix"},
        "url": _URL,
        "title": _TEXT,
        "date": _WHEN,
        "updated": _or_null(_WHEN),
        "authors": _list(_TEXT),
        "section": _or_null(_TEXT),
        "tags": _list(_TEXT),
        "summary": _TEXT,
        "words": {**_COUNT, "description": "to the nearest hundred, and at least 50"},
        "minutes": {"type": "integer", "minimum": 1, "description": "reading time"},
        "language": {**_TEXT, "description": "BCP 47"},
        "license": _or_null(_URL),
        "faq": {**_COUNT, "description": "how many questions it answers"},
        "callouts": {**_list(_TEXT), "description": "kinds, in order of appearance"},
        "related": _list(_RELATED),
    }
)
_TERM: dict[str, Schema] = {
    "id": _TEXT,
    "name": _TEXT,
    "url": _URL,
    "description": _TEXT,
    "count": _COUNT,
    "feed": _or_null(_URL),
    "articles": {**_list(_TEXT), "description": "ids, newest first"},
}
_PARENT: Schema = {**_TEXT, "description": "id of the wider tag, whose articles are these and others"}

SCHEMAS: Mapping[str, Schema] = {
    "articles": _file("articles", "Articles, newest first", _ARTICLE),
    "tags": _file("tags", "Tags and their articles", _object({**_TERM, "parent": _or_null(_PARENT)})),
    "authors": _file(
        "authors",
        "Authors and their articles",
        _object({**_TERM, "type": _or_null(_TEXT), "role": _or_null(_TEXT)}),
    ),
}
