"""Users decide along: working groups with an agenda and a log of decisions."""
