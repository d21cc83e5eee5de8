"""Accounts, organisations, roles, partnerships."""
