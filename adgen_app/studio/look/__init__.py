"""How an ad looks: colour, type, background, motion."""
