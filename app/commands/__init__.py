"""The commands, one file a concern. Each imports what it needs when it is called."""
