"""AdGen: a brief becomes a storyboard, a storyboard becomes an ad."""

__version__ = "0.1.0"
