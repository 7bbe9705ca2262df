"""A staff member's own account: code, passkeys, address, profile."""
