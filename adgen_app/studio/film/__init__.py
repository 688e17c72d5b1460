"""Frames into files: encoding, joining, worker processes."""
