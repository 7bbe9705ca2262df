"""Résumés and letters as documents: their shape, reading, checking and writing; without Django."""
