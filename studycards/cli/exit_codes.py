"""What the process tells the one that started it."""

DONE = 0
NO = 1
"""The answer is "no": problems were found, nothing is due."""
WRONG_USAGE = 2
INTERRUPTED = 130
"""Ended by Ctrl+C, as shells expect it: 128 + SIGINT."""
