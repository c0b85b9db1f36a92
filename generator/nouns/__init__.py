"""What the portal speaks of, and how Vietnamese writes it: figures, tables, numbers, days."""
