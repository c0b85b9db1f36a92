"""Tables of many communes, as one-stop software exports them, read by a mapping that people keep and check."""
