"""Reads of listings."""
