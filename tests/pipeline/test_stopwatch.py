"""A stopwatch tells how long each verb took."""

from sitegen.pipeline.stopwatch import Stopwatch


def test_a_stopwatch_adds_up_by_verb_in_order_of_their_beginning() -> None:
    watch = Stopwatch()
    for verb in ("scan", "parse", "scan"):
        with watch(verb):
            pass

    assert ["scan", "parse"] == [verb for verb, _ in watch.times()]
    assert all(seconds >= 0 for _, seconds in watch.times())
