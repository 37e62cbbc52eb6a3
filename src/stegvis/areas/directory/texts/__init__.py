"""Codes in words. `public` speaks to newcomers."""
