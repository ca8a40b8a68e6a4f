"""Answers are whole, in part, or the word that nothing has changed."""

import asyncio

import pytest

from sitegen.serve.reply import bytes_entity, file_entity, reply

LETTERS = b"abcdefghijklmnopqrstuvwxyz"
MODIFIED = 1_700_000_000.5
DATE = "Tue, 14 Nov 2023 22:13:20 GMT"


def letters():
    return bytes_entity(LETTERS, "text/plain", MODIFIED)


def ask(entity, **options):
    """Return status, headers and body."""
    headers = {name.replace("_", "-"): value for name, value in options.pop("headers", {}).items()}
    response = reply(entity, headers, **options)
    sent = []

    async def send(message):
        sent.append(message)

    async def receive():
        await asyncio.sleep(3600)

    scope = {"type": "http", "asgi": {"spec_version": "2.4"}}
    asyncio.run(response(scope, receive, send))
    names = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], names, b"".join(message.get("body", b"") for message in sent[1:])


def test_bytes_are_answered_whole():
    status, headers, body = ask(letters())

    assert (200, LETTERS) == (status, body)
    assert {
        "content-type": "text/plain",
        "content-length": "26",
        "accept-ranges": "bytes",
        "last-modified": DATE,
        "etag": letters().etag,
    } == headers


def test_head_has_the_headers_alone():
    status, headers, body = ask(letters(), head=True)

    assert (200, "26", b"") == (status, headers["content-length"], body)


@pytest.mark.parametrize(
    ("wanted", "part", "said"),
    [
        ("bytes=0-2", b"abc", "bytes 0-2/26"),
        ("bytes=24-", b"yz", "bytes 24-25/26"),
        ("bytes=-3", b"xyz", "bytes 23-25/26"),
        ("bytes=-99", LETTERS, "bytes 0-25/26"),
        ("bytes=20-99", b"uvwxyz", "bytes 20-25/26"),
    ],
)
def test_a_part_is_answered_alone(wanted, part, said):
    status, headers, body = ask(letters(), headers={"range": wanted})

    assert (206, part, said, str(len(part))) == (status, body, headers["content-range"], headers["content-length"])


@pytest.mark.parametrize("wanted", ["bytes=26-", "bytes=99-100", "bytes=-0"])
def test_a_part_that_is_not_there_cannot_be_had(wanted):
    status, headers, body = ask(letters(), headers={"range": wanted})

    assert (416, "bytes */26", b"") == (status, headers["content-range"], body)


@pytest.mark.parametrize(
    "wanted", ["bytes=5-2", "bytes=a-b", "bytes=-", "lines=0-1", "bytes=0-1,3-4", "bytes=" + "9" * 5000 + "-", ""]
)
def test_a_wish_that_cannot_be_read_gets_the_whole(wanted):
    assert (200, LETTERS) == ask(letters(), headers={"range": wanted})[::2]


@pytest.mark.parametrize(
    ("condition", "status"),
    [(letters().etag, 206), (DATE, 206), ('"another"', 200), ("Tue, 14 Nov 2023 22:13:19 GMT", 200), ("rubbish", 200)],
)
def test_a_part_depends_on_what_the_reader_has(condition, status):
    assert status == ask(letters(), headers={"range": "bytes=0-1", "if_range": condition})[0]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"if_none_match": letters().etag}, 304),
        ({"if_none_match": f'"x", W/{letters().etag}'}, 304),
        ({"if_none_match": "*"}, 304),
        ({"if_none_match": '"x"'}, 200),
        ({"if_modified_since": DATE}, 304),
        ({"if_modified_since": "Tue, 14 Nov 2023 22:13:19 GMT"}, 200),
        ({"if_modified_since": "yesterday"}, 200),
        ({"if_none_match": '"x"', "if_modified_since": DATE}, 200),
        ({"if_none_match": letters().etag, "range": "bytes=0-1"}, 304),
    ],
)
def test_what_the_reader_has_already_is_not_sent(headers, status):
    assert status == ask(letters(), headers=headers)[0]


def test_what_is_missing_is_sent_whole_whatever_is_asked():
    headers = {"range": "bytes=0-1", "if_none_match": "*"}

    assert (404, LETTERS) == ask(letters(), status=404, headers=headers)[::2]


@pytest.mark.parametrize("size", [0, 10, 1_000_000])
def test_a_file_of_any_size_is_answered_whole(tmp_path, size):
    file = tmp_path / "film.mp4"
    file.write_bytes(bytes(range(250)) * (size // 250))

    assert (200, file.read_bytes()) == ask(file_entity(file, "video/mp4"))[::2]


def test_a_part_of_a_large_file_is_streamed(tmp_path):
    file = tmp_path / "film.mp4"
    file.write_bytes(bytes(range(250)) * 4000)

    status, headers, body = ask(file_entity(file, "video/mp4"), headers={"range": "bytes=100-799999"})

    assert (206, "bytes 100-799999/1000000") == (status, headers["content-range"])
    assert file.read_bytes()[100:800_000] == body


def test_a_file_that_is_replaced_meanwhile_is_read_as_it_was(tmp_path):
    file = tmp_path / "page.txt"
    file.write_bytes(b"old text")
    entity = file_entity(file, "text/plain")
    new = tmp_path / "new"
    new.write_bytes(b"another text")
    new.replace(file)

    assert b"old text" == ask(entity)[2]
