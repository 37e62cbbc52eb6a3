"""Documents that repeat code are made from it: `python -m tools.docs requirements|map|data_protection [--check]`."""
