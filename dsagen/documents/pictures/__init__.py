"""Pictures drawn from what the YAML says: where each shape stands, in millimetres."""
