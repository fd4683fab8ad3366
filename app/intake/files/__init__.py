"""File formats, one file each: bytes as they came in to text."""
