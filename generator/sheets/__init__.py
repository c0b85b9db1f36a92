"""Light pages without the frame: for the notice board and the loudspeaker."""
