"""Tokens become HTML with holes."""
