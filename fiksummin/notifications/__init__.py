"""The room of notices: one ledger of who is told what, once."""
