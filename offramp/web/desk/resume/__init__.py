"""A résumé on the desk: written part by part, looked at page by page, and copied for one posting each."""
