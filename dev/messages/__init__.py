"""Translations: taken from the code, kept in one catalogue per app, compiled, and checked."""
