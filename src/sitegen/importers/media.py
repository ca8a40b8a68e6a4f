"""Files that were uploaded to the old site become files here, below the address that they had."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote
from urllib.request import Request, urlopen

from sitegen.base.diagnostics import Diagnostic, Span, failure, problem
from sitegen.base.noun import Struct, field
from sitegen.base.paths import url_parts
from sitegen.base.patterns import regex
from sitegen.base.portable import why_unstorable
from sitegen.base.text import said_by
from sitegen.importers.nouns import Export
from sitegen.write import cannot_write

# What WordPress and Ghost put into the addresses of smaller copies.
_SIZED = regex(r"-\d{2,4}x\d{2,4}(?=\.\w+$)")
_OF_GHOST = regex(r"^(content/(?:images|media|files))/size/w\d+(?:h\d+)?(?:/format/\w+)?/")
_UPLOADS = regex(r"^(?:.*?/)?(wp-content/uploads|wp-content/blogs\.dir/\d+/files|content/(?:images|media|files))/(.+)$")
# Hosts of WordPress.com, which serve the uploads of other sites.
_PHOTON = regex(r"^i\d\.wp\.com$")
_HOSTED = regex(r"^[\w-]+\.files\.wordpress\.com$")
_SECONDS = 30
_BLOCK = 1 << 16
_PATIENCE = 3
"""Files in a row for which no server answers: then none will."""


class Media(Struct):
    """Says of each address of an upload where its file is here, and brings it."""

    export: Export
    content: Path
    """The folder of the site that is published."""
    folder: Path | None = None
    """A copy of the uploads."""
    download: bool = False
    taken: dict[str, Path] = field(default_factory=dict)
    """Path below `content` to the file in `folder` that goes there."""
    article: str = ""
    """The file that is being made, which is named where something is missing."""
    problems: list[Diagnostic] = field(default_factory=list)
    fetched: int = 0
    stay: set[str] = field(default_factory=set)
    """Paths of uploads that are not here, so that articles show them from the old site."""
    _known: dict[str, str] = field(default_factory=dict)
    """Path of each upload that the export names, to its address."""
    _found: dict[str, str] = field(default_factory=dict)
    """Address of each upload that was asked for, to where its file is."""
    _shown: set[str] = field(default_factory=set)
    """Paths of these."""
    _silent: int = 0
    """Files in a row for which no server has answered."""
    fetch: Callable[[str, Path], str] | None = None

    def __post_init__(self) -> None:
        urls = (picture.url for picture in self.export.pictures.values())
        self._known = {path: url for url in urls if (path := self._path(url))}

    def address(self, url: str) -> str:
        """Return where the file of an upload is here, its own address where it is not, and any other as it is."""
        if url not in self._found:
            self._found[url] = self._address(url)
            self._shown |= {_SIZED.sub("", self._whole(url)), self._whole(url)}
        return self._found[url]

    def shows(self, url: str) -> bool:
        """Tell whether some article has shown an upload."""
        return self._whole(url) in self._shown

    def _whole(self, url: str) -> str:
        """Return the path of an upload in full size."""
        return _OF_GHOST.sub(r"\1/", self._path(url))

    def is_upload(self, url: str) -> bool:
        """Tell whether an address is that of an upload."""
        return bool(self._path(url))

    def _address(self, url: str) -> str:
        path = self._path(url)
        if not path:
            return url
        whole = self._whole(url)
        tries = dict.fromkeys((_SIZED.sub("", whole), _SIZED.sub(r"-scaled", whole), whole, path))
        if self.folder:
            for name in tries:
                file = self._in_folder(name)
                if file and file.is_file() and not why_unstorable(name):
                    self.taken[name] = file
                    return f"/{name}"
        if self.download and (name := next(filter(None, map(self._fetched, self._likely(tries, path))), "")):
            return f"/{name}"
        likely = self._likely(tries, path)[0]
        self.stay.add(likely)
        if self.folder and not self.download:
            message = f"{likely} is not in the folder of uploads, so its address stays"
            self.problems.append(
                problem("import/media", message, Span(self.article), "copy it there, or add --download")
            )
        full = self._full(url).partition("?")[0]
        return full if likely == path else full.replace(quote(path), quote(likely)).replace(path, likely)

    def _likely(self, tries: dict[str, None], path: str) -> list[str]:
        """Return the names under which a file may be had, the original first where the export has it."""
        return [name for name in tries if name in self._known] or ([path] if path in tries else [*tries])

    def _path(self, url: str) -> str:
        """Return the path below the root of the old site, or empty where an address is none of an upload there."""
        if not url or url.startswith("data:"):
            return ""
        parts = url_parts(url.replace("__GHOST_URL__", self.export.url.rstrip("/")))
        path, host = unquote(parts.path).lstrip("/"), parts.netloc.casefold()
        if _PHOTON.match(host):
            host, _, path = path.partition("/")
        if ".." in path.split("/"):
            return ""
        if _HOSTED.match(host):
            return f"wp-content/uploads/{path}"
        found = _UPLOADS.match(f"/{path}")
        home = url_parts(self.export.url).netloc.casefold()
        same = not host or host.removeprefix("www.") == home.removeprefix("www.")
        return f"{found[1]}/{found[2]}" if found and same else ""

    def _in_folder(self, name: str) -> Path | None:
        """Return the file of a path in the copy, which may be one of the site, of its uploads or of a folder above."""
        found = _UPLOADS.match(f"/{name}")
        if not self.folder or not found:
            return None
        choices = (self.folder / found[2], self.folder / name, self.folder / found[1].rpartition("/")[2] / found[2])
        return next((file for file in choices if file.is_file()), choices[0])

    def _full(self, url: str) -> str:
        """Return an address with the old site before it, where it names none."""
        url = url.replace("__GHOST_URL__", "")
        return url if url_parts(url).netloc or not self.export.url else self.export.url + url.lstrip("/")

    def _fetched(self, name: str) -> str:
        """Return the name of a file that is here or can be fetched; empty where it cannot be had."""
        file = self.content / name
        if file.is_file():
            return name
        url = self._known.get(name) or self.export.url + quote(name)
        error = self._asked(url, file) if not why_unstorable(name) else "no system can store its name"
        if error:
            self.problems.append(
                problem(
                    "import/media",
                    f"{url} cannot be had: {error}",
                    Span(self.article),
                    "fetch it yourself, or link to another",
                )
            )
            return ""
        self.fetched += 1
        return name

    def _asked(self, url: str, file: Path) -> str:
        """Fetch a file, and return what went wrong; raise Failure where the old site has fallen silent."""
        try:
            error = (self.fetch or fetched)(url, file)
        except (URLError, ConnectionError, TimeoutError) as silence:
            error = said_by(silence)
            self._silent += 1
            if self._silent == _PATIENCE:
                hint = "import again when it answers, or without --download"
                message = f"the old site does not answer: {error}"
                raise failure("import/silent", message, Span(self.article), hint) from silence
            return error
        except OSError as closed:
            name = f"content/{file.relative_to(self.content).as_posix()}"
            raise cannot_write(closed, name, stands="what was written before stands", elsewhere="") from closed
        self._silent = 0
        return error


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """Give a file to write into, which becomes `file` when all of it is written, and leaves otherwise."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(".part")
    try:
        yield part
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def fetched(url: str, file: Path) -> str:
    """Fetch a file, and return what went wrong, or an empty string.

    Raises OSError where no server answers to the end, and where the file cannot be written.
    """
    if url_parts(url).scheme not in ("http", "https"):
        return "it has no full address"
    try:
        asked = Request(quote(url, safe="%/:?#[]@!$&'()*+,;=~-._"), headers={"User-Agent": "sitegen"})  # noqa: S310  (http and https only)
        with urlopen(asked, timeout=_SECONDS) as reply:  # noqa: S310
            if reply.headers.get_content_type() == "text/html":
                return "a page came in its place"
            with whole(file) as part, part.open("wb") as stream:
                shutil.copyfileobj(reply, stream, _BLOCK)
                if reply.length:
                    raise ConnectionError(f"{reply.length:,} bytes at its end have not come")
        return ""
    except HTTPError as error:
        with error:
            return " ".join(str(error).split())
    except (ValueError, HTTPException) as error:
        return " ".join(str(error).split()) or type(error).__name__
