"""What the cache must be thrown away for: another version of sitegen, of a library, or of Python."""

import os
import sys
import sysconfig
from pathlib import Path

from sitegen.base.digest import digest
from sitegen.engine.files import read_digest
from sitegen.engine.walk import paths_of, walk


def code_fingerprint(package: Path) -> str:
    """Return the digest of Python, of sitegen and of the libraries.

    An installed package is known by the names of the `.dist-info` folders beside it, which hold every version, and by
    its `RECORD`, which holds the digest of every file; a checkout by the bytes of its modules.
    """
    parts = [f"python {sys.version_info[0]}.{sys.version_info[1]}", sys.implementation.name]
    site_packages = Path(sysconfig.get_paths()["purelib"])
    parts += sorted(name for name in _names(site_packages) if name.endswith(".dist-info"))
    parts += _records(site_packages) if package.is_relative_to(site_packages) else _modules(package)
    return digest("\n".join(parts).encode())


def with_extensions(code: str, extensions: tuple[Path, ...]) -> str:
    """Return the fingerprint of code together with a site's extensions."""
    parts = [digest(file.read_bytes()) if file.is_file() else f"no {file.name}" for file in extensions]
    return digest("\n".join([code, *parts]).encode())


def _names(folder: Path) -> list[str]:
    return [entry.name for entry in os.scandir(folder)] if folder.is_dir() else []


def _records(site_packages: Path) -> list[str]:
    return [digest(path.read_bytes()) for path in sorted(site_packages.glob("sitegen-*.dist-info/RECORD"))]


def _modules(package: Path) -> list[str]:
    top = len(str(package)) + 1
    paths = paths_of(walk([str(package)], lambda name: name == "__pycache__").folders)
    return [f"{path[top:]} {read_digest(path)}" for path in sorted(paths) if path.endswith(".py")]
