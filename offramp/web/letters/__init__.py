"""Open letters as anybody reads them."""
