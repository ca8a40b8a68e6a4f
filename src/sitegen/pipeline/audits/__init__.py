"""What only `sitegen check` looks for.

`orphans` are what nothing leads to, as `destinations` tell; `full_urls` may lead nowhere; overrides may be `strays`.
"""
