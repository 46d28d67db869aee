"""The attacker: works out what it can from what is printed, and shares no code with the rules that hide (PRIVACY §6)."""
