"""Views without state of their own."""
