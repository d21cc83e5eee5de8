"""Tokens, components, behaviours; knows no domain noun."""
