"""Input of this room, made clean."""
