"""Make a folder far from its neighbours on the disk, where the system takes a hint.

Without a journal, as on many small virtual machines, ext4 does not give a new file the inode of one that was deleted in
the last minutes, and looks at each of those near the folder first. Where a site of ten thousand pages was deleted,
making one takes up to twenty times as long as elsewhere.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from sitegen.base.fs import remove_tree
from sitegen.write.folders import make_folders

# linux/fs.h: FS_IOC_GETFLAGS, FS_IOC_SETFLAGS and FS_TOPDIR_FL. Of folders in one with this flag, ext4 puts each where
# its name leads and room is (chattr(1), "T"); what is made in those stays together.
_GET_FLAGS = 0x80086601
_SET_FLAGS = 0x40086602
_TOP = 0x20000


def make_apart(folder: Path) -> None:
    """Make a folder for very many files, readable by everybody; nothing happens where one stands.

    Raises OSError where the system lets us make none.
    """
    if folder.exists():
        return
    name = os.urandom(8).hex()
    above = folder.with_name(f"{folder.name}-{name}")
    make_folders(str(above))
    try:
        # Elsewhere the folder is as good as any other.
        with suppress(ImportError, OSError):
            _spread(above)
        make_folders(f"{above}/{name}")
        os.rename(above / name, folder)
    finally:
        remove_tree(above)


def _spread(folder: Path) -> None:
    """Ask the system to put the folders in this one apart; raises OSError where it takes no such wish."""
    if sys.platform != "linux":
        return
    from fcntl import ioctl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        flags = int.from_bytes(ioctl(descriptor, _GET_FLAGS, bytes(4)), sys.byteorder)
        ioctl(descriptor, _SET_FLAGS, (flags | _TOP).to_bytes(4, sys.byteorder))
    finally:
        os.close(descriptor)
