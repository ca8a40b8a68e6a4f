"""The table of diagnostic codes: permanent names, their severity, and what each means."""

from typing import Literal

from sitegen.base.noun import Noun

Severity = Literal["error", "warning"]


class Code(Noun):
    """One kind of mistake."""

    severity: Severity
    meaning: str
    """For the reference page: when it is reported and why it matters, in one sentence."""


def _error(meaning: str) -> Code:
    return Code("error", meaning)


def _warning(meaning: str) -> Code:
    return Code("warning", meaning)


CODES: dict[str, Code] = {
    # configure: sitegen.toml, pyproject.toml, theme.toml, flags
    "configure/no-site": _error("No sitegen.toml or [tool.sitegen] was found here or in any folder above."),
    "configure/two-files": _error("Both sitegen.toml and [tool.sitegen] configure one site, so one would do nothing."),
    "configure/syntax": _error("The configuration is not valid TOML."),
    "configure/unknown-key": _error("A key that no setting has, so it would do nothing."),
    "configure/wrong-type": _error("A setting has a value of the wrong type."),
    "configure/missing-key": _error("A table lacks a key that it cannot do without."),
    "configure/bad-value": _error("A setting has a value that cannot be used."),
    "configure/unknown-theme": _error(
        "The named theme is neither in themes/ nor packaged, or its parents form a circle."
    ),
    "configure/extension": _error("An extension that cannot be loaded, or that fails."),
    # scan: what lies in the folders
    "scan/unreadable": _error("A file cannot be read."),
    "scan/same-name": _error("Two files have the same id, or names that differ by case only."),
    "scan/symlink-outside": _error("A symbolic link leads out of the site's folder, or to what must not be published."),
    "scan/symlink-circle": _error("A symbolic link leads to a folder around itself."),
    "scan/bad-name": _error("A file name that is not UTF-8 or holds control characters, so no address can name it."),
    "scan/no-content": _error("The site has no content folder, so a build would publish nothing."),
    "scan/bad-image": _warning("An image file that is damaged, or is not what its name says."),
    "scan/foreign-element": _warning(
        "A drawing with an element that is not SVG, as drawing programs leave them, or one that lacks its xmlns."
    ),
    "scan/stray-file": _warning("A template or a static file of a theme that lies where nothing looks for it."),
    "scan/section-file": _warning("An _index.md, as other generators have: here the configuration describes sections."),
    "scan/author-file": _warning("A file with all authors, as other generators have it: here each has a profile."),
    "scan/other-markup": _warning("A text that its name does not call Markdown, and which is published as it is."),
    # parse: one article
    "parse/front-matter": _error("The front matter cannot be read as YAML, TOML or JSON."),
    "parse/unknown-key": _warning("A front-matter key that nearly equals a known one."),
    "parse/wrong-type": _error("A front-matter key has a value of the wrong type."),
    "parse/conflict": _error("Two versions of a text with the marks of git, which could not merge them."),
    "parse/comment": _warning("Words behind a # in front matter, which YAML takes for a comment."),
    "parse/not-utf8": _error("A text that is not valid UTF-8."),
    "parse/misread": _warning("A text that another program has read in a wrong encoding, and saved so."),
    "parse/escaped": _warning("A text with backslashes before its Markdown, which is read as if they were not there."),
    "parse/bad-value": _error("A front-matter key has a value that cannot be used."),
    "parse/bad-date": _error("A date that cannot be understood or does not exist."),
    "parse/embargo": _error("An embargo in a key that nothing reads, so that the article would be out too early."),
    "parse/expiry": _warning("A day on which the article should go, in a key that nothing reads."),
    "parse/no-date": _error("An article without a date in its front matter, its path or its file name."),
    "parse/undated-draft": _warning("A draft without a date, which not even a preview can show."),
    "parse/no-title": _error("An article without a title and without a first-level heading."),
    "parse/unknown-callout": _warning("A callout of a kind that is not known."),
    "parse/unclosed-container": _warning("A ::: block that is never closed."),
    "parse/unclosed-code": _warning("A block of code between fences that is never closed."),
    "parse/raw-html": _error("Raw HTML, where the configuration refuses it."),
    "parse/no-alt": _warning("An image without a description for those who cannot see it."),
    "parse/empty-faq": _warning("An FAQ with a question that has no answer, or no question at all."),
    "parse/asked-twice": _warning("A question that stands twice in one FAQ."),
    "parse/duplicate-key": _error("A front-matter key that stands twice, so that one of the values would be lost."),
    "parse/duplicate-id": _warning("An id that something else in the article or on its page already has."),
    "parse/footnote": _warning("A footnote that is called but not written, or written but never called."),
    "parse/local-link": _warning("A link to a file of the site where only full addresses can stand, as in a caption."),
    "parse/formula": _warning("A formula with a fault, which stays as it is written."),
    "parse/shortcode": _warning(
        "A shortcode of another generator, which stays as it is written, or leaves where it says nothing to readers."
    ),
    "parse/unbalanced-html": _warning("Raw HTML with a tag that is not closed, never opened, or out of place."),
    "parse/script": _warning("A script in raw HTML that does not run, since pages run files of the site only."),
    "parse/other-host": _warning(
        "An image, film, frame or script that readers' browsers would load from another host."
    ),
    "parse/empty-link": _warning("A link without a text, which nobody can see or hear."),
    "parse/spaced-link": _warning("A link or an image that stays as text, since its address holds a space."),
    "parse/undefined-link": _warning("A link by a label that no line of the text defines, so that it stays as text."),
    "parse/no-heading": _warning("A line that begins with ## and no space, so that it is no heading."),
    "parse/no-link": _warning("Brackets and an address that are no link, since they stand apart or never end."),
    "parse/no-table": _warning("Lines between bars that are no table, since the line of hyphens is missing or wrong."),
    "parse/own-file": _warning("A link to a file of the author's own computer, or an image from there."),
    "parse/refused-link": _warning("A link that runs a program or holds its data, so that it stays as text."),
    "parse/lost-cell": _warning("A row of a table with more cells than its head; the last are left out."),
    "parse/placeholder": _warning(
        "A list of further reading that is left out: its links all lead nowhere, or it has none."
    ),
    "parse/markdown-in-html": _warning("Markdown in raw HTML, where it is not read."),
    "parse/unknown-attribute": _warning("An attribute in raw HTML with a slip in its name; it is left out."),
    "parse/unknown-tag": _warning("A tag that HTML does not have; it stays in the text as it is written."),
    # link: what articles say of each other
    "link/unknown-article": _warning("A pin, a veto or another reference names an article that does not exist."),
    "link/pin-and-veto": _warning("An article that another one pins and vetoes, so that it is not suggested."),
    "link/same-part": _warning("Two articles in one language that are the same part of a series."),
    "link/translation": _warning(
        "An article that is named as a translation of another, but does not say its language."
    ),
    "link/near-name": _warning("An author, section, tag or series whose name nearly equals a known one."),
    "link/same-name": _warning("Two different names share one address, or a name has no letters to make one of."),
    "link/same-profile": _error("Two profiles describe one author, so one of them would be lost."),
    "link/unknown-name": _warning("A feed's query asks for a section, tag or author that no article has."),
    # route: what is published where
    "route/same-path": _error("Two sources would be published at one address."),
    "route/alias": _warning("An old address at which something else of the site stands, so that it does not lead on."),
    "route/query": _warning("An old address that has a query, as `/?p=1`, which a host of files knows nothing of."),
    "route/bad-path": _error("An address that leaves the site or that some systems cannot store."),
    "route/no-search": _error("The search that the configuration names is not installed, or fails."),
    # render: what a page says
    "render/dead-link": _warning("A link to an article, a file or a page of the site that does not exist."),
    "render/moved-link": _warning("A link to an article by an address that is not its own; it leads there."),
    "render/dead-anchor": _warning("A link to a place in an article that does not exist."),
    "render/missing-image": _warning("An image that does not exist."),
    "render/bad-image": _warning("An image whose pixels cannot be read, so that only the file itself is published."),
    "render/huge-image": _warning("An image with so many pixels that no smaller copies are made."),
    "render/template-syntax": _error("A template that cannot be compiled."),
    "render/template-error": _error("A template that fails while a page is made."),
    "render/unknown-block": _warning("A block of a template that what it extends has no place for, so it never shows."),
    "render/outside-block": _warning(
        "Text of a template that extends another, outside of all blocks: it never shows, or above the page."
    ),
    "render/lost-text": _warning(
        "A text of the interface with a slip in its name, or in that of a value, so that readers never see it as meant."
    ),
    "render/long-title": _warning("A title longer than search engines show."),
    "render/long-description": _warning("A description longer than cards and search results show."),
    "render/no-description": _warning("An article without a description and without a text to take one from."),
    "render/updated-first": _warning("An article that was updated or corrected before it was published."),
    "render/author-name": _warning("A byline that holds more than one name, or an address in place of one."),
    "render/small-image": _warning("A lead image with too few pixels to be shown beside a headline."),
    "render/no-owner": _warning("A recording in feeds that name no e-mail address, which podcast directories ask for."),
    "render/unknown-license": _warning("A licence that is neither an SPDX name nor a URL."),
    "render/no-url": _warning("An address in front matter that is no full URL, so that it is left out."),
    "render/no-subject": _error("A page about an article, a list or a term that the site does not have."),
    "render/no-template": _error("A template that no rung of the theme has."),
    # check: what the site as a whole says
    "check/dead-setting": _warning("A link, policy, contact or image of the configuration that leads nowhere."),
    "check/dead-style": _warning("A style sheet names a font, a picture or another style sheet that is not there."),
    "check/conflict": _error("Two versions of a style sheet with the marks of git, which could not merge them."),
    "check/security": _warning("A security.txt that does not say until when it holds, or no longer holds."),
    "check/dead-url": _warning(
        "A link with the full URL of a page of this site that is not there. `sitegen check` says so."
    ),
    "check/dead-link": _warning("A link to another site that leads nowhere. `sitegen check --external` says so."),
    "check/orphan": _warning(
        "An article that no other links to or suggests, so that readers find it in lists only. `sitegen check` says so."
    ),
    "check/unused-template": _warning(
        "A template that no page uses, with nearly the name of one below it. `sitegen check` says so."
    ),
    # import: what another system exports
    "import/unknown": _error("A file that is no export of WordPress or Ghost."),
    "import/syntax": _error("An export of Ghost that is not valid JSON."),
    "import/doctype": _error("An export with entities of its own, which can be made to grow without end."),
    "import/exists": _error("A file stands where an import would write another one."),
    "import/damaged": _warning("A damaged place in an export, of which the rest is read."),
    "import/look": _warning("Something in an imported article that a person should look at."),
    "import/silent": _error("The old site does not answer, from which files are to be fetched."),
    "import/media": _warning("An upload of the old site that cannot be had."),
    # related: who is near whom
    "related/unknown": _error("A file that is no article of the site."),
    # list: which articles there are
    "list/unknown-name": _error("A section, tag or author that no article has."),
    # explain: what the last build knows
    "explain/unknown": _error("A page or file that the last build did not make or read, or that the site has not."),
    # write: the output folder
    "write/foreign-file": _error("A file that the build did not write stands where a page must go."),
    "write/changed-file": _warning("A file that the site no longer has, left because somebody changed it."),
    "write/unknown-page": _warning("A page of an earlier build whose records are lost, which this build did not make."),
    "write/busy": _error("Another build, a deploy or a preview is running in the same folder."),
    "write/worker-died": _error("A worker process was killed or ran out of memory."),
    "write/no-space": _error("The output folder, `.sitegen` or a file that a command makes cannot be written."),
    # deploy: what goes online, and where
    "deploy/git": _error("Git could not do what publishing needs."),
    "deploy/no-repository": _error("The site is not in a git repository, so there is no branch to publish to."),
    "deploy/no-remote": _error("Git knows no remote of the name that was asked for."),
    "deploy/unreachable": _error("The remote cannot be reached."),
    "deploy/refused": _error("The remote does not take what is published."),
    "deploy/own-branch": _error("The branch to publish to is the one that holds the sources."),
    "deploy/foreign-file": _error("A file that sitegen did not publish stands where a page must go online."),
    "deploy/gone-article": _warning("An article that was online, and has neither a page nor an alias there any more."),
    "deploy/changed-file": _warning("A page that the site no longer has, left because somebody changed it there."),
    "deploy/cname": _error("The branch claims another domain than the configuration."),
    "deploy/wrong-url": _error("The site would stand at another address than its pages and feeds say."),
    "deploy/too-large": _error("The site is larger than GitHub Pages serves."),
    "deploy/file-too-large": _error("A file is larger than GitHub takes."),
    "deploy/link": _error("A symbolic link, which GitHub Pages refuses."),
    "deploy/mode": _error("A file that a web server may not read."),
    "deploy/bad-name": _error("A file name that some systems cannot store, or cannot tell from another."),
    "deploy/no-404": _warning("The site has no 404.html."),
    "deploy/relative-404": _error("A link in 404.html that leads somewhere else at every address."),
    "deploy/hidden-article": _error("A draft or scheduled article would go online."),
    "deploy/kept": _warning("A file that a person has changed was left as it is."),
    "deploy/no-origin": _warning("GitHub cannot install sitegen from where it was installed here."),
    "deploy/target": _error("A folder or branch to publish to that cannot be one."),
    "deploy/rsync": _error("Rsync could not do its part."),
    "deploy/ping": _warning("A service could not be told that the site has changed."),
}
