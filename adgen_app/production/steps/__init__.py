"""The steps of an ad, one a module."""
