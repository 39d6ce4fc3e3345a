"""Writes a file as a whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: str | os.PathLike[str], content: bytes) -> None:
    """Give a file its content: whoever reads it sees what it held before, or the whole.

    A link is followed, a file keeps its mode, and devices and pipes are written to.

    Args:
        path: The file.
        content: What it is to hold.

    Raises:
        OSError: It cannot be written; it then holds what it held before.
    """
    file = Path(path).resolve()
    if file.exists() and not file.is_file():
        file.write_bytes(content)
        return
    mode = file.stat().st_mode & 0o7777 if file.exists() else 0o666 & ~_umask()
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(mode)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The bits that new files of this process lack; it can be asked for only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
