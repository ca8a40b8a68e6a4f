"""Show a site while it is written: every saved change appears in the open pages."""
