"""Takes an English brief apart."""
