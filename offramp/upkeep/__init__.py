"""The `offramp` command: what a host does at the console, and what a timer does each night."""
