"""Diptych: who says what, side by side."""

__version__ = "0.1.0"
