"""Parses articles with Apache Spark: the same reader, over a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from wikialbum.arrow import parse_batches, result_schema
from wikialbum.errors import MissingExtraError
from wikialbum.extract.work import Reading

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["parse_articles"]


def parse_articles(
    df: DataFrame,
    text: str = "text",
    title: str | None = "title",
    *,
    every: bool = False,
    reading: Reading = Reading(),  # noqa: B008 - a tuple
) -> DataFrame:
    r"""The albums of a data frame of articles, as a data frame of the nested schema of Album JSON.

    Rows are what `wikialbum.arrow.parse_batches` gives: those of albums, whose column `failure` is null, and one for
    each article that failed. Nothing is read before Spark asks for it; articles stay in their partitions, in order.
    The workers need this package with the extra `arrow`.

    Args:
        df: The articles, a row for each.
        text: The column of the texts.
        title: The column of the titles, which may be missing; None where there is none.
        every: Whether to parse every page, not only those that `wikialbum.extract.is_album_article` takes.
        reading: The dialect, and the limits of one article.

    Raises:
        KeyError: There is no column of texts.
        MissingExtraError: The extra `spark` is not installed.

    Examples:
        >>> spark = SparkSession.builder.master("local[2]").getOrCreate()  # doctest: +SKIP
        >>> articles = spark.createDataFrame([("Rush", "= Rush =\n\nRush\n- Artist: Eric Clapton\n")], "title string, text string")  # doctest: +SKIP
        >>> parse_articles(articles).select("title", "artist").collect()  # doctest: +SKIP
        [Row(title='Rush', artist='Eric Clapton')]
    """
    try:
        from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 - a package of an extra
    except ImportError as error:
        raise MissingExtraError("Spark", "spark") from error
    if text not in df.columns:
        raise KeyError(f"expected a column {text!r}; there are {', '.join(df.columns)}")
    columns = [name for name in (text, title) if name in df.columns]
    work = partial(_work, text=text, title=title, every=every, reading=reading)
    return df.select(*columns).mapInArrow(work, from_arrow_schema(result_schema()))


def _work(
    batches: Iterator[pa.RecordBatch], *, text: str, title: str | None, every: bool, reading: Reading
) -> Iterator[pa.RecordBatch]:
    """What each worker does; a function of the module, so that Spark sends its name and no code."""
    return parse_batches(batches, text=text, title=title, every=every, reading=reading)
