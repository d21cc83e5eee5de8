"""Fiksummin: the operating system of a public-sector co-creation lab."""

__version__ = "0.1.0"
