"""An article and its album on one HTML page, each fact tied to the piece of the source that it was read from."""

from __future__ import annotations

from wikialbum.inspection.page import page

__all__ = ["page"]
