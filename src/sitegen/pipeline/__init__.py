"""The walk: one function that joins the verbs."""

from sitegen.pipeline.build import build

__all__ = ["build"]
