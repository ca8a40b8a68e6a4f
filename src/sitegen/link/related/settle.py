"""Relatives become what is shown: what the editors rule, nobody crowding out the rest, nobody left without a link.

What a document shows depends on its own relatives, and on how near others are to these, so that after an edit only a
few are settled anew. Whom nobody shows then takes the last place of a relative, where others show who had it.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen.base.noun import Noun, Struct, field
from sitegen.link.related.table import NOBODY, Table, positions
from sitegen.link.related.weights import NEAREST

CROWD = 24
"""Documents that may show one and the same: those nearest to it. Others do where they have nobody else."""


class Rule(Noun):
    """What editors say of one article's suggestions."""

    pins: tuple[str, ...] = ()
    """Ids that come first."""
    away: frozenset[str] = field(default=frozenset())
    """Ids that are not suggested: vetoes, the rest of its series, and its translations."""


_NONE = Rule()

Claim = tuple[int, int, str, int]
"""What puts those to whom one is near in order: whether others fill their places, minus the score, the id; the row."""


class Settled(Struct):
    """What each document shows besides its pins."""

    rules: Mapping[str, Rule]
    count: int
    """How many each may show, pins included."""
    places: "array[int]"
    """By row: `count` rows, nearest first, `NOBODY` in places that are left over."""
    linked: "array[int]"
    """By row: how many show it, or pin it."""
    lasts: dict[int, Claim] = field(default_factory=dict)
    """By row of those to whom a crowd is near: the claim of the last who may show it."""
    hosts: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """By row of those who take somebody in: what they show."""

    def shown(self, row: int) -> list[int]:
        """Return the rows that a document shows, nearest first."""
        return list(self.hosts.get(row) or self.own(row))

    def own(self, row: int) -> list[int]:
        """Return what it shows where it takes nobody in."""
        found = self.places[row * self.count : (row + 1) * self.count].tolist()
        return found[: found.index(NOBODY)] if NOBODY in found else found

    def showing(self, row: int) -> set[int]:
        """Return the rows that show a document."""
        places = {at // self.count for at in positions(self.places, row)}
        return places | {host for host, shown in self.hosts.items() if row in shown}

    def rule(self, ident: str) -> Rule:
        """Return what editors say of one article."""
        return self.rules.get(ident, _NONE)

    def free(self, ident: str) -> int:
        """Return how many places an article has besides its pins."""
        return max(0, self.count - len(self.rule(ident).pins))


def settle(table: Table, rules: Mapping[str, Rule], count: int) -> Settled:
    """Settle what each document shows: `count` others at the most, as its rule has it."""
    size = len(table.ids)
    settled = Settled(rules, count, array("I", [NOBODY]) * (size * count), array("I", [0]) * size)
    crowded = {row for row, many in enumerate(table.held) if many > CROWD}
    settled.lasts = _lasts(table, count, (at for at, row in enumerate(table.near) if row in crowded))
    for ident, rule in rules.items():
        for pin in rule.pins if ident in table.rows else ():
            if pin in table.rows:
                settled.linked[table.rows[pin]] += 1
    twins = table.twins
    places = settled.places
    for row in range(size):
        chosen = _chosen(row, settled, table, twins)
        places[row * count : row * count + len(chosen)] = array("I", chosen)
        for other in chosen:
            settled.linked[other] += 1
    settled.hosts = _take_in(settled, table, twins)
    return settled


def resettle(settled: Settled, table: Table) -> set[int]:
    """Settle anew what can differ after `table` was changed; return the rows that show others."""
    again = set(table.replaced)
    for row in table.regrouped:
        last = _lasts(table, settled.count, table.places(row)).get(row) if table.held[row] > CROWD else None
        if last != settled.lasts.pop(row, None):
            again.update(table.holding(row))
        if last:
            settled.lasts[row] = last
    for row in table.retwinned:
        again.update(table.holding(row))
    twins = table.twins
    changed = {row for row in again if _place(settled, row, _chosen(row, settled, table, twins))}
    before, settled.hosts = settled.hosts, _take_in(settled, table, twins)
    return changed | {row for row, _ in before.items() ^ settled.hosts.items()}


def _lasts(table: Table, count: int, places: Iterable[int]) -> dict[int, Claim]:
    """Return the last who may show each of those to whom a crowd is near: given are all places where they stand."""
    claims: dict[int, list[Claim]] = defaultdict(list)
    places = list(places)
    table.ask(at // NEAREST for at in places)
    for at in places:
        claims[table.near[at]].append(_claim(table, count, at))
    return {row: sorted(found)[CROWD - 1] for row, found in claims.items()}


def _claim(table: Table, count: int, at: int) -> Claim:
    """Return the claim that a document has to the relative in one of its places."""
    row, place = divmod(at, NEAREST)
    return int(place >= count), -(table.full(at) >> 1), table.ids[row], row


def _chosen(row: int, settled: Settled, table: Table, twins: Mapping[int, frozenset[int]]) -> list[int]:
    """Return whom a document shows of its relatives, nearest first."""
    ident = table.ids[row]
    near = all_near = table.rows_near(row)
    free, lasts, first = settled.free(ident), settled.lasts, row * NEAREST
    if ident in settled.rules or not twins.keys().isdisjoint(near):
        near = _allowed(near, table, twins, settled.rule(ident))
    if len(near) > free and not lasts.keys().isdisjoint(near):
        welcome = [
            other
            for other in near
            if other not in lasts or _claim(table, settled.count, first + all_near.index(other)) <= lasts[other]
        ][:free]
        pressing = [other for other in near if other not in welcome][: free - len(welcome)]
        near = [other for other in near if other in welcome or other in pressing]
    return near[:free]


def _allowed(near: list[int], table: Table, twins: Mapping[int, frozenset[int]], rule: Rule) -> list[int]:
    """Return the relatives that a document may show; of such as are nearly the same only the nearest."""
    found: list[int] = []
    for other in near:
        if table.ids[other] in rule.away or table.ids[other] in rule.pins:
            continue
        if not twins.get(other, frozenset()).isdisjoint(found):
            continue
        found.append(other)
    return found


def _place(settled: Settled, row: int, chosen: list[int]) -> bool:
    """Set whom a document shows; return whether it showed others."""
    count = settled.count
    before = settled.places[row * count : (row + 1) * count]
    after = array("I", [*chosen, *[NOBODY] * (count - len(chosen))])
    if before == after:
        return False
    for places, more in ((before, -1), (after, 1)):
        for other in places:
            if other != NOBODY:
                settled.linked[other] += more
    settled.places[row * count : (row + 1) * count] = after
    return True


def _take_in(settled: Settled, table: Table, twins: Mapping[int, frozenset[int]]) -> dict[int, tuple[int, ...]]:
    """Let each whom nobody shows be shown by the nearest of its relatives that can; return what these show then."""
    hosts = _Hosts(settled, table, twins)
    ids = table.ids
    alone = [row for row in positions(settled.linked, 0) if ids[row]]
    for row in sorted(alone, key=ids.__getitem__):
        near = table.rows_near(row)
        any(hosts.take_in(row, host, guests) for guests in range(settled.count) for host in near)
    return {host: (*own, *guests) for host, (own, guests) in hosts.shown.items()}


class _Hosts:
    def __init__(self, settled: Settled, table: Table, twins: Mapping[int, frozenset[int]]) -> None:
        self._settled, self._ids, self._twins = settled, table.ids, twins
        self._lost: dict[int, int] = {}
        self.shown: dict[int, tuple[list[int], list[int]]] = {}
        """By row: its own, and its guests."""

    def take_in(self, row: int, host: int, guests: int) -> bool:
        """Let a host of so many guests show one more, where others show whoever has the last place; tell whether."""
        if host not in self.shown and guests:
            return False
        own, before = self.shown[host] if host in self.shown else (self._settled.own(host), [])
        if not own or len(before) != guests:
            return False
        ident, free = self._ids[host], self._settled.count
        if ident in self._settled.rules:
            free = self._settled.free(ident)
            if self._ids[row] in self._settled.rules[ident].away:
                return False
        kept = own[:-1] if len(own) + guests == free else own
        if row in self._twins and not self._twins[row].isdisjoint(kept):
            return False
        for other in own[len(kept) :]:
            lost = self._lost.get(other, 0)
            if self._settled.linked[other] - lost < 2:
                return False
            self._lost[other] = lost + 1
        self.shown[host] = kept, [*before, row]
        return True
