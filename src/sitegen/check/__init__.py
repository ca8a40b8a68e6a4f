"""What the site as a whole gets wrong for its readers and for machines."""

from sitegen.check.check import check

__all__ = ["check"]
