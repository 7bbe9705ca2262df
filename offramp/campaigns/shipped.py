"""The campaigns that come with Offramp: inside an installed package, or at the top of a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
PLACES = (PACKAGE / "shipped" / "campaigns", PACKAGE.parent / "campaigns")


def folders() -> dict[str, Path]:
    """Each shipped campaign by the name of its folder."""
    place = next(place for place in PLACES if place.is_dir())
    return {path.parent.name: path.parent for path in sorted(place.glob("*/campaign.toml"))}
