"""From the board to what the attacker reads."""
