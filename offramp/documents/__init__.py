"""What a seeker works on: sealed documents, their versions, who they are shared with, and the review."""
