"""Drawings worked out as figures: where each line, sign and label stands. No markup here."""
