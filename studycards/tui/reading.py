"""Reading figures in a thread: what its workers are called, and what becomes of a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studycards.errors import StudycardsError

if TYPE_CHECKING:
    from textual.worker import Worker

FIGURES = "figures"
"""The group of the workers that read figures."""


def fault_of(worker: Worker[Any]) -> StudycardsError:
    """Return what the learner can mend about a failed worker.

    Raises:
        BaseException: it is a defect of ours, which must not pass unseen.
    """
    error = worker.error
    if isinstance(error, StudycardsError):
        return error
    raise error or AssertionError(worker)
