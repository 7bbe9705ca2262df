"""Résumés whose content is known: personas of the campaign, written by many producers in many manners."""
