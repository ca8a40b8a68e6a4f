"""What compiled templates do most often, done with fewer steps: write a value, call a function."""

import re
from types import FunctionType, MethodType
from typing import Any, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>\"']").search
_PLAIN = (FunctionType, MethodType)


def shown(value: Any) -> str:
    """Return a value as HTML. Most are text that needs no escapes, and no `Markup` around it to be written."""
    kind = value.__class__
    if kind is Markup or (kind is str and not _SPECIAL(value)):
        return cast("str", value)
    return escape(value)


class Writer(CodeGenerator):
    """Writes the code of templates, with `shown` where the library has `escape`.

    What it writes is kept for other pages and builds: no filter runs while it writes, since what a filter gives may
    depend on the page's language, the site's settings or an extension.
    """

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData | nodes.Const):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")


class Calls(Context):
    """A template's names, which calls plain functions as they are."""

    @jinja2.utils.internalcode
    def call(self, called: Any, /, *args: Any, **named: Any) -> Any:
        """Call a function; one that wants the context of the template gets it from the library."""
        if called.__class__ not in _PLAIN or called.__dict__:
            return super().call(called, *args, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(*args, **named)
