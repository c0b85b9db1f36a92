"""The officers' Excel form, written and read back."""
