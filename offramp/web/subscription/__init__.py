"""The letters by mail: beginning, changing, ending."""
