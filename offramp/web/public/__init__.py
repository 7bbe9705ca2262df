"""Pages anybody may read: the front door, our promises, people to talk to, who we are."""
