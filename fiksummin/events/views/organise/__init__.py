"""Pages of those who hold events."""
