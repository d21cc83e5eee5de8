"""Fiksummin: the operating system of a public-sector co-creation lab."""
