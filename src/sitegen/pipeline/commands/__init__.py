"""What commands do with a site besides building it."""
