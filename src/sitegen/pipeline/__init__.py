"""The walk: one function that joins the verbs."""

from sitegen.pipeline.build import build, check
from sitegen.pipeline.viewing import Viewers

__all__ = ["Viewers", "build", "check"]
