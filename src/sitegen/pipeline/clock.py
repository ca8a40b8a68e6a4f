"""Until when the same sources make the same site."""

from datetime import datetime

from sitegen.model.config import Config
from sitegen.model.output import NEWS
from sitegen.model.site import Site


def next_change(site: Site, config: Config) -> datetime | None:
    """Return the moment from which the same sources make another site: an embargo ends, or news grow old.

    Or other words are said of it, since `security.txt` no longer holds.
    """
    moments = [config.contact_until] if config.contact_until else []
    moments += [hidden.date for hidden in site.hidden if hidden.reason == "scheduled" and hidden.date]
    for ident in site.lists.get("home", ()):
        date = site.cards[ident].date
        if date + NEWS <= config.now:
            break
        # A preview shows what is scheduled, and says so until it is out.
        moments += (date, date + NEWS)
    return min((moment for moment in moments if moment > config.now), default=None)
