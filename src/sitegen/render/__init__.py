"""Make each page of the site: an output and a view become an artifact."""
