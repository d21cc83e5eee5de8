"""The door of an event: its list, codes, and presses that were kept while there was no connection."""
