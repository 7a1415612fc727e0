"""The entity types: what a workspace is made of. Immutable values that hold identifiers, never each other's entities."""
