"""The lines above a text, from bytes to typed fields."""
