"""Makes the facts of which an article has many: each function as its class does, in half the time."""

from __future__ import annotations

from wikialbum.album import Credit, Track
from wikialbum.records import maker

__all__ = ["make_credit", "make_track"]

make_credit = maker(Credit)
make_track = maker(Track)
