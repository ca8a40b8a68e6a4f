"""Relatives become what is shown: what the editors rule, nobody crowding out the rest, nobody left without a link."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import chain

from sitegen.link.related.table import NOBODY, Table
from sitegen.link.related.weights import NEAREST

CROWD = 24
"""Articles that may show one and the same; those to which it is least near show another in its place."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What editors say of one article's suggestions."""

    pins: tuple[str, ...] = ()
    """Ids that come first."""
    away: frozenset[str] = field(default=frozenset())
    """Ids that are not suggested: vetoes, and the rest of its series."""


_NONE = Rule()


def settle(table: Table, rules: Mapping[str, Rule], count: int) -> dict[int, list[int]]:
    """Return by row the rows that each document shows besides its pins, nearest first; at most `count` with these."""
    ids = table.ids
    rows = sorted((row for row, ident in enumerate(ids) if ident), key=ids.__getitem__)
    twins = table.twins
    near = table.near.tolist()
    may = {
        row: _allowed(near[row * NEAREST : (row + 1) * NEAREST], table, twins, rules.get(ids[row], _NONE))
        for row in rows
    }
    free = {row: max(0, count - len(rules.get(ids[row], _NONE).pins)) for row in rows}
    shown = {row: may[row][: free[row]] for row in rows}
    linked = Counter(chain.from_iterable(shown.values()))
    linked.update(_pinned(table, rules))
    _disperse(shown, linked, may, table)
    _adopt(rows, shown, linked, may, table, rules)
    return shown


def _allowed(near: list[int], table: Table, twins: Mapping[int, frozenset[int]], rule: Rule) -> list[int]:
    """Return the relatives that a document may show, nearest first; of such as are nearly the same only the nearest."""
    if near[-1] == NOBODY:
        near = near[: near.index(NOBODY)]
    if rule is _NONE and twins.keys().isdisjoint(near):
        return near
    found: list[int] = []
    for other in near:
        if table.ids[other] in rule.away or table.ids[other] in rule.pins:
            continue
        if found and not twins.get(other, frozenset()).isdisjoint(found):
            continue
        found.append(other)
    return found


def _pinned(table: Table, rules: Mapping[str, Rule]) -> Counter[int]:
    rows = {ident: row for row, ident in enumerate(table.ids) if ident} if rules else {}
    return Counter(rows[pin] for ident, rule in rules.items() if ident in rows for pin in rule.pins if pin in rows)


def _disperse(shown: dict[int, list[int]], linked: Counter[int], may: Mapping[int, list[int]], table: Table) -> None:
    """Take whom too many show from those to which it is least near."""
    crowded = {row for row, many in linked.items() if many > CROWD}
    showing_of: dict[int, list[int]] = {hub: [] for hub in sorted(crowded, key=table.ids.__getitem__)}
    for row, found in shown.items():
        for hub in crowded.intersection(found):
            showing_of[hub].append(row)
    for hub, showing in showing_of.items():
        showing.sort(key=lambda row: (table.score(row, hub), table.ids[row]))
        for row in showing[: max(0, linked[hub] - CROWD)]:
            spare = [other for other in may[row] if other not in shown[row] and linked[other] < CROWD]
            if not spare:
                continue
            shown[row] = [other for other in may[row] if other in {*shown[row], spare[0]} - {hub}]
            linked[hub] -= 1
            linked[spare[0]] += 1


def _adopt(
    rows: Collection[int],
    shown: dict[int, list[int]],
    linked: Counter[int],
    may: Mapping[int, list[int]],
    table: Table,
    rules: Mapping[str, Rule],
) -> None:
    """Let whom nobody shows be shown by its nearest relative that has room, or shows one last whom others show too."""
    adopters: set[int] = set()
    for row in rows:
        if linked[row]:
            continue
        for other in may[row]:
            rule = rules.get(table.ids[other], _NONE)
            found = shown[other]
            if other in adopters or not found or table.ids[row] in rule.away or linked[found[-1]] < 2:
                continue
            linked[found[-1]] -= 1
            shown[other] = [*found[:-1], row]
            linked[row] += 1
            adopters.add(other)
            break
