"""The entity types: immutable values that hold each other's identifiers, never each other."""
