"""The database engines, and what they must refuse."""
