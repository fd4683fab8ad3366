"""Short made-up articles with labelled pairs: what the engine is measured on. See README.md."""
