"""Other hosts are asked politely, and are believed only where they are sure."""

import socket
from ssl import SSLError

import pytest
from tests.kit.host import host

from sitegen.engine import visits
from sitegen.engine.visits import Answer, visit_all


@pytest.fixture
def there():
    with host() as served:
        yield served


@pytest.fixture(autouse=True)
def names(monkeypatch):
    """Let no name lead out of this machine: some are unknown, and of others nobody can be asked."""
    real = socket.getaddrinfo

    def look_up(name, *rest, **more):
        if name == "127.0.0.1":
            return real(name, *rest, **more)
        raise socket.gaierror(socket.EAI_NONAME if "gone" in name else socket.EAI_AGAIN, "no answer")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def told(*urls):
    return {url.partition("//")[2].partition("/")[2] or url: answer for url, answer in visit_all(urls)}


def test_what_is_there_has_no_fault_wherever_it_has_moved_and_whatever_it_is_asked_with(there):
    good = Answer(heard=True)

    assert {"good": good, "moved": good, "only-get": good} == told(
        *(f"{there.url}/{path}" for path in ("good", "moved", "only-get"))
    )
    assert ["HEAD /good", "HEAD /moved"] == there.asked[:2]


def test_only_what_nobody_finds_is_gone(there):
    answers = told(*(f"{there.url}/{path}" for path in ("gone", "removed", "members", "broken")))

    assert {
        "gone": ("it answers 404 Not Found", True),
        "removed": ("it answers 410 Gone", True),
        "members": ("it answers 403 Forbidden", False),
        "broken": ("it answers 500 Internal Server Error", False),
    } == {path: (answer.fault, answer.gone) for path, answer in answers.items()}


def test_a_host_that_is_asked_too_much_is_asked_no_more(there):
    answers = told(*(f"{there.url}/{path}" for path in ("busy", "good", "gone")))

    assert {"it answers 429 Too Many Requests"} == {answer.fault for answer in answers.values()}
    assert ["HEAD /busy"] == there.asked


def test_a_host_that_does_not_exist_takes_its_links_with_it(there):
    answers = told(f"{there.url}/good", "http://gone.test/a", "http://gone.test/b")

    assert [("there is no such host", True)] * 2 == [(answers[path].fault, answers[path].gone) for path in "ab"]


def test_what_a_redirect_leads_to_says_nothing_of_the_host_that_leads_there(there):
    answers = told(*(f"{there.url}/{path}" for path in ("to-no-host", "good", "gone")))

    assert {
        "to-no-host": Answer("it leads to a host that does not exist", gone=True, heard=True),
        "good": Answer(heard=True),
        "gone": Answer("it answers 404 Not Found", gone=True, heard=True),
    } == answers


def test_hosts_are_asked_as_a_browser_asks_them(there):
    good = Answer(heard=True)

    assert {"cookie": good, "pages": good} == told(f"{there.url}/cookie", f"{there.url}/pages")


def test_a_host_that_knows_no_head_is_asked_again_and_pages_that_lead_on_are_not_read(there):
    good = Answer(heard=True)

    assert {"no-head": good, "no-end": good} == told(f"{there.url}/no-head", f"{there.url}/no-end")


def test_an_address_that_leads_to_itself_is_called_that(there):
    assert {"circle": Answer("it leads on without end", heard=True)} == told(f"{there.url}/circle")


def test_a_visit_comes_to_an_end(there, monkeypatch):
    monkeypatch.setattr(visits, "_LIMIT", 0.05)

    assert {"slow": Answer("it takes more than a minute")} == told(f"{there.url}/slow")


def test_nothing_is_gone_where_a_proxy_is_that_does_not_exist(there, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://gone.test:3128")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    answers = told(f"{there.url}/good", "http://there.test/a")

    assert {"good": Answer(heard=True), "a": Answer("no answer")} == answers


@pytest.mark.parametrize(
    ("code", "more", "said"),
    [
        ("CERTIFICATE_VERIFY_FAILED", {"verify_message": "certificate has expired"}, "certificate has expired"),
        ("WRONG_VERSION_NUMBER", {}, "wrong version number"),
    ],
)
def test_what_is_wrong_with_a_secure_connection_is_said_in_few_words(monkeypatch, code, more, said):
    fault = SSLError(1, f"[SSL: {code}] as OpenSSL puts it (_ssl.c:1006)")
    fault.reason = code
    vars(fault).update(more)

    def look_up(*_, **__):
        raise fault

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    assert [Answer(f"a secure connection fails: {said}")] == list(told("http://a.test/").values())


def test_a_user_in_an_address_is_not_part_of_its_host(there):
    user = there.url.replace("//", "//user:word@")

    assert [Answer(heard=True)] == list(told(f"{user}/good").values())


def test_hosts_with_letters_of_any_script_are_looked_up_as_browsers_do(there, monkeypatch):
    asked = []

    def look_up(name, *_, **__):
        asked.append(name)
        raise socket.gaierror(socket.EAI_AGAIN, "no answer")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    told("http://Stra\xdfe.example/", "http://b\xfccher.example:8000/")

    assert {"xn--strae-oqa.example", "xn--bcher-kva.example"} == set(asked)


def test_nothing_is_gone_where_nobody_answers_at_all():
    assert [False, False] == [answer.gone for _, answer in visit_all(["http://gone.test/a", "http://silent.test/"])]


def test_addresses_are_sent_as_the_network_has_them(there):
    told(f"{there.url}/good?q=caf\xe9 au lait#part", "http://\ud800.test/")

    assert ["HEAD /good?q=caf%C3%A9%20au%20lait"] == there.asked


def test_whoever_asks_may_lose_interest(there):
    visits = visit_all(f"{there.url}/good?{number}" for number in range(3))
    next(visits)
    visits.close()

    assert 3 >= len(there.asked)
