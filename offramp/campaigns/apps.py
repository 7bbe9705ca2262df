"""Django finds the room and its start-up check here."""

from django.apps import AppConfig
from django.core.checks import register

from offramp.campaigns.checks import campaign_reads, contact_can_be_written_to, languages_have_files


class CampaignsConfig(AppConfig):
    name = "offramp.campaigns"

    def ready(self) -> None:
        register(campaign_reads)
        register(contact_can_be_written_to)
        register(languages_have_files)
