"""A campaign may look like itself: its colors are read, its logo keeps nothing but the picture."""

import re
import struct
import zlib
from pathlib import Path

import pytest

from offramp.campaigns import logo, look
from offramp.campaigns.campaign import Campaign
from offramp.campaigns.contrast import contrast
from offramp.campaigns.reading import read
from offramp.campaigns.source import CampaignBroken
from tests.campaigns.conftest import TEACHERS
from tests.environment import ROOT

PICTURE = (TEACHERS / "logo.png").read_bytes()
RULES = re.compile(r"--([a-z-]+): (#[0-9a-f]{6})")


def test_its_colors_follow_ours_on_a_screen_and_leave_paper_alone(teachers: Campaign) -> None:
    assert teachers.look.sheet == (
        "@media screen and (prefers-color-scheme:light){:root{"
        "--paper:#fdf6f9;--road:#7a2048;--road-deep:#5c1235;--road-sheet:#f9e6ee;}}"
        "@media screen and (prefers-color-scheme:dark){:root{"
        "--road:#f3a6c8;--road-deep:#f9c9de;--road-sheet:#33202a;--on-road:#2b0d1b;}}"
    )


def test_an_older_folder_looks_like_ours(shipped: Campaign) -> None:
    assert (shipped.look.sheet_name, shipped.look.logo_name) == ("", "")


def test_other_colors_stand_at_another_address(folder: Path, teachers: Campaign) -> None:
    changed = (folder / "campaign.toml").read_text().replace("#7a2048", "#6a1040")
    (folder / "campaign.toml").write_text(changed)

    assert read(folder).look.sheet_name != teachers.look.sheet_name
    assert read(folder).look.logo_name == teachers.look.logo_name


def test_contrast_is_what_the_standard_reckons() -> None:
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_the_colors_a_campaign_is_measured_with_are_those_of_the_style_sheet() -> None:
    sheet = (ROOT / "offramp/web/static/offramp.css").read_text()
    light, dark = sheet.split("@media (prefers-color-scheme: dark)", 1)

    for scheme, rules in (("light", light), ("dark", dark.split("/* The page */")[0])):
        written = {name.replace("-", "_"): color for name, color in RULES.findall(rules)}
        assert written == look.OURS[scheme]


@pytest.mark.parametrize("scheme", look.OURS)
def test_our_own_colors_pass(scheme: str) -> None:
    ours = look.OURS[scheme]

    assert [pair for pair in look.PAIRS if contrast(ours[pair[0]], ours[pair[1]]) < pair[2]] == []


def test_a_logo_says_nothing_of_who_made_it(folder: Path) -> None:
    assert b"Somebody in a classroom" in (folder / "logo.png").read_bytes()

    found = read(folder).look.logo

    assert found
    assert (found.width, found.height) == (64, 64)
    assert found.picture.endswith(b"IEND\xaeB`\x82")
    assert b"Somebody" not in found.picture


def test_what_hangs_behind_a_logo_is_left_out(folder: Path) -> None:
    with (folder / "logo.png").open("ab") as picture:
        picture.write(b"<script>alert(1)</script>")

    assert b"script" not in b"".join(read(folder).look.files.values())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg onload='alert(1)'/>",
        PICTURE[:-20],
        PICTURE.replace(b"IDAT", b"IDAx"),
        logo.SIGNATURE,
        logo.SIGNATURE + PICTURE[-12:],
    ],
    ids=["nothing", "svg", "half", "altered", "begun", "without a picture"],
)
def test_what_is_no_whole_picture_is_refused(folder: Path, content: bytes) -> None:
    (folder / "logo.png").write_bytes(content)

    with pytest.raises(CampaignBroken) as broken:
        read(folder)
    assert str(broken.value) == (
        "teachers/logo.png: expected a PNG picture, found something else, or a part of one."
    )


def test_a_logo_that_would_be_slow_is_refused(folder: Path) -> None:
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 6000, 40, 1, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(751 * 40))),
        (b"IEND", b""),
    )
    sealed = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    (folder / "logo.png").write_bytes(logo.SIGNATURE + b"".join(sealed))

    with pytest.raises(
        CampaignBroken, match=r"at most 10,000 bytes and 600 pixels a side, found .* 6000 by 40"
    ):
        read(folder)
