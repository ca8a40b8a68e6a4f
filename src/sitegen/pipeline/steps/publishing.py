"""What stands in the output folder, and how a finished build takes its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from sitegen.base.diagnostics import ordered
from sitegen.base.fs import WORK, locate
from sitegen.base.noun import replace
from sitegen.model.output import Asset, Routes
from sitegen.model.report import Report
from sitegen.pipeline.job import Job
from sitegen.pipeline.steps.rendering import Made, Standing
from sitegen.write import Published, Staging, amend, open_staging, publish, stage, stage_copy


class Output:
    """The output folder during one build: what stands there, and what is staged to take its place."""

    def __init__(self, job: Job, staging: Staging) -> None:
        self._job = job
        self._staging = staging
        # What is remembered of pages tells nothing about a folder that another build has written since: one with
        # another `--out`, or one that was killed before it could remember.
        known = job.store.get("seal") == staging.seal.encode()
        digests = staging.standing.digest_of_each() if known else {}
        self.there = Standing(job.config.out, digests, partial(stage, staging.folder))
        self.complete = known and staging.complete
        """Whether everything that the remembered build wrote still stands."""
        self.expect = staging.expect
        """Takes how many files are going to be staged, before the first."""

    def publish(self, report: Report, routes: Routes, made: Made) -> Report:
        """Put the whole site in place, and return the report with what was written.

        All else that is remembered of this build is in the store by now. It is kept first, for no folder yet, so that a
        full disk is told before the site is touched.
        """
        broken = made.broken()
        wanted: dict[str, str] = {}
        for output in routes.outputs:
            if isinstance(output, Asset):
                wanted[output.path] = self._copy(output)
            elif output.path not in made.pages:
                wanted[output.path] = made.mended.get(output.path) or self.there.digests[output.path]
            elif output.path not in broken:
                wanted[output.path] = made.pages[output.path].digest
        self._job.store.put("seal", b"")
        self._job.store.commit()
        return self._told(report, publish(self._staging, wanted))

    def publish_some(self, report: Report, made: Made) -> Report | None:
        """Put a few pages in place of those that stand, all complete; return the report with what was written.

        None where they do not stand: the folder has to be looked at.
        """
        published = amend(self._staging, {path: page.digest for path, page in made.pages.items()} | made.mended)
        if published is None:
            self._job.session.output = None
            return None
        return self._told(report, published)

    def _copy(self, asset: Asset) -> str:
        """Stage an asset that does not stand yet, and return its digest."""
        if self.there.digests.get(asset.path) == asset.digest:
            return asset.digest
        # The file may have been saved again since the scan: what was copied counts.
        return stage_copy(self._staging.folder, asset.path, locate(self._job.config.root, asset.source))

    def _told(self, report: Report, published: Published) -> Report:
        self._job.session.output = published.now
        self._job.store.put("seal", published.seal.encode())
        return replace(
            report,
            written=published.written,
            deleted=published.deleted,
            bytes=published.bytes,
            diagnostics=ordered((*report.diagnostics, *published.diagnostics)),
        )


@contextmanager
def open_output(job: Job) -> Iterator[Output]:
    """Hold the output folder for one build; what is staged and not published is thrown away."""
    with open_staging(job.config.out, job.config.root / WORK, job.session.output) as staging:
        yield Output(job, staging)
