"""What the words of an article mean, as data: one `Vocabulary` for each language.

Another language is another table: fill a `Vocabulary` (see `english.py`) and pass it to `wikialbum.normalize`.
"""

from __future__ import annotations

from wikialbum.vocabulary.english import ENGLISH
from wikialbum.vocabulary.model import Vocabulary

__all__ = ["ENGLISH", "Vocabulary"]
