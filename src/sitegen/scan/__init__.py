"""What lies on the disk becomes `Inputs`."""

from sitegen.scan.scan import scan

__all__ = ["scan"]
