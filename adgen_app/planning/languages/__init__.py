"""Reads briefs in other languages than English, from tables of small words and phrases."""
