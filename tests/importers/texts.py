"""Show a text in Markdown with what a person should look at, one a line: `! 3: a script`."""

from sitegen.importers.elements import markdown
from sitegen.importers.nouns import Text


def made(text: Text) -> str:
    done = markdown(text, lambda href: (href, ""), str)
    return f"{done.markdown}\n" + "".join(f"! {line}: {what}\n" for line, what in done.findings)
