"""The command line, and the plain line-by-line face for pipes, screen readers and dumb terminals."""

from studycards.cli.main import run

__all__ = ["run"]
