"""The inside of the cell. Only the child imports this, as only the child may parse what strangers send."""
