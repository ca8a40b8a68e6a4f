"""The machinery. It knows no noun of a publication."""
