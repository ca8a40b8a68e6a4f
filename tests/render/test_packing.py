"""Lines of articles come out as they went in."""

from sitegen.render.packing import SHARDS, change_rows, pack_rows, shard_of, unpack_rows

ROWS = [("articles/a", ("A", "", "2026")), ("articles/b", ()), ("articles/c", ("{}",))]


def test_what_is_packed_comes_out_again():
    assert ROWS == unpack_rows(pack_rows(ROWS))
    assert [] == unpack_rows(pack_rows(()))


def test_the_order_in_which_articles_come_makes_no_difference():
    assert pack_rows(ROWS) == pack_rows(reversed(ROWS))


def test_a_new_line_takes_the_place_of_the_old():
    changed = change_rows(pack_rows(ROWS), {"articles/b": ("B", "x"), "articles/unlisted": ("U",)})

    assert [ROWS[0], ("articles/b", ("B", "x")), ROWS[2]] == unpack_rows(changed)


def test_articles_are_spread_over_all_shards():
    shards = [shard_of(f"articles/{number}") for number in range(50 * SHARDS)]

    assert SHARDS == len(set(shards))
    assert 150 > max(map(shards.count, set(shards)))
