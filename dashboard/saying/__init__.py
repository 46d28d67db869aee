"""What Målbilde says about a figure: the same facts in bokmål, nynorsk and English (STATISTICS §3, §12)."""
