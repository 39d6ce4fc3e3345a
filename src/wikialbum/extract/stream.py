"""The albums of records, for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from wikialbum.album import Album
from wikialbum.errors import WikiAlbumError
from wikialbum.extract.chunks import chunks
from wikialbum.extract.pool import read_chunks
from wikialbum.extract.work import Reading
from wikialbum.sources.records import Failure, Record

__all__ = ["ArticleError", "albums"]


class ArticleError(WikiAlbumError, RuntimeError):
    """An article among many could not be read.

    Attributes:
        failure: Which, and why.
    """

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure)
        self.failure = failure

    def __str__(self) -> str:
        return f"{self.failure.source}, page {self.failure.id}: {self.failure.reason}"


def albums(
    records: Iterable[Record],
    *,
    jobs: int = 1,
    every: bool = False,
    reading: Reading = Reading(),  # noqa: B008 - a tuple
    on_failure: Callable[[Failure], object] | None = None,
) -> Iterator[Album]:
    r"""The albums of many records, in their order, with as many processes as are wanted.

    Records are read no further ahead than the processes need, so that memory does not grow with their number. The
    albums are those of Album JSON: they know nothing of the article that they were read from. Processes are spawned: a
    program that asks for several keeps its own start under `if __name__ == "__main__":`.

    Args:
        records: The records, such as `wikialbum.sources.read` gives them.
        jobs: The number of processes; with 1 this one reads by itself.
        every: Whether to parse every page, not only those that `is_album_article` takes.
        reading: The dialect, and the limits of one article. With one job the limit of time holds on POSIX systems
            alone, and in the main thread.
        on_failure: Is told of every article that fails, and the others go on.

    Raises:
        ArticleError: An article failed, and there is no `on_failure`.

    Examples:
        >>> record = Record("1", "Rush", "Rush\n- Type: Soundtrack\n- Artist: Eric Clapton\n", "memory")
        >>> [album.artist for album in albums([record])]
        ['Eric Clapton']
    """
    if jobs < 1:
        raise ValueError(f"expected at least 1 job, not {jobs}")
    for _, result in read_chunks(chunks(records, every=every), reading, jobs):
        for failure in result.failures:
            if on_failure is None:
                raise ArticleError(failure)
            on_failure(failure)
        for line in result.lines.splitlines():
            yield Album.from_dict(json.loads(line))
