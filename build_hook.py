"""The build's own step: what is not Python travels in the wheel, and htmx with it."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "requirements"))

import htmx  # noqa: E402  (a script beside the locks, shared with the launcher; no package)

FOLDERS = ("templates", "static", "migrations", "seeds")


class ResourcesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the folders that `app.settings.resources` looks for, under app/resources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Place htmx, then name every folder to pack."""
        vendor = ROOT / "static" / "vendor"
        if not htmx.is_placed(vendor):
            htmx.place(htmx.from_environment(), vendor)
        if self.target_name == "wheel":
            packed = {str(ROOT / name): f"app/resources/{name}" for name in FOLDERS}
            build_data["force_include"].update(packed)
        else:
            build_data["artifacts"].append(f"/static/vendor/{htmx.NAME}")
