"""Makes ads, durably: a crash loses nothing, a finished step is not done again."""
