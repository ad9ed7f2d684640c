"""What the learner has chosen: one TOML file, read, checked, changed and kept.

`preferences` is the door; the modules below it know text and plain values, no screen and no memory.
"""
