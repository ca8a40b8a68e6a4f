import pytest

from sitegen.render.durations import clock, iso_duration, seconds


@pytest.mark.parametrize(
    ("written", "count", "iso", "shown"),
    [
        ("12:30", 750, "PT12M30S", "12:30"),
        ("1:02:03", 3723, "PT1H2M3S", "1:02:03"),
        ("95", 95, "PT1M35S", "1:35"),
        ("75:00", 4500, "PT1H15M", "1:15:00"),
        ("PT5M", 300, "PT5M", "5:00"),
        ("P1DT1H", 90000, "PT25H", "25:00:00"),
        (" 0:07 ", 7, "PT7S", "0:07"),
        *((text, 0, "", "") for text in ("long", "", "P", "PT", "0", "12:30:", "9" * 30)),
    ],
)
def test_a_duration_reads_the_same_however_it_is_written(written, count, iso, shown):
    assert (count, iso, shown) == (seconds(written), iso_duration(written), clock(written))
