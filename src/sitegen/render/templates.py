"""Turn a theme's templates into HTML: the jinja2 environment, its override chain, and its errors as diagnostics."""

import contextlib
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Undefined
from markupsafe import Markup

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.text import nearest
from sitegen.model.config import Config
from sitegen.model.theme import Theme
from sitegen.render.closure import next_rung, read_template
from sitegen.render.filters import FILTERS, LOCALISED
from sitegen.render.memo import Memo
from sitegen.render.strings import Strings, read_strings
from sitegen.render.urls import absolute, href
from sitegen.render.view import View


@dataclass(frozen=True, slots=True)
class Frame:
    """What the functions that templates call must know of the page being made."""

    view: View
    language: str
    names: tuple[str, ...]
    """Of the template's variables, for "did you mean"."""
    modules: dict[str, Any] = field(default_factory=dict)
    """Templates imported by this page: each runs once for every page, so that each page asks its own questions."""


_FRAME: ContextVar[Frame] = ContextVar("frame")


class TemplateError(Exception):
    """A page cannot be made, because of a template; carries the one diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Templates:
    """The templates of one theme, compiled when first used. One per process."""

    def __init__(
        self,
        theme: Theme,
        config: Config,
        filters: Mapping[str, Callable[..., object]],
        *,
        memo: Memo,
        cache: Path | None = None,
    ) -> None:
        self._theme = theme
        self._root = config.root
        self._config = config
        self._memo = memo
        self._strings: dict[str, Strings] = {}
        self._environment = _Environment(
            theme,
            loader=jinja2.FunctionLoader(self._source),
            bytecode_cache=_bytecode_cache(cache),
        )
        self._environment.filters.update(FILTERS)
        self._environment.filters.update({name: self._localised(filter_) for name, filter_ in LOCALISED.items()})
        self._environment.filters["absolute"] = lambda address: absolute(config, str(address))
        self._environment.filters.update(filters)
        self._environment.globals.update(
            asset=self._asset, t=self._translate, part=self._part, number=self._environment.filters["number"]
        )

    def render(self, name: str, frame: Frame, values: Mapping[str, object]) -> str:
        """Return the page; raises TemplateError where the template is missing or wrong."""
        token = _FRAME.set(frame)
        try:
            template = self._environment.get_template(name)
            return template.render(values)
        except TemplateError:
            raise
        except Exception as error:
            raise TemplateError(self._explained(error, name)) from error
        finally:
            _FRAME.reset(token)

    def strings(self, language: str) -> Strings:
        """Return the words of the interface in a language."""
        if language not in self._strings:
            self._strings[language] = read_strings(language, self._theme, lambda file: read_template(file, self._root))
        return self._strings[language]

    def _source(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        rung, _, plain = name.rpartition("!")
        for file in self._theme.templates.get(plain, ()):
            if not rung or file.rung == rung:
                return read_template(file, self._root), file.path, lambda: True
        return None

    def _asset(self, name: str) -> str:
        address = _FRAME.get().view.static(name.lstrip("/"))
        if address is None:
            near = nearest(name, self._theme.statics)
            raise _Refused(
                f'the theme has no static file "{name}"',
                f'did you mean "{near}"?' if near else "put it into the theme's static/ folder",
                name,
            )
        return href(self._config, address)

    def _part(self, name: str, **values: object) -> Markup:
        """Return a template made with these values only, once for all pages that give it the same ones."""
        frame = _FRAME.get()

        def make(view: View) -> Markup:
            token = _FRAME.set(Frame(view, frame.language, tuple(values)))
            try:
                view.template(name)
                return Markup(self._environment.get_template(name).render(values))  # noqa: S704  (a template's HTML)
            finally:
                _FRAME.reset(token)

        return self._memo.get(frame.view, ("part", name, frame.language, *values.items()), make)

    def _translate(self, key: str, **values: object) -> str:
        language = _FRAME.get().language
        strings = self.strings(language)
        said = strings.say(key, values)
        if said is None:
            near = nearest(key, strings.keys)
            raise _Refused(
                f'no text is called "{key}"', f'did you mean "{near}"?' if near else "add it to strings/en.toml", key
            )
        return said

    def _localised(self, function: Callable[..., object]) -> Callable[..., object]:
        def localised(value: object, *arguments: object, **named: object) -> object:
            language = named.pop("language", "") or _FRAME.get().language
            return function(value, self.strings(str(language)), *arguments, **named)

        return localised

    def _explained(self, error: Exception, name: str) -> Diagnostic:
        if isinstance(error, jinja2.TemplateSyntaxError):
            span = Span(error.filename or name, error.lineno)
            hint = "look for a {{ }} or {% %} that is not closed, here or above"
            return problem("render/template-syntax", _lower(error.message or "it cannot be compiled"), span, hint)
        span = self._place(error, name)
        if isinstance(error, jinja2.TemplatesNotFound | jinja2.TemplateNotFound):
            missing = (error.message if isinstance(error, jinja2.TemplatesNotFound) else error.name) or name
            missing = missing.rpartition("!")[2]
            near = nearest(missing, self._theme.templates)
            hint = f'did you mean "{near}"?' if near else "add it to templates/ or to the theme"
            return problem("render/no-template", f'no rung of the theme has a template "{missing}"', span, hint)
        if isinstance(error, _Refused):
            return problem("render/template-error", str(error), self._underlined(span, error.word), error.hint)
        if isinstance(error, jinja2.UndefinedError):
            word, _, hint = str(error.__notes__[0] if hasattr(error, "__notes__") else "").partition("\n")
            return problem("render/template-error", _lower(str(error)), self._underlined(span, word), hint)
        said = _lower(str(error)) or type(error).__name__
        return problem("render/template-error", f"{said} ({type(error).__name__})", span)

    def _place(self, error: Exception, name: str) -> Span:
        """Return the deepest line of a template that the error passed through."""
        paths = {file.path for rungs in self._theme.templates.values() for file in rungs}
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename in paths:
                return Span(frame.filename, frame.lineno or 0)
        files = self._theme.templates.get(name, ())
        return Span(files[0].path if files else self._config.file)

    def _underlined(self, span: Span, word: str) -> Span:
        """Return the span with the column at which a word stands in its line."""
        file = next((f for fs in self._theme.templates.values() for f in fs if f.path == span.path), None)
        if file is None or not word or not span.line:
            return span
        lines = read_template(file, self._root).splitlines()
        line = lines[span.line - 1] if span.line <= len(lines) else ""
        column = line.find(word) + 1
        return Span(span.path, span.line, column, len(word)) if column else span


class _Refused(Exception):  # noqa: N818  (it never leaves this module)
    """A function that a template called will not do it."""

    def __init__(self, message: str, hint: str, word: str) -> None:
        super().__init__(message)
        self.hint = hint
        self.word = word


class _Template(jinja2.Template):
    """A template that is imported anew by every page: the library would keep what the first page made of it."""

    def _get_default_module(self, ctx: Any = None) -> Any:  # noqa: ARG002  (the library's own hook)
        modules = _FRAME.get().modules
        name = str(self.name)
        if name not in modules:
            modules[name] = self.make_module()
        return modules[name]


class _Undefined(jinja2.StrictUndefined):
    """A name that nobody has, with the nearest that somebody has."""

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> Any:
        name = str(self._undefined_name)
        owner: object = self._undefined_obj
        known: Iterable[str]
        if owner is jinja2.runtime.missing:  # type: ignore[attr-defined]
            message, known = f'"{name}" is not defined', _FRAME.get().names
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


class _Environment(jinja2.Environment):
    """Finds a template on the highest rung that has it, or on the next one down where a rung names its own."""

    template_class = _Template

    def __init__(self, theme: Theme, **options: Any) -> None:
        super().__init__(
            autoescape=True,
            undefined=_Undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
            cache_size=-1,
            **options,
        )
        self._theme = theme
        self._found: dict[tuple[str, str], str] = {}

    def join_path(self, template: str, parent: str) -> str:
        known = self._found.get((template, parent))
        if known is None:
            rung, _, name = parent.rpartition("!")
            file = next_rung(self._theme, template, rung if name == template else None)
            known = self._found[template, parent] = f"{file.rung}!{template}" if file else template
        return known

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002
        if parent is None and isinstance(name, str) and "!" not in name:
            name = self.join_path(name, "")
        return super().get_template(name, parent, globals)

    def make_globals(self, d: Any) -> Any:
        """Return plain globals: the library's chain of dictionaries is walked for every include."""
        return {**self.globals, **d} if d else self.globals


def _bytecode_cache(folder: Path | None) -> jinja2.BytecodeCache | None:
    if folder is None:
        return None
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return jinja2.FileSystemBytecodeCache(str(folder))
    return None


def _fields(owner: object) -> tuple[str, ...]:
    if isinstance(owner, Mapping):
        return tuple(map(str, owner))
    return tuple(name for name in dir(owner) if not name.startswith("_"))


def _noun(owner: object) -> str:
    """Return how the theme guide calls a value."""
    if owner is None or isinstance(owner, Undefined):
        return "nothing (none)"
    return type(owner).__name__


def _lower(message: str) -> str:
    """Return the message as we write ours; the name of a class keeps its capital."""
    is_name = message.partition(" ")[0][1:] != message.partition(" ")[0][1:].lower()
    return (message[:1] if is_name else message[:1].lower()) + message[1:].rstrip(".")
