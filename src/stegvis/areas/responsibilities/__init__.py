"""Tasks that somebody who comes here wants and is guided in, and that the house can do without."""
