"""Benchmarks of load and cost: figures with their budgets, never timed tests."""
