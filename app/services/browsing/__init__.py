"""Everything that the pages read, each function returning its Page."""
