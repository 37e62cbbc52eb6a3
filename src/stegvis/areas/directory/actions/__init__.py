"""Everything that changes the directory: one function, one use case."""
