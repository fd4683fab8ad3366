"""Closed word lists written as plain text."""


def listed(words: str) -> frozenset[str]:
    """The words of a list, set apart by white space."""
    return frozenset(words.split())
