"""Chart specifications and their drawings."""
