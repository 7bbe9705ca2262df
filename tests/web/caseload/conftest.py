"""The cast of the staff's pages."""

from tests.web.staff_cast import ada, at_caseload, bo, cy, di, ed, organizers, today

__all__ = ["ada", "at_caseload", "bo", "cy", "di", "ed", "organizers", "today"]
