"""Pages that people read, with the structured data in them.

- `documents` joins them: of `articles`, `lists`, `head` and `masthead`; of `cards`, `authors` and `citing`.
- `schema` and `publisher` say the same as `jsonld`; `findings` is what is wrong with an article on its page.
"""
