"""Writes the plan of an ad: a brief in, a storyboard out."""
