"""The measures: what a person waits for, what the machine spends on it, as one table (`make bench`)."""
