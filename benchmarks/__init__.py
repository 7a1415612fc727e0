"""Benchmarks: ratios of CPU time measured in turn, printed as one table; never a test that fails."""
