"""What all pages of one build are made with: the configuration, the theme, and what was already made."""

from sitegen.base.noun import Noun
from sitegen.model.config import Config
from sitegen.model.theme import Theme
from sitegen.render.memo import Memo
from sitegen.render.theme.strings import Strings
from sitegen.render.theme.templates import Templates


class Press(Noun):
    """One per process and build."""

    config: Config
    theme: Theme
    templates: Templates
    memo: Memo

    @property
    def description(self) -> str:
        """What the site is, in a sentence."""
        site = self.config.site
        return site.description or site.tagline or self.say("home_description", site=site.title)

    def strings(self, language: str = "") -> Strings:
        """Return the words of a language, of the site's where none is given."""
        return self.templates.strings(language or self.config.site.language)

    def say(self, key: str, language: str = "", **values: object) -> str:
        """Return a text of the interface; a missing one shows its key."""
        return self.strings(language).say(key, values) or key
