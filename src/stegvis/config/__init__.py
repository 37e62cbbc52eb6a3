"""How the house is put together: settings, addresses, the command line."""
