"""Experiments, whose end is what matters, and the baton that carries them from agency to agency."""
