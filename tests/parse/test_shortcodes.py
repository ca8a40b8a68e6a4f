"""A shortcode is told with what to write instead."""

import pytest
from tests.kit.parsing import front


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{% highlight ruby %}", "put ``` and the language above the code, and ``` below it"),
        ("{%- endhighlight -%}", "put ``` and the language above the code, and ``` below it"),
        ("see {% post_url 2026-11-20-x %}", "write the path of the article's file: [text](../other-article.md)"),
        ('see {{< ref "x.md" >}}', "write the path of the article's file: [text](../other-article.md)"),
        ("see {{ site.baseurl }}/x/", "leave it out: a path that begins with / is an address of the site"),
        ("see {{ '/x/' | relative_url }}", "leave it out: a path that begins with / is an address of the site"),
        ('see {{< figure src="x" >}}', "write ![what it shows](file.png)"),
        (f'see {{{{< figure src="x" caption="{80 * "x"}" >}}}}', "write ![what it shows](file.png)"),
        ("{{< youtube x >}}", "write a link to the film, or its <iframe>"),
        ('{{<video src="x">}}', "write a link to the film, or its <iframe>"),
        ('[caption width="300"]A desk[/caption]', 'write ![what it shows](file.png "the caption")'),
        ('[youtube id="x"]', "write a link to the film, or its <iframe>"),
        ("see [[Open weights]] there", "write the path of the article's file: [text](../other-article.md)"),
        ("import Tabs from '@theme/Tabs';", "remove it: articles hold no components"),
        ("It is so.【4†source】", "write the source as a link, or remove what the chat assistant left"),
        ("It is turn0search1.", "write the source as a link, or remove what the chat assistant left"),
        ("Sure! Here's your article:", "remove it"),
        ("By [Your Name]", "write what belongs there, or remove it"),
        ("[Insert image of a ward here]", "write what belongs there, or remove it"),
        ("Here's a polished version of your article, ready to publish:", "remove it"),
        ("Would you like me to shorten it?", "remove it"),
        ("[[TOC]]", "remove it: the page lists the headings beside the text"),
        ("{:toc}", "remove it: the page lists the headings beside the text"),
        ("{% comment %}", "remove it, or write <!-- and --> around it"),
        ("{% endcomment %}", "remove it: nothing opens it"),
        ("see {% raw %}", "remove it: nothing is expanded here"),
        ("Text.\n{: .lead}", "remove it: {#id .class} can stand behind a heading, a link or an image"),
        ('{::options toc_levels="2" /}', "remove it: nothing here reads it"),
        ("!!! note", "write > [!NOTE] above the text, and > before each of its lines"),
        ("{{ page.title }}", "write it in Markdown or HTML, or put it in code"),
        ("{% include linked.html %}", "write it in Markdown or HTML, or put it in code"),
    ],
)
def test_a_hint(text, hint):
    (found,) = front("", text).article.diagnostics

    assert ("parse/shortcode", hint) == (found.code, found.hint)


@pytest.mark.parametrize(
    "text",
    [
        "Send a mail with the subject: [Your Name] and the year.",
        "Press [Insert] twice.",
        "Here's how your post reaches readers.",
        "Here is where your article goes. The rest of the text follows.",
    ],
)
def test_prose_that_only_sounds_so_is_not_told(text):
    assert () == front("", text).article.diagnostics
