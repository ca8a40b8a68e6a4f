"""A file becomes an HTTP response: whole, a part of it, or the word that it has not changed."""

import os
from collections.abc import Iterator, Mapping
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from typing import BinaryIO

from starlette.responses import Response, StreamingResponse

from sitegen.base.digest import digest
from sitegen.base.noun import Noun
from sitegen.base.patterns import regex

_RANGE = regex(r"bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*")
_CHUNK = 1 << 18


class Entity(Noun):
    """What is sent, before anybody asks for a part of it."""

    type: str
    size: int
    etag: str
    """With its quotes."""
    modified: float
    """Seconds since the epoch."""
    data: bytes | BinaryIO
    """The bytes, or the open file: who opened it reads it whole, even when a build puts another in its place."""

    def close(self) -> None:
        """Close the file, where there is one."""
        if not isinstance(self.data, bytes):
            self.data.close()


def file_entity(path: Path, content_type: str) -> Entity:
    """Open a file. Raises OSError where it is gone."""
    file = path.open("rb")
    facts = os.fstat(file.fileno())
    return Entity(content_type, facts.st_size, f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"', facts.st_mtime, file)


def bytes_entity(data: bytes, content_type: str, modified: float) -> Entity:
    """Wrap bytes that were made for this answer."""
    return Entity(content_type, len(data), f'"{digest(data)}"', modified, data)


def reply(entity: Entity, headers: Mapping[str, str], *, status: int = 200, head: bool = False) -> Response:
    """Return the response to a GET or HEAD with these request headers, whose names are in lower case."""
    says = {
        "content-type": entity.type,
        "etag": entity.etag,
        "last-modified": formatdate(entity.modified, usegmt=True),
        "accept-ranges": "bytes",
    }
    if status != 200:
        return _body(entity, 0, entity.size, says, status=status, head=head)
    if _unchanged(entity, headers):
        entity.close()
        return Response(status_code=304, headers=says)
    part = _part(entity, headers)
    if part is None:
        return _body(entity, 0, entity.size, says, status=200, head=head)
    start, end = part
    if start >= end:
        entity.close()
        return Response(status_code=416, headers=says | {"content-range": f"bytes */{entity.size}"})
    says["content-range"] = f"bytes {start}-{end - 1}/{entity.size}"
    return _body(entity, start, end, says, status=206, head=head)


def _body(entity: Entity, start: int, end: int, says: dict[str, str], *, status: int, head: bool) -> Response:
    says["content-length"] = str(end - start)
    if head:
        entity.close()
        return Response(status_code=status, headers=says)
    if isinstance(entity.data, bytes):
        return Response(entity.data[start:end], status, headers=says)
    if end - start > _CHUNK:
        return StreamingResponse(_chunks(entity.data, start, end), status, headers=says)
    with entity.data as file:
        file.seek(start)
        return Response(file.read(end - start), status, headers=says)


def _chunks(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        while start < end and (chunk := file.read(min(_CHUNK, end - start))):
            start += len(chunk)
            yield chunk


def _unchanged(entity: Entity, headers: Mapping[str, str]) -> bool:
    if (tags := headers.get("if-none-match")) is not None:
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return bool(known & {entity.etag, "*"})
    since = _seconds(headers.get("if-modified-since", ""))
    return since is not None and int(entity.modified) <= since


def _part(entity: Entity, headers: Mapping[str, str]) -> tuple[int, int] | None:
    """Return the stretch that is asked for, an empty one where it cannot be had, or None for all of it.

    Several stretches at once are answered with the whole, as RFC 9110 allows.
    """
    match = _RANGE.fullmatch(headers.get("range", ""))
    if not match or not any(match.groups()):
        return None
    if (condition := headers.get("if-range")) is not None and condition != entity.etag:
        since = _seconds(condition)
        if since is None or since != int(entity.modified):
            return None
    first, last = match.groups()
    if not first:
        return max(entity.size - int(last), 0), entity.size
    if last and int(last) < int(first):
        return None
    return int(first), min(int(last) + 1, entity.size) if last else entity.size


def _seconds(date: str) -> float | None:
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, OverflowError):
        return None
