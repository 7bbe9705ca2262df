"""The cast of the staff's pages."""

from tests.web.staff_cast import at_caseload, at_desk, bo, di, ed, organizers, today

__all__ = ["at_caseload", "at_desk", "bo", "di", "ed", "organizers", "today"]
