"""Costs become Markdown tables: what each tool took, its share of Hugo's against our goals, and how it grows."""

import math
import os
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generators import Tool
from measure import Cost

Results = Mapping[tuple[str, int, str], Sequence[Cost]]
"""By tool, number of articles and scenario: what each run took."""

SCENARIOS = {
    "cold": "cold build",
    "noop": "nothing changed",
    "body": "body of one article",
    "title": "title of one article",
    "template": "a template that every page uses",
    "css": "the style sheet",
}
GOALS = {"cold": 0.7, "noop": 1 / 200, "body": 1 / 120, "title": 1 / 80, "template": 0.35, "css": 0.35}
"""At most this share of Hugo's processor time, at 10,000 articles."""
WALL_GOAL, MEMORY_GOAL, GROWTH_GOAL = 0.8, 1 / 4, 1.03


@dataclass(frozen=True)
class Share:
    """What we take of what Hugo takes."""

    what: str
    ours: float
    theirs: float
    goal: float

    @property
    def row(self) -> tuple[str, ...]:
        share = self.ours / self.theirs
        return (self.what, f"{share:.3f}", f"{self.goal:.3f}", "yes" if share <= self.goal else "**no**")


def report(results: Results, tools: Sequence[Tool]) -> str:
    """Return the whole report."""
    sizes = sorted({size for _, size, _ in results})
    parts = ["# Benchmark\n", *(f"- {tool.name}: `{tool.version}`" for tool in tools), f"- {_machine(results)}\n"]
    for size in sizes:
        parts += [f"## {size:,} articles\n", _table(_COST_HEAD, _costs(results, size, tools))]
        if shares := list(_shares(results, size)):
            parts += ["", _table(_SHARE_HEAD, (share.row for share in shares))]
        parts.append("")
    if len(sizes) > 1:
        growth = [row for low, high in pairwise(sizes) for row in _growth(results, low, high, tools)]
        parts += [f"## Growth\n\nCost grows as n^k; our goal for a cold build is k ≤ {GROWTH_GOAL}.\n"]
        parts += [_table(_GROWTH_HEAD, growth), ""]
    return "\n".join(parts)


_COST_HEAD = ("scenario", "tool", "wall s", "CPU s (least)", "peak MiB", "files written", "runs")
_SHARE_HEAD = ("sitegen's share of Hugo's", "share", "goal", "reached")
_GROWTH_HEAD = ("tool", "scenario", "from", "to", "k of CPU", "k of memory")


def _costs(results: Results, size: int, tools: Sequence[Tool]) -> Iterator[tuple[str, ...]]:
    for scenario, told in SCENARIOS.items():
        for tool in tools:
            if costs := results.get((tool.name, size, scenario)):
                yield (
                    told,
                    tool.name,
                    f"{_wall(costs):.2f}",
                    f"{_cpu(costs):.2f} ({min(cost.cpu for cost in costs):.2f})",
                    f"{_peak(costs):.0f}",
                    f"{median(cost.written for cost in costs):.0f}",
                    str(len(costs)),
                )


def _shares(results: Results, size: int) -> Iterator[Share]:
    for scenario, told in SCENARIOS.items():
        ours, theirs = results.get(("sitegen", size, scenario)), results.get(("hugo", size, scenario))
        if not ours or not theirs:
            continue
        yield Share(f"CPU, {told}", _cpu(ours), _cpu(theirs), GOALS[scenario])
        if scenario == "cold":
            yield Share(f"wall, {told}", _wall(ours), _wall(theirs), WALL_GOAL)
            yield Share("peak memory", _peak(ours), _peak(theirs), MEMORY_GOAL)


def _growth(results: Results, low: int, high: int, tools: Sequence[Tool]) -> Iterator[tuple[str, ...]]:
    for tool in tools:
        for scenario, told in SCENARIOS.items():
            few, many = results.get((tool.name, low, scenario)), results.get((tool.name, high, scenario))
            if few and many:
                ratios = _cpu(many) / _cpu(few), _peak(many) / _peak(few)
                powers = (f"{math.log(ratio) / math.log(high / low):.2f}" for ratio in ratios)
                yield (tool.name, told, f"{low:,}", f"{high:,}", *powers)


def _cpu(costs: Sequence[Cost]) -> float:
    return median(cost.cpu for cost in costs)


def _wall(costs: Sequence[Cost]) -> float:
    return median(cost.wall for cost in costs)


def _peak(costs: Sequence[Cost]) -> float:
    return max(cost.memory for cost in costs)


def _machine(results: Results) -> str:
    others = median(cost.others for costs in results.values() for cost in costs)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    busy = f"; others kept {others:.1f} cores busy" if others >= 0.05 else ""
    return f"{platform.system()}, {platform.machine()}, Python {platform.python_version()}, {cores} cores{busy}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
