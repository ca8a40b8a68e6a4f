"""Regular expressions that are compiled when they are first used: a build of one page needs few of the hundred."""

import re
from typing import Any, AnyStr, cast


class _Pattern:
    """Becomes, method by method, the compiled expression."""

    def __init__(self, text: Any, flags: int) -> None:
        self._given = (text, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._given), name)
        setattr(self, name, found)
        return found


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` does. A mistake in the expression shows at its first use; a test uses each."""
    return cast("re.Pattern[AnyStr]", _Pattern(text, flags))
