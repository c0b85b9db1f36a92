"""From contexts to a finished site, and the switch that puts it in place."""
