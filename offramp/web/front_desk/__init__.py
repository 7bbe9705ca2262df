"""The front desk: requests that nobody is paired with yet, and advisers' questions."""
