"""Addresses with what a template was to fill in at their beginning are filled in, or stay as they are."""

import pytest

from sitegen.base.templated import MARKED, filled_in


@pytest.mark.parametrize(
    ("target", "filled"),
    [
        ("a.md", "a.md"),
        ("{{ site.baseurl }}/a/", "/a/"),
        ("{{site.url}}{{site.baseurl}}a.png", "/a.png"),
        ("{{ .Site.BaseURL }}", "/"),
        ('{{ "a/#part" | relative_url }}', "/a/#part"),
        ("{{ 'https://x.example/' | absolute_url }}", "https://x.example/"),
        ("{{ site.baseurl }}{% link b.md %}?x=1", "/b.md?x=1"),
        ("{% post_url 2026-01-02-a %}", "/_posts/2026-01-02-a.md"),
        ('{{< ref "news/a#part" >}}', "/news/a.md#part"),
        ('{{% relref path="news/a" %}}', "/news/a.md"),
        ('{{< ref path="a" lang="fr" >}}', '{{< ref path="a" lang="fr" >}}'),
        ("{{ page.url }}", "{{ page.url }}"),
        ("{{ site.url }}/{{ page.slug }}/", "{{ site.url }}/{{ page.slug }}/"),
        ("https://x.example/?of={{ site.url }}", "https://x.example/?of={{ site.url }}"),
    ],
)
def test_fills_in_what_is_known(target, filled):
    assert filled == filled_in(target)


def test_finds_an_address_from_its_first_mark_to_its_end():
    text = "[a]({{ site.url }}/a/#b) and <a href='{% link c.md %}'>"

    assert ["{{ site.url }}/a/#b", "{% link c.md %}"] == MARKED.findall(text)
