"""One module per group of endpoints; a module here with a `router` is served."""
