"""Small themes for the tests of templates."""

from sitegen.base.digest import digest
from sitegen.model.theme import Theme, ThemeFile


def theme(root, *rungs, settings=None):
    """Write each rung, (name, {template name: text}), below `root` and return the theme; the highest rung first."""
    templates = {}
    for rung, files in rungs:
        for name, text in files.items():
            path = f"{rung}/templates/{name}"
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
            file = ThemeFile(name, rung, path, digest(text.encode()), len(text))
            templates.setdefault(name, []).append(file)
    names = tuple(rung for rung, _ in rungs)
    return Theme(names, {name: tuple(files) for name, files in templates.items()}, {}, settings or {})
