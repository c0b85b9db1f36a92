"""Checked rows as typed frames of figures, and what is computed from them."""
