"""Verbs: what people and jobs do. Rules and permissions live here."""
