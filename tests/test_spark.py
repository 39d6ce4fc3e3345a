"""Spark in local mode gives what this process gives. Needs pyspark and Java."""

from __future__ import annotations

import shutil
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

import wikialbum
from many_articles import album_pages
from wikialbum.arrow import from_table
from wikialbum.errors import MissingExtraError
from wikialbum.spark import parse_articles


@pytest.fixture(name="spark", scope="module")
def spark_fixture() -> Iterator[Any]:
    pytest.importorskip("pyarrow")
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("needs Java")
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        warnings.simplefilter("ignore")  # of what Spark leaves open
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = sql.SparkSession.builder.master("local[2]").appName("wikialbum")
        for key, value in {"spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1"}.items():
            builder = builder.config(key, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


@pytest.mark.filterwarnings("ignore")
def test_spark_gives_the_albums_that_this_process_gives(spark: Any) -> None:  # noqa: ANN401 - a class of an extra
    pages = [*album_pages(60), ("61", "Cat", "An animal.")]
    articles = spark.createDataFrame([(title, text) for _, title, text in pages], "title string, text string")
    albums = parse_articles(articles.repartition(2))
    assert albums.where("failure is not null").count() == 0
    found = sorted(from_table(albums.toArrow()), key=lambda album: int((album.title or "").split()[1]))
    assert found == [wikialbum.parse_text(text, title=title) for _, title, text in pages[:-1]]
    seconds = albums.selectExpr("explode(track_lists) as list").selectExpr("explode(list.tracks) as track")
    assert seconds.selectExpr("sum(track.seconds)").first()[0] == 60 * (3 * 60 + 45 + 4 * 60 + 2)
    with pytest.raises(KeyError, match="expected a column 'wikitext'; there are title, text"):
        parse_articles(articles, text="wikitext")


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyspark", "pyspark.sql.pandas.types"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match='needs the extra "spark"'):
        parse_articles(None)
