"""Pages of the room of communities."""
