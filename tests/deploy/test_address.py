import pytest

from sitegen.deploy.address import is_public, own_domain, read_github


@pytest.mark.parametrize(
    "remote",
    [
        "git@github.com:desk/weights.git",
        "github.com:desk/weights",
        "ssh://git@github.com/desk/weights.git",
        "ssh://git@ssh.github.com:443/desk/weights.git",
        "https://github.com/desk/weights",
        "https://github.com/desk/weights.git/",
        "https://x-access-token:ghs_1@github.com/desk/weights.git",
        "git://github.com/desk/weights.git",
        "HTTPS://GitHub.com/desk/weights",
    ],
)
def test_remotes_on_github_are_read(remote):
    found = read_github(remote)
    assert found is not None
    assert ("desk", "weights") == (found.owner, found.name)
    assert "https://desk.github.io/weights/" == found.url
    assert "https://github.com/desk/weights" == found.page


@pytest.mark.parametrize(
    "remote",
    [
        "/srv/weights.git",
        "../weights.git",
        "git@gitlab.com:desk/weights.git",
        "https://notgithub.com/desk/weights",
        "https://github.com/desk",
    ],
)
def test_remotes_elsewhere_are_not(remote):
    assert read_github(remote) is None


@pytest.mark.parametrize("name", ["Desk.github.io", "desk.github.io"])
def test_the_page_of_a_user_stands_at_the_root(name):
    found = read_github(f"git@github.com:Desk/{name}.git")
    assert found is not None
    assert "https://desk.github.io/" == found.url


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://weights.press/", "weights.press"),
        ("https://www.Weights.press", "www.weights.press"),
        ("https://weights.press/blog/", ""),
        ("https://desk.github.io/", ""),
        ("http://localhost:8000/", ""),
    ],
)
def test_a_domain_of_its_own_is_claimed_as_a_whole(url, domain):
    assert domain == own_domain(url)


@pytest.mark.parametrize(
    ("url", "public"),
    [
        ("https://weights.press/", True),
        ("https://xn--bcher-kva.de/", True),
        ("http://localhost:8000/", False),
        ("http://127.0.0.1/", False),
        ("https://news.example/", False),
        ("https://newsroom/", False),
        ("https://printer.local/", False),
    ],
)
def test_what_others_can_reach_is_known(url, public):
    assert public == is_public(url)
