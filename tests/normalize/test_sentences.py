from __future__ import annotations

import pytest

from wikialbum.normalize.context import Context
from wikialbum.normalize.sentences import read_credit_sentence
from wikialbum.vocabulary import ENGLISH

ANN, BO, CY = "Ann Lee", "Bo Ray", "Cy Fox"
Names = dict[str, tuple[str, ...]]

SENTENCES: dict[str, Names] = {
    "All songs by Ann Lee": {"writers": (ANN,)},
    "All songs written by Ann Lee.": {"writers": (ANN,)},
    "All tracks written by Ann Lee and Bo Ray:": {"writers": (ANN, BO)},
    "All tracks are written by Ann Lee, except where noted.": {"writers": (ANN,)},
    "All songs written by Ann Lee unless otherwise noted": {"writers": (ANN,)},
    "All songs written by Ann Lee unless stated otherwise": {"writers": (ANN,)},
    "All compositions by Ann Lee except as indicated": {"writers": (ANN,)},
    "All compositions by J. S. Lee.": {"writers": ("J. S. Lee",)},
    "All selections composed by Ann Lee (except as noted).": {"writers": (ANN,)},
    "All material written by Ann Lee": {"writers": (ANN,)},
    "Except where noted, all songs written by Ann Lee": {"writers": (ANN,)},
    "Words and music by Ann Lee": {"writers": (ANN,)},
    "Written by Ann Lee": {"writers": (ANN,)},
    "All songs written by Ann Lee, Jr. and the Pips": {"writers": ("Ann Lee, Jr. and the Pips",)},
    "All music by Ann Lee": {"composers": (ANN,)},
    "All music composed by Ann Lee; lyrics by Bo Ray": {"composers": (ANN,), "lyricists": (BO,)},
    "All lyrics by Ann Lee, all music by Bo Ray and Cy Fox.": {"lyricists": (ANN,), "composers": (BO, CY)},
    "Music by Ann Lee. Lyrics by Bo Ray.": {"composers": (ANN,), "lyricists": (BO,)},
    "All songs written and produced by Ann Lee": {"writers": (ANN,), "producers": (ANN,)},
    "All tracks produced by Ann Lee": {"producers": (ANN,)},
    "All songs written by Ann Lee and produced by Bo Ray": {"writers": (ANN,), "producers": (BO,)},
    "All tracks written by Ann Lee, except where noted. Produced by Bo Ray.": {"writers": (ANN,), "producers": (BO,)},
    "Lyrics: Ann Lee. Music: Bo Ray.": {"lyricists": (ANN,), "composers": (BO,)},
    "Words and music: Ann Lee, except where noted": {"writers": (ANN,)},
    "Original score composed by Ann Lee": {"composers": (ANN,)},
    "All original music by Ann Lee": {"composers": (ANN,)},
    # an exception names nobody for the other tracks
    'All tracks written by Ann Lee, except "B" by Bo Ray.': {"writers": (ANN,)},
    'All music by Ann Lee; except "B", written by Bo Ray.': {"composers": (ANN,)},
    "All tracks produced by Ann Lee except track 4, written by Bo Ray": {"producers": (ANN,)},
    "All songs written by Ann Lee; additional writers in parentheses": {"writers": (ANN,)},
    # sentences that say nothing of writers or producers
    "All songs performed by Ann Lee.": {},
    "All songs arranged by Ann Lee": {},
    "All arrangements by Ann Lee": {},
    "All tracks are traditional, arranged by Ann Lee.": {},
    "Tracks 1–3 written by Ann Lee": {},
}


@pytest.mark.parametrize("text", SENTENCES)
def test_a_credit_sentence_is_the_note_and_fills_what_it_speaks_of(text: str) -> None:
    found = read_credit_sentence(text, Context(ENGLISH))
    assert found is not None
    assert (found.note, found.names) == (text.rstrip(".:"), SENTENCES[text])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Side one",
        "Adapted from the sleeve.",
        "Track listing adapted from Apple Music.",
        "The album was produced by Ann Lee",
        "The songs were written by Ann Lee in 1990 and released by Duck in the spring.",
        "The songs were recorded by the band in a barn near Reno.",
        "Tracks 1–5 were recorded on May 1, 1952, and tracks 6–9 on January 20, 1953.",
        "Some copies omit the last song, by mistake.",
    ],
)
def test_other_sentences_are_no_credit_sentences(text: str) -> None:
    assert read_credit_sentence(text, Context(ENGLISH)) is None


@pytest.mark.parametrize(
    "source",
    [
        "Credits adapted from the booklet.",
        "Track listing and credits are adapted from the liner notes.",
        "Writing credits per the label. Track listing adapted from Tidal.",
    ],
)
def test_a_credit_sentence_may_follow_what_says_where_it_is_from(source: str) -> None:
    found = read_credit_sentence(f"{source} All lyrics by Ann Lee.", Context(ENGLISH))
    assert found is not None
    assert (found.note, found.names) == ("All lyrics by Ann Lee", {"lyricists": (ANN,)})


def test_a_credit_sentence_ends_before_prose() -> None:
    found = read_credit_sentence("All songs by Ann Lee. The band had four days left.", Context(ENGLISH))
    assert found is not None
    assert found.note == "All songs by Ann Lee"
