"""A theme's templates and a page's values become HTML."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

import jinja2
from markupsafe import Markup

from sitegen.base.characters import not_utf8
from sitegen.base.conflicts import conflict_problem
from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.fs import locate
from sitegen.base.paths import base_path
from sitegen.base.text import did_you_mean, nearest
from sitegen.model.config import Config
from sitegen.model.theme import Theme, ThemeFile
from sitegen.render.memo import Memo
from sitegen.render.theme.assets import asset_href, fill
from sitegen.render.theme.closure import read_template
from sitegen.render.theme.deadlinks import DeadLinks
from sitegen.render.theme.environment import FRAME, Environment, Frame, bytecode_cache
from sitegen.render.theme.faults import Refused, TemplateError, explain
from sitegen.render.theme.filters import FILTERS, LOCALISED
from sitegen.render.theme.lostblocks import LostBlocks
from sitegen.render.theme.losttexts import lost_texts
from sitegen.render.theme.strings import Strings, read_strings
from sitegen.render.urls import absolute
from sitegen.render.view import View


class Templates:
    """The templates of one theme, compiled when first used. One per process."""

    def __init__(
        self,
        theme: Theme,
        config: Config,
        filters: Mapping[str, Callable[..., object]],
        *,
        memo: Memo,
        cache: Path,
    ) -> None:
        self._theme = theme
        self._root = config.root
        self._config = config
        self._memo = memo
        self._strings: dict[str, Strings] = {}
        self._lost_blocks = LostBlocks(theme, self._read)
        self._dead_links = DeadLinks(self._read, base_path(config.site.url))
        self._reached: dict[str, list[ThemeFile]] = {}
        self._environment = Environment(
            theme,
            memo,
            loader=jinja2.FunctionLoader(self._source),
            bytecode_cache=bytecode_cache(cache),
        )
        self._environment.filters.update(FILTERS)
        self._environment.filters.update({name: self._localised(filter_) for name, filter_ in LOCALISED.items()})
        self._environment.filters["absolute"] = lambda address: absolute(config, str(address))
        self._environment.filters.update(filters)
        self._environment.globals.update(asset=self._asset, t=self._translate, part=self._part)

    def render(self, name: str, frame: Frame, values: Mapping[str, object]) -> str:
        """Return the page; raises TemplateError where the template is missing or wrong."""
        token = FRAME.set(frame)
        try:
            template = self._environment.get_template(name)
            html = fill(template.render(values), frame.view, self._config)
        except TemplateError:
            raise
        except Exception as error:
            known = (*self._environment.filters, *self._environment.tests)
            modules = self._config.extensions
            told = explain(error, name, self._theme, self._root, filters=known, modules=modules)
            raise TemplateError(told) from error
        finally:
            FRAME.reset(token)
        if not html or html.isspace():
            raise TemplateError(self._empty(name))
        return html

    def strings(self, language: str) -> Strings:
        """Return the words of the interface in a language."""
        if language not in self._strings:
            self._strings[language] = read_strings(language, self._theme, self._read)
        return self._strings[language]

    def findings(self, name: str, view: View) -> tuple[Diagnostic, ...]:
        """Return what the site's own templates say in vain, of those that a page reaches by the template `name`."""
        if not self._lost_blocks.any_own:
            return ()
        if name not in self._reached:
            self._reached[name] = [file for file in self._lost_blocks.reached(name) if file.own]
        return (*self._lost_blocks(name), *self._dead_links(self._reached[name], view), *self._lost_texts)

    @cached_property
    def _lost_texts(self) -> tuple[Diagnostic, ...]:
        return tuple(lost_texts(self._theme, self._read))

    def _empty(self, name: str) -> Diagnostic:
        """Return what is said of a page without anything on it, at the template to blame."""
        reached = self._lost_blocks.reached(name)
        file = next((file for file in reached if file.own and not self._read(file).strip()), reached[0])
        message, hint = "this template leaves pages empty", "write what they are to show, or delete the file"
        return problem("render/template-error", message, Span(file.path), hint)

    def _read(self, file: ThemeFile) -> str:
        return read_template(file, self._root)

    def _source(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        rung, _, plain = name.rpartition("!")
        for file in self._theme.templates.get(plain, ()):
            if not rung or file.rung == rung:
                source = self._read(file)
                if wrong := self._illegible(source, file):
                    raise TemplateError(wrong)
                return source, file.path, lambda: True
        return None

    def _illegible(self, source: str, file: ThemeFile) -> Diagnostic | None:
        """Return what is wrong with a source that cannot be meant as it stands."""
        code = "render/template-syntax"
        data = locate(self._root, file.path).read_bytes() if "\ufffd" in source or "\0" in source else b""
        if foreign := not_utf8(data):
            what, line, column = foreign
            return problem(code, f"this template is {what}", Span(file.path, line, column), "save the file as UTF-8")
        return conflict_problem(code, source.replace("\r\n", "\n"), file.path) if file.own else None

    def _asset(self, name: str) -> str:
        view, name = FRAME.get().view, name.lstrip("/")
        address = view.asset(name)
        if address is None:
            hint = did_you_mean(nearest(name, self._theme.statics), "put it into the theme's static/ folder")
            raise Refused(f'the theme has no static file "{name}"', hint, name)
        return asset_href(name, address, view, self._config)

    def _part(self, name: str, **values: object) -> Markup:
        """Return a template made with these values only, once for all pages that give it the same ones."""
        frame = FRAME.get()

        def make(view: View) -> Markup:
            token = FRAME.set(Frame(view, frame.language, tuple(values)))
            try:
                view.template(name)
                return Markup(self._environment.get_template(name).render(values))  # noqa: S704  (a template's HTML)
            finally:
                FRAME.reset(token)

        return self._memo.get(frame.view, ("part", name, frame.language, *values.items()), make)

    def _translate(self, key: str, **values: object) -> str:
        language = FRAME.get().language
        strings = self.strings(language)
        said = strings.say(key, values)
        if said is None:
            hint = did_you_mean(nearest(key, strings.keys), "add it to templates/strings/en.toml")
            raise Refused(f'no text is called "{key}"', hint, key)
        return said

    def _localised(self, function: Callable[..., object]) -> Callable[..., object]:
        def localised(value: object, *arguments: object, **named: object) -> object:
            language = named.pop("language", "") or FRAME.get().language
            return function(value, self.strings(str(language)), *arguments, **named)

        return localised
