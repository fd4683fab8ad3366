"""Puts htmx, the one script library of the pages, into static/vendor/.

htmx is not kept in git. It comes out of the package `django-htmx`, whose copy is byte for byte
the original; the package (and the Django that it asks for) never reaches a user. The launcher
runs this file with the wheel that it downloaded; the build imports it.
"""

import hashlib
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

MEMBER = "django_htmx/static/django_htmx/htmx-2.min.js"
SHA256 = "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de"  # htmx 2.0.10
NAME = "htmx.min.js"


class WrongContentError(Exception):
    """What was found is not the htmx that this version of Diptych was tested with."""


def checked(script: bytes) -> bytes:
    """Return the script if it is the expected one, else raise WrongContentError."""
    found = hashlib.sha256(script).hexdigest()
    if found != SHA256:
        message = f"htmx has the SHA-256 {found}, not {SHA256}."
        raise WrongContentError(message)
    return script


def from_wheel(wheel: Path) -> bytes:
    """Read htmx out of a django-htmx wheel."""
    with ZipFile(wheel) as archive:
        return checked(archive.read(MEMBER))


def from_environment() -> bytes:
    """Read htmx out of the installed django-htmx package, without importing it."""
    spec = find_spec("django_htmx")
    if spec is None or spec.origin is None:
        message = "The package django-htmx is not installed."
        raise WrongContentError(message)
    return checked((Path(spec.origin).parent.parent / MEMBER).read_bytes())


def place(script: bytes, folder: Path) -> Path:
    """Write the script, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / NAME
    half = folder / f".{NAME}.half"
    half.write_bytes(script)
    half.replace(target)
    return target


def is_placed(folder: Path) -> bool:
    """The right script is there already."""
    target = folder / NAME
    return target.is_file() and hashlib.sha256(target.read_bytes()).hexdigest() == SHA256


if __name__ == "__main__":
    wheel, vendor = map(Path, sys.argv[1:3])
    try:
        place(from_wheel(wheel), vendor)
    except (WrongContentError, OSError, KeyError) as error:
        sys.exit(f"diptych: htmx could not be put in place: {error}")
