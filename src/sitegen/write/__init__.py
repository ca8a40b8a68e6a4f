"""Finished files become the output folder: only ours, all or nothing."""

from sitegen.write.files import Entry
from sitegen.write.place import cannot_write
from sitegen.write.publishing import Published, Staging, amend, open_staging, publish, stands
from sitegen.write.staging import stage, stage_copy

__all__ = [
    "Entry",
    "Published",
    "Staging",
    "amend",
    "cannot_write",
    "open_staging",
    "publish",
    "stage",
    "stage_copy",
    "stands",
]
