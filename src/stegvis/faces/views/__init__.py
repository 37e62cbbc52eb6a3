"""Start pages of the three faces."""
