"""What other commands than `build` and `check` do with a site."""
