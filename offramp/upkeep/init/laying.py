"""Makes what an installation stands on: the account, the folders, the campaign's copy, the settings file."""

import os
import re
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

from offramp.campaigns import reading
from offramp.upkeep import owner, settings_file
from offramp.upkeep.init import questions
from offramp.upkeep.init.premises import COMMAND_OF_THE_MACHINE, Premises
from offramp.upkeep.init.questions import Answers
from offramp.upkeep.refusal import Refused

CONTACT_LINE = re.compile(r"^contact\s*=.*$", re.MULTILINE)
TOP = """\
# The settings of this installation, made by “offramp init”. Lines of NAME=value; docs/map.md explains each.
# After a change: systemctl restart offramp. This file holds secrets: keep it to yourself.
"""


def lay_folders(premises: Premises) -> None:
    """What can be made again and again: it changes nothing that is there."""
    if premises.user:
        make_account(premises)
        make_folder(premises.settings.parent, mode=0o750, group=premises.user)
        make_folder(premises.store, mode=0o700, user=premises.user, group=premises.user)
        link_command()
    else:
        make_folder(premises.settings.parent, mode=0o700)


def make_account(premises: Premises) -> None:
    assert premises.user  # noqa: S101 - only called where there is one
    if owner.named(premises.user):
        return
    options = ["--system", "--user-group", "--no-create-home", "--shell=/usr/sbin/nologin"]
    command = ["useradd", *options, f"--home-dir={premises.store}", premises.user]
    made = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if made.returncode != 0:
        raise Refused(f"the account “{premises.user}” could not be made: {made.stderr.strip()}")
    print(f"   The account “{premises.user}”, which the service runs as.")


def make_folder(folder: Path, *, mode: int, user: str = "root", group: str = "root") -> None:
    if folder.is_dir():
        return
    folder.mkdir(parents=True)
    folder.chmod(mode)
    if os.geteuid() == 0:
        shutil.chown(folder, user, group)


def link_command() -> None:
    """So that everybody on this machine can type `offramp`, wherever its environment lies."""
    command = Path(sys.prefix) / "bin" / "offramp"
    if sys.prefix != sys.base_prefix and command.exists() and not os.path.lexists(COMMAND_OF_THE_MACHINE):
        COMMAND_OF_THE_MACHINE.symlink_to(command)


def copy_campaign(answers: Answers, premises: Premises) -> None:
    """Whole or not at all, with the contact in it. Raises Refused."""
    if premises.campaign.exists():
        print(f"   {premises.campaign} is there already, and stays as it is.")
        return
    source = questions.folder_of(answers.campaign)
    if links := [path for path in source.rglob("*") if path.is_symlink()]:
        # Copied as root, it could lead anywhere, and into every backup.
        raise Refused(f"{links[0]} is a link; put the file itself there.")
    before = premises.campaign.with_name("campaign.new")
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(source, before, ignore=shutil.ignore_patterns(".git", "__pycache__"))
    basics = before / "campaign.toml"
    line = f'contact = "{answers.contact}"'
    basics.write_text(CONTACT_LINE.sub(lambda _: line, basics.read_text(encoding="utf-8-sig"), count=1))
    if reading.read(before).contact != answers.contact:
        raise Refused("campaign.toml: write the contact on a line of its own, contact = “…”.")
    for path in (before, *before.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)  # the service reads it, whoever copied it
    before.rename(premises.campaign)
    print(f"   {premises.campaign}: the words of the site. Change them with any text editor.")


def write_settings(answers: Answers, premises: Premises) -> None:
    """Last, and in one step: a settings file that stands is whole."""
    values = {
        "OFFRAMP_ORIGIN": answers.origin,
        "OFFRAMP_ONION_ORIGIN": answers.onion,
        "OFFRAMP_SECRET_KEY": secrets.token_urlsafe(48),
        "OFFRAMP_CAMPAIGN": str(premises.campaign),
        "DATABASE_URL": answers.database,
        "OFFRAMP_BACKUPS": str(premises.backups),
        "OFFRAMP_MAIL": answers.mail,
        "OFFRAMP_MAIL_FROM": answers.mail_from if answers.mail else "",
    }
    lines = [settings_file.written(name, value) for name, value in values.items() if value]
    before = premises.settings.with_name(f"{premises.settings.name}.new")
    before.unlink(missing_ok=True)
    with os.fdopen(os.open(before, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(TOP + "\n".join(lines) + "\n")
        file.flush()
        os.fsync(file.fileno())
    if premises.user:
        shutil.chown(before, "root", premises.user)
        before.chmod(0o640)
    before.rename(premises.settings)
    print(f"   {premises.settings}: your settings, with a fresh secret key.")
