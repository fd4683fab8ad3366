"""Saying of all claims of a topic at once which tell the same, and how the others stand."""

from app.services.versions.ground import Ground, ground_of
from app.services.versions.plan import Plan, plan_of
from app.services.versions.saving import field_of, save_versions, undo_versions

__all__ = [
    "Ground", "Plan", "field_of", "ground_of", "plan_of", "save_versions", "undo_versions",
]
