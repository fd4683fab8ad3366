"""Reports: what people found in a case, with everything a reader needs to check it."""

from app.services.reporting.building import report
from app.services.reporting.previewing import is_blind, preview

__all__ = ["is_blind", "preview", "report"]
