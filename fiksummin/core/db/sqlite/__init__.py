"""SQLite as the default engine: sound library, full durability, writers in a queue."""
