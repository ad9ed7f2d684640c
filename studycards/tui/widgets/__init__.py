"""The widgets of the face: each paints a plain value and posts what was done to it."""
