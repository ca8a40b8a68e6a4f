"""jinja2 as this project uses it: the override chain, strict names with a hint, imports made for each page."""

import contextlib
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Undefined
from jinja2.utils import missing

from sitegen.base.noun import Noun
from sitegen.base.text import nearest
from sitegen.model.theme import Theme
from sitegen.render.memo import Memo
from sitegen.render.theme.closure import next_rung
from sitegen.render.theme.compiled import Calls, Writer, shown
from sitegen.render.view import View

_VALUES = "sitegen.model.context"
"""The module with all values that templates see."""


class Frame(Noun):
    """What the functions that templates call must know of the page being made."""

    view: View
    language: str
    names: tuple[str, ...]
    """Of the template's variables, for "did you mean"."""


FRAME: ContextVar[Frame] = ContextVar("frame")


class _Template(jinja2.Template):
    """A template whose imports are every page's own: the library would let the first page alone ask their questions."""

    environment: "Environment"

    def _get_default_module(self, ctx: Any = None) -> Any:  # noqa: ARG002  (the hook of the library)
        frame = FRAME.get()

        def make(view: View) -> Any:
            token = FRAME.set(Frame(view, frame.language, ()))
            try:
                return self.make_module()
            finally:
                FRAME.reset(token)

        return self.environment.memo.get(frame.view, ("module", self.name, frame.language), make)


class _Undefined(jinja2.StrictUndefined):
    """A name that nobody has, with the nearest that somebody has."""

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> Any:
        name = str(self._undefined_name)
        owner: object = self._undefined_obj
        known: Iterable[str]
        if owner is missing:
            message, known = f'"{name}" is not defined', FRAME.get().names
        else:
            message = f'{_noun(owner)} has no "{name}"'
            known = _fields(owner)
        error = jinja2.UndefinedError(self._undefined_hint or message)
        near = nearest(name, known)
        error.add_note(f"{name}\n{f'did you mean {chr(34)}{near}{chr(34)}?' if near else ''}")
        raise error

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = __contains__ = _fail_with_undefined_error
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _fail_with_undefined_error
    __call__ = __getitem__ = __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = _fail_with_undefined_error

    def __getattr__(self, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(name)
        return self._fail_with_undefined_error()


class Environment(jinja2.Environment):
    """Finds a template on the highest rung that has it, or on the next one down where a rung names its own."""

    template_class = _Template
    context_class = Calls
    code_generator_class = Writer

    def __init__(self, theme: Theme, memo: Memo, **options: Any) -> None:
        super().__init__(
            autoescape=True,
            undefined=_Undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
            cache_size=-1,
            optimized=False,
            **options,
        )
        self.memo = memo
        self.shown = shown
        self._theme = theme
        self._found: dict[tuple[str, str], str] = {}
        self._ready: dict[tuple[str, str | None], jinja2.Template] = {}

    def join_path(self, template: str, parent: str) -> str:
        """Return the name with the rung that it means, as seen from the template that names it."""
        known = self._found.get((template, parent))
        if known is None:
            rung, _, name = parent.rpartition("!")
            file = next_rung(self._theme, template, rung if name == template else None)
            known = self._found[template, parent] = f"{file.rung}!{template}" if file else template
        return known

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002
        """Return a template by its plain name or by that with a rung."""
        known = self._ready.get((name, parent)) if globals is None else None
        if known is not None:
            return known
        plain = parent is None and isinstance(name, str) and "!" not in name
        found = super().get_template(self.join_path(name, "") if plain else name, parent, globals)
        if globals is None:
            self._ready[name, parent] = found
        return found

    def make_globals(self, d: Any) -> Any:
        """Return plain globals: the library's chain of dictionaries is walked for every include."""
        return {**self.globals, **d} if d else self.globals


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates in a folder. What cannot be kept there is compiled again."""

    def dump_bytecode(self, bucket: Any) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def bytecode_cache(folder: Path) -> jinja2.BytecodeCache | None:
    """Return where compiled templates are kept, or None where nothing can be kept."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return _Compiled(str(folder))
    return None


def _fields(owner: object) -> tuple[str, ...]:
    if isinstance(owner, Mapping):
        return tuple(map(str, owner))
    kind = _kind(owner)
    return tuple(name for name in dir(kind if kind.__module__ == _VALUES else owner) if not name.startswith("_"))


def _noun(owner: object) -> str:
    """Return what theme authors call a value."""
    if owner is None or isinstance(owner, Undefined):
        return "nothing (none)"
    if isinstance(owner, Mapping):
        return "this table"
    kind = _kind(owner)
    return kind.__name__.removesuffix("View").lower() if kind.__module__ == _VALUES else kind.__name__


def _kind(owner: object) -> type:
    """Return the class that theme authors know, which another may make lazy; of any other value its own."""
    kinds = type(owner).__mro__
    return next((kind for kind in kinds if kind.__module__ == _VALUES), kinds[0])
