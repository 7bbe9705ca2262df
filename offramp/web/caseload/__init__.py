"""An adviser's caseload: offers, the people they are paired with, and questions to the front desk."""
