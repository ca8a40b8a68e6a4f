"""Finished files become the output folder: only ours, all or nothing.

- `publishing` does it: by a `plan` of what to put and to take away, either an `exchange` of the whole folder for the
  `tree` behind it, by a `swap` of the two, or by a `journal` where few files differ.
- What stands there the `manifest` says, in `files`; `ground` complains of what is not ours. `place` knows where all of
  it lies, and `staging` puts a finished file there, in `folders` that are made `apart`.
"""

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
