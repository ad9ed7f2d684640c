"""What the process tells the one that started it."""

DONE = 0
NO = 1
"""The answer is "no": problems were found, nothing is due."""
WRONG_USAGE = 2
CRASHED = 70
"""A fault of the program itself, `EX_SOFTWARE` among the exit codes of BSD."""
INTERRUPTED = 130
"""Ended by Ctrl+C, as shells expect it: 128 + SIGINT."""
