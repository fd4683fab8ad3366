"""What whoever runs Diptych may choose, read once from the environment."""

import os
import sys
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Where templates/, static/, migrations/ and seeds/ are: the checkout, or inside the wheel."""
    packed = _PACKAGE / "resources"
    return packed if packed.is_dir() else _PACKAGE.parent


def is_checkout() -> bool:
    """The program runs from a clone of the repository, not from an installed package."""
    return (_PACKAGE.parent / "pyproject.toml").is_file()


def default_data() -> Path:
    """`var` in a checkout, else the folder that the desktop's rules give to application data."""
    if is_checkout():
        return _PACKAGE.parent / "var"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "diptych"
    chosen = os.environ.get("XDG_DATA_HOME", "")
    base = Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".local" / "share"
    return base / "diptych"


class Settings(BaseSettings):
    """Each is an environment variable with the prefix DIPTYCH_, told in docs/operating.md."""

    model_config = SettingsConfigDict(env_prefix="DIPTYCH_", extra="ignore", frozen=True)

    data: Path = Field(
        default_factory=default_data,
        description="Folder that holds the database and everything else that is kept.",
    )
    database_url: str | None = Field(
        default=None,
        description="SQLAlchemy address of the database; without it, SQLite in the data folder.",
    )
    host: str = Field(default="127.0.0.1", description="Address that the server listens on.")
    port: int = Field(
        default=8123,
        ge=0,
        le=65535,
        description="Port that the server listens on; 0 takes a free one.",
    )
    reviewer: str = Field(
        default="You",
        min_length=1,
        max_length=100,
        description="Name of the reviewer of this machine.",
    )
    max_upload_bytes: int = Field(
        default=10_000_000, ge=1, description="Largest file that an import takes, in bytes."
    )
    ner: bool = Field(
        default=False, description="Let a small spaCy model add names that the rules miss."
    )
    ner_model: str = Field(
        default="en_core_web_sm", description="That model: an installed package, or a folder."
    )
    nli_model: Path | None = Field(
        default=None,
        description="Folder of a sequence-pair classifier that gives a second opinion.",
    )
    nli_labels: str = Field(
        default="entailment,neutral,contradiction",
        description="What the outputs of that classifier mean, in order.",
    )

    @property
    def url(self) -> str:
        """SQLAlchemy address of the database in use."""
        return self.database_url or f"sqlite:///{self.data.resolve() / 'diptych.sqlite3'}"
