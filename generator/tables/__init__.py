"""The tables that officers fill in."""
