"""The only room with SQL: it takes and returns domain objects or read-only rows for a page."""
