"""Rows for tests, made plainly: what a caller does not name is ordinary, nothing happens unseen."""
