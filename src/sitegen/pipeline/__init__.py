"""The walk: one function that joins the verbs."""

from sitegen.pipeline.build import build, check

__all__ = ["build", "check"]
