"""Light pages for the notice board, printed on A4."""
