"""The proxy of the machine, given our site and taken from it again."""

from pathlib import Path

from offramp.upkeep.machine import files, keeping, programs
from offramp.upkeep.machine.installation import Installation
from offramp.upkeep.refusal import Refused

NGINX_ENABLED = "/etc/nginx/sites-enabled/offramp"
# Debian's own page would answer to every name that is not ours.
NGINX_DEFAULT = "/etc/nginx/sites-enabled/default"
DEFAULT_SITE = "../sites-available/default"


def make_room(installation: Installation) -> None:
    """Put the package's own Caddyfile aside, which serves a page of greeting."""
    caddyfile = installation.on_disk(files.CADDYFILE)
    if installation.proxy == "caddy" and caddyfile.exists() and not keeping.is_marked(caddyfile):
        caddyfile.replace(aside(caddyfile))


def aside(file: Path) -> Path:
    return file.with_name(f"{file.name}.before-offramp")


def start(installation: Installation) -> None:
    """Let it serve the site, now and after each start of the machine. Raises Refused."""
    if installation.proxy == "none":
        return
    if installation.proxy == "nginx":
        enable_site(installation)
    unit = f"{installation.proxy}.service"
    programs.systemctl("enable", unit)
    programs.systemctl("restart", unit)


def enable_site(installation: Installation) -> None:
    """Raises Refused when nginx would not start with it, and leaves its folder as it was."""
    enabled = installation.on_disk(NGINX_ENABLED)
    default = installation.on_disk(NGINX_DEFAULT)
    had_default, is_new = default.is_symlink(), not enabled.exists()
    if had_default:  # a file of somebody's own there is theirs
        default.unlink()
    if is_new:
        enabled.symlink_to("../sites-available/offramp")
    answer = programs.ask("nginx", "-t")
    if answer.returncode:
        if is_new:
            enabled.unlink()
        if had_default:
            default.symlink_to(DEFAULT_SITE)
        raise Refused(f"nginx would not start with our site: {programs.last_line(answer.stderr)}")


def release(installation: Installation) -> None:
    """Give the proxies back what they had before. Raises Refused."""
    caddyfile = installation.on_disk(files.CADDYFILE)
    if keeping.take_away(caddyfile):
        if aside(caddyfile).exists():
            aside(caddyfile).replace(caddyfile)
            programs.systemctl("restart", "caddy.service")
        else:
            programs.systemctl("disable", "--now", "caddy.service")
    if keeping.take_away(installation.on_disk(files.NGINX_SITE)):
        installation.on_disk(NGINX_ENABLED).unlink(missing_ok=True)
        default = installation.on_disk(NGINX_DEFAULT)
        if not default.exists() and (default.parent / DEFAULT_SITE).exists():
            default.symlink_to(DEFAULT_SITE)
        programs.systemctl("reload-or-restart", "nginx.service")
