"""From bytes on disk to rows of text with file and line, and the history git keeps of them."""
