"""Requests into one service call and one rendered page."""
