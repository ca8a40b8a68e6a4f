"""An output folder under test: build it, look at it."""

import os
from collections.abc import Mapping
from pathlib import Path

from sitegen.base.digest import digest
from sitegen.write import Published, open_staging, publish, stage


class Folder:
    """A site's folder in which builds of a few files are published, as the pipeline does it."""

    def __init__(self, root: Path, out: Path | None = None) -> None:
        self.work = root / ".sitegen"
        self.out = out or root / "output"

    def build(self, site: Mapping[str, str]) -> Published:
        """Publish these texts by path; only those are staged that do not stand."""
        with open_staging(self.out, self.work) as staging:
            staging.expect(len(site))
            wanted = {path: digest(text.encode()) for path, text in site.items()}
            for path, text in site.items():
                stands = staging.standing.get(path)
                if stands is None or stands.digest != wanted[path]:
                    stage(staging.folder, path, text.encode())
            return publish(staging, wanted)

    def put(self, path: str, text: str) -> Path:
        """Put a file that is not ours into the output folder."""
        file = self.out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def shows(self) -> dict[str, str]:
        """Return what a reader of the output folder sees."""
        return tree(self.out)

    def rest(self) -> list[str]:
        """Return what lies in the site's `.sitegen` besides the manifest."""
        return sorted(file.name for file in self.work.iterdir() if file.suffix != ".manifest")


def tree(folder: Path) -> dict[str, str]:
    """Return the text of every file by path; a folder without anything has an entry that ends with `/`."""
    found: dict[str, str] = {}
    for parent, folders, files in os.walk(folder):
        inside = Path(parent).relative_to(folder).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        for name in files:
            file = Path(parent, name)
            found[prefix + name] = (
                f"-> {file.readlink()}" if file.is_symlink() else file.read_bytes().decode("utf-8", "replace")
            )
        for name in folders:
            if Path(parent, name).is_symlink():
                found[prefix + name] = f"-> {Path(parent, name).readlink()}"
        if not folders and not files and prefix:
            found[prefix] = ""
    return found
