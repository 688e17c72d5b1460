"""What an ad sounds like."""
