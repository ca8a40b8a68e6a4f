"""The configuration file, the environment and the flags become a `Config`."""

from sitegen.configure.configure import configure

__all__ = ["configure"]
