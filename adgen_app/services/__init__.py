"""Use cases: one function is one transaction; users see only what is theirs."""
