"""The library: its things, their use, their upkeep, and the lab itself."""
