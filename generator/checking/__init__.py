"""Rules on one file, one row, one cell."""
