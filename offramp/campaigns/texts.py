"""texts.toml: the short texts that only this campaign can word."""

from offramp.campaigns.table import Table
from offramp.campaigns.wording import Languages, Wording

NAMES = (
    "run_by",
    "waiting_time",
    "landing_headline",
    "landing_lead",
    "device_warning_title",
    "device_warning",
    "steps_title",
    "step_write_title",
    "step_write",
    "step_adviser_title",
    "step_adviser",
    "step_work_title",
    "step_work",
    "footer",
    "lock",
    "pause",
    "not_open",
    "card_line",
    "ask_text",
    "ask_help",
    "ask_work",
    "ask_years",
    "ask_region",
    "ask_language",
    "ask_nickname",
    "ask_wish",
    "ask_red_line",
    "ask_red_line_words",
    "ask_skill",
    "ask_fact",
)


def read_texts(whole: Table, languages: Languages) -> dict[str, Wording[str]]:
    """Every text by its name. Raises CampaignBroken."""
    whole.only(*NAMES)
    return {name: whole.said(name, languages) for name in NAMES}
