"""Edits of an article: each gives a new article in which only what the edit is about is changed."""
