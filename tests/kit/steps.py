"""How much Python does: the same on every machine, however busy it is."""

import sys


def steps(function, *arguments):
    """Return how many lines of Python a call runs; what the library of patterns does is none."""
    count = 0

    def told(frame, event, argument):
        nonlocal count
        count += event == "line"
        return told

    before = sys.gettrace()
    sys.settrace(told)
    try:
        function(*arguments)
    finally:
        sys.settrace(before)
    return count
