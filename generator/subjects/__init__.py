"""The subjects: what each says, shows and draws besides the figures of its indicators; a module each."""
