"""Small pieces of the pages of this room."""
