"""Every personal field of this area."""


def declare() -> None:
    """Nothing yet."""
