"""The commands of `./adgen`, one module each."""
