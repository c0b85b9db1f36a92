"""The audit of a built site: `make audit`. README.md beside this file says what is measured and with what."""
