"""Find texts of the interface that a site changes in vain: nothing asks for them, or fills what they name."""

from collections.abc import Callable, Iterator, Sequence

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.languages import is_language
from sitegen.base.patterns import regex
from sitegen.base.text import nearest
from sitegen.base.toml import Document, TomlError, read_toml
from sitegen.model.theme import Theme, ThemeFile
from sitegen.render.theme.closure import STRINGS

_FORM = regex(r"_(?:zero|one|two|few|many)$")
_VALUE = regex(r"\{(\w+)\}")
_ENGLISH = f"{STRINGS}en.toml"
_TABLE = "dates"


def lost_texts(theme: Theme, read: Callable[[ThemeFile], str]) -> Iterator[Diagnostic]:
    """Yield each text with a slip in its name or in that of a value; `read` gives a file's text."""
    own = [files[0] for name, files in theme.templates.items() if name.startswith(STRINGS) and files[0].own]
    if not own:
        return
    known = _texts(theme.templates[_ENGLISH][-1], read).values if _ENGLISH in theme.templates else {}
    used = "\n".join(read(file) for files in theme.templates.values() for file in files if file not in own)
    for file in own:
        language = file.name.removeprefix(STRINGS).removesuffix(".toml")
        if not is_language(language):
            hint = 'name it after a language, as in "en.toml" or "pt-BR.toml"'
            yield problem("render/lost-text", f'"{language}" is not a language code (BCP 47)', Span(file.path), hint)
            continue
        document = _texts(file, read)
        for key, text in document.values.items():
            meant = known.get(key, known.get(_FORM.sub("", key)))
            if key == _TABLE:
                continue
            if meant is not None:
                yield from _unfilled(str(text), _VALUE.findall(str(meant)), document.value((key,)))
            elif f'"{key}"' not in used and f"'{key}'" not in used and (near := nearest(key, known)):
                message = f'no template shows a text "{key}"'
                yield problem("render/lost-text", message, document.key((key,)), f'did you mean "{near}"?')


def _unfilled(text: str, values: Sequence[str], span: Span) -> Iterator[Diagnostic]:
    """Yield each value that a text names and nothing gives it; `values` are those that it has."""
    for value in _VALUE.findall(text):
        if value not in values and value != "count":
            near = nearest(value, values)
            hint = f'did you mean "{{{near}}}"?' if near else f"it has {', '.join(values) or 'none'}"
            yield problem("render/lost-text", f'nothing fills "{{{value}}}" in this text', span, hint)


def _texts(file: ThemeFile, read: Callable[[ThemeFile], str]) -> Document:
    try:
        return read_toml(read(file).encode(), file.path)
    except TomlError:  # told where a page is made
        return Document(file.path, {})
