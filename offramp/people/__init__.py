"""Members, their keys and codes, how they enroll, sign in and leave."""
