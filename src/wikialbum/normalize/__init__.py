"""Turns the syntax tree of an article into an `Album`. It reads the tree only, and says nothing that is not there."""
