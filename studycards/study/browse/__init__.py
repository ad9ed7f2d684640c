"""All cards of the library: found as one types, put in order, looked at, changed many at once."""
