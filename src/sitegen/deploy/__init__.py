"""A finished site goes online: to a branch, to a folder, over rsync, or by a workflow that GitHub runs."""
