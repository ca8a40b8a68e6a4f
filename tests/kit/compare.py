"""What differs between an incremental build and a clean one of the same files."""

import shutil
from typing import Any

from tests.kit.site import SiteBench


def against_clean(bench: SiteBench, **flags: Any) -> list[str]:
    """Return what differs between the site as it was last built and a clean build; flags are those of both builds."""
    root = bench.root.with_name(f"{bench.root.name}-clean")
    clean = bench.copy(root).build(**flags)
    found = []
    if (clean.failed, clean.said) != (bench.failed, bench.said):
        found.append(f"clean: failed={clean.failed}\n{clean.said}\nedited: failed={bench.failed}\n{bench.said}")
    if clean.report is not None:
        found += differences(clean.output(), bench.output())
    shutil.rmtree(root)
    return found


def differences(expected: dict[str, bytes], actual: dict[str, bytes]) -> list[str]:
    """Return what differs between two sites, a line a file, with the bytes around the first difference."""
    lines = [f"missing: {path}" for path in sorted(expected.keys() - actual.keys())]
    lines += [f"left over: {path}" for path in sorted(actual.keys() - expected.keys())]
    for path in sorted(expected.keys() & actual.keys()):
        if expected[path] != actual[path]:
            place = next(
                (i for i, (a, b) in enumerate(zip(expected[path], actual[path], strict=False)) if a != b),
                min(len(expected[path]), len(actual[path])),
            )
            low = max(0, place - 60)
            lines.append(
                f"differs: {path} at {place}: {expected[path][low : place + 60]!r} / {actual[path][low : place + 60]!r}"
            )
    return lines
