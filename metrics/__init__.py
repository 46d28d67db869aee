"""The language of Målbilde: immutable words and pure functions over numpy arrays."""
