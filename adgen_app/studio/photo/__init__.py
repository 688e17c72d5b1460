"""Photos and logos that users give."""
