"""One commune examined: its rows, figures, differences and problems."""
