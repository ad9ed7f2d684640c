"""The Lab: a network as it is typed, and what goes through it cell by cell. Nothing here knows a terminal.

`sketch` reads the text, `start` says where the Lab begins; both do without NumPy. `stage` steps through a layer.
"""

from studycards.study.lab.start import LabStart, lab_start

__all__ = ["LabStart", "lab_start"]
