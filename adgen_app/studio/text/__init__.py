"""Text on the screen: shaping, fitting, coming in."""
