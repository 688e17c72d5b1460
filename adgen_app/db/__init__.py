"""The database: engine, transactions, tables."""
