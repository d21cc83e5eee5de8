"""Pages of experiments and batons."""
