"""What knows neither news nor sites.

- What is wrong: `codes`, `diagnostics`, `format`; of merges, `conflicts`.
- What is written: `text`, `words`, `unspaced`, `spelling`, `characters`, `languages`; `html`, `jsontext`.
- What can be read: `dates`, `toml`, `licenses`; addresses with templates in them, `templated`; two brackets, `wiki`.
- Where it stands: `paths`, `slugs`, `portable`, `fs`.
- What all is made of: `noun`, `digest`, `patterns`.
"""
