"""Reads and keeps: files into the register, the register onto the board."""
