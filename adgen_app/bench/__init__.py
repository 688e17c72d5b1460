"""How fast the studio is, measured on the machine that asks."""
