"""The questions, one class a module: how each is read, graded and explained."""
