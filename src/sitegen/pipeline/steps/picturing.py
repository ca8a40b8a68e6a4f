"""Every image gets its facts and, where Pillow is installed, smaller copies: made once, then kept by content."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.digest import digest
from sitegen.base.fs import WORK
from sitegen.base.noun import Noun, replace
from sitegen.engine.workers import Workers
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.media import ImageFacts
from sitegen.model.output import Asset
from sitegen.model.source import AssetFile
from sitegen.model.theme import Theme
from sitegen.pipeline.nouns import CODEC
from sitegen.render.variants import KEY, Derived, can_scale, is_scalable, make_variants, recipe
from sitegen.scan.images import image_facts, is_image

_FOLDER = f"{WORK}/images"

Kept = tuple[ImageFacts, tuple[tuple[str, str, str, int], ...], tuple[Diagnostic, ...]]
"""Facts; (output path, name in the folder, digest, size) of each copy; diagnostics."""


class Pictures(Noun):
    """All images of the site."""

    facts: Mapping[str, ImageFacts]
    """By content path."""
    copies: tuple[Asset, ...]
    diagnostics: tuple[Diagnostic, ...]


def picture_all(
    assets: Sequence[AssetFile], theme: Theme, articles: Iterable[Article], config: Config, workers: Workers
) -> Pictures:
    """Look at every image, and make the copies that are not in `.sitegen/images` yet.

    Those of the theme are looked at for what is wrong with them: templates say how large they are.
    """
    sources = {asset.address: asset.path for asset in assets if is_image(asset)}
    own = [image_facts(asset, config.root) for asset in assets if asset.address in sources]
    themed = [image_facts(asset, config.root) for asset in _statics(theme) if is_image(asset)]
    facts = {seen.path: seen for seen, _ in own if seen}
    found = [wrong for _, wrong in (*own, *themed) if wrong]
    copies: dict[str, Asset] = {}
    if config.images.formats and can_scale():
        for path, (made, files, said) in _derive(facts, sources, _leads(articles, config), config, workers):
            facts[path] = made
            found += said
            copies |= {out: Asset(out, f"{_FOLDER}/{name}", told, size) for out, name, told, size in files}
    return Pictures(facts, tuple(copies[path] for path in sorted(copies)), tuple(found))


def _statics(theme: Theme) -> Iterator[AssetFile]:
    """Return the static files that are published: of each name that of the highest rung."""
    for file, *_ in theme.statics.values():
        yield AssetFile(file.path, file.name, file.digest, file.size)


def _leads(articles: Iterable[Article], config: Config) -> frozenset[str]:
    """Return the images that structured data shows, which asks for crops of them."""
    images = (article.meta.image for article in articles)
    named = (name for image in images if image is not None and image.ref is not None for name in image.ref.files)
    return frozenset((*named, config.site.image.lstrip("/")))


def _derive(
    facts: Mapping[str, ImageFacts],
    sources: Mapping[str, str],
    leads: frozenset[str],
    config: Config,
    workers: Workers,
) -> Iterator[tuple[str, Kept]]:
    """Return what became of every image that can be scaled: from the folder, or made now.

    `sources` names the file of each, whose accents the disk may spell in its own way.
    """
    folder = config.root / _FOLDER
    wanted = {
        path: (recipe(one, config.images, crops=path in leads), path in leads)
        for path, one in facts.items()
        if is_scalable(one)
    }
    known = {path: _load(folder, key, facts[path]) for path, (key, _) in wanted.items()}
    missing = [(path, *wanted[path]) for path in wanted if known[path] is None]
    jobs = [(sources[path], facts[path], key, crops) for path, key, crops in missing]
    folder.mkdir(parents=True, exist_ok=True)
    for batch in replace(workers, least=2).each_chunk("images", _picture_chunk, config, jobs, size=1):
        known.update(batch)
    _prune(folder, frozenset(key for key, _ in wanted.values()))
    for path, kept in known.items():
        if kept is not None:
            yield path, kept


def _load(folder: Path, key: str, facts: ImageFacts) -> Kept | None:
    """Return what was kept, or None where it was not, or a copy is gone."""
    try:
        made, files, said = CODEC.decode((folder / f"{key}.facts").read_bytes())
        if made.path != facts.path or any((folder / name).stat().st_size != size for _, name, _, size in files):
            return None
    except (OSError, ValueError, EOFError, TypeError, IndexError, AttributeError):
        return None
    return made, files, said


def _prune(folder: Path, wanted: frozenset[str]) -> None:
    """Delete what no image of the site uses; the name of each file has the key or its beginning."""
    named = frozenset(key[:KEY] for key in wanted)
    for file in folder.iterdir() if folder.is_dir() else ():
        parts = (file.name.split(".", 1)[0], *file.name.split("-"))
        if not any(part[:KEY] in named for part in parts):
            file.unlink(missing_ok=True)


def _picture_chunk(config: Config, jobs: Sequence[tuple[str, ImageFacts, str, bool]]) -> list[tuple[str, Kept]]:
    made = []
    for source, facts, key, crops in jobs:
        data = (config.root / source).read_bytes()
        derived = make_variants(data, facts, config.images, crops=crops)
        made.append((facts.path, _keep(derived, key, config.root / _FOLDER)))
    return made


def _keep(derived: Derived, key: str, folder: Path) -> Kept:
    """Put the copies into the folder, then what says that they are there."""
    files = []
    for path, data in derived.files:
        name = path.rsplit("/", 1)[-1]
        _write(folder / name, data)
        files.append((path, name, digest(data), len(data)))
    kept = (derived.facts, tuple(files), derived.diagnostics)
    _write(folder / f"{key}.facts", CODEC.encode(kept))
    return kept


def _write(file: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees a part of it."""
    temporary = file.with_name(f"{file.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(file)
