"""Light pages for the commune's loudspeaker, to be read aloud."""
