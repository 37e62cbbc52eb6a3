"""Makers of test data, one file an area. They write past the actions, through `given`."""
