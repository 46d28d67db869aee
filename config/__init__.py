"""What a municipality has decided, read from YAML and checked."""
