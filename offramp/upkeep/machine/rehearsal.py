"""What `offramp serve` checks first, tried as the user it will run as, before anything is installed."""

import importlib
import os
import pwd
import sys
from pathlib import Path

from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from offramp.campaigns.source import CampaignBroken
from offramp.upkeep import command
from offramp.upkeep.machine import programs
from offramp.upkeep.machine.installation import Installation
from offramp.upkeep.refusal import Refused


def check(installation: Installation, settings_file: Path) -> None:
    """Start Python as the program's own user, with the settings' file alone. Raises Refused."""
    account = pwd.getpwnam(installation.user)
    becomes = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
    answer = programs.ask(
        *(becomes if account.pw_uid != os.geteuid() else []),
        str(installation.venv / "bin" / "python"),
        "-m",
        __name__,
        environment={"PATH": os.defpath, "HOME": account.pw_dir, "OFFRAMP_SETTINGS": str(settings_file)},
    )
    if answer.returncode:
        last = (answer.stdout or answer.stderr).strip().splitlines()[-1:]
        raise Refused(last[0] if last else "the program does not start, and does not say why.")


def first_problem() -> str | None:
    try:
        command.load_settings()
        # Read only now: its models want the settings.
        serve = importlib.import_module("offramp.upkeep.serve")
        serious = [one.msg for one in checks.run_checks() if one.is_serious()]
        return next(iter((*serious, *serve.problems("127.0.0.1"))), None)
    except (Refused, ImproperlyConfigured, CampaignBroken) as wrong:
        return str(wrong)
    except OperationalError as trouble:
        return f"the database does not answer as it should: {trouble}"


if __name__ == "__main__":
    problem = first_problem()
    print(problem or "")
    sys.exit(1 if problem else 0)
