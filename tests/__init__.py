"""Tests: one folder per room, and the nets that hold every page."""
