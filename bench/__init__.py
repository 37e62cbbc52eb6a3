"""Benchmarks: one file a job, each printing a table of ratios measured in one run."""
