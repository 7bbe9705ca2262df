"""What a built package carries and a checkout makes for itself: see “assets” in the Makefile."""

import shutil
from pathlib import Path

import django
import polib
from django.conf import settings
from django.core.management import call_command
from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent


class BuildWhole(build_py):
    """A package that serves as it is: nothing is left to compile or collect where it is installed."""

    def run(self) -> None:
        if self.editable_mode:
            super().run()
            return
        # A module that has left the source would live on in an earlier build's folder.
        shutil.rmtree(self.build_lib, ignore_errors=True)
        super().run()
        package = Path(self.build_lib) / "offramp"
        compile_translations(package)
        shutil.copytree(ROOT / "campaigns", package / "shipped" / "campaigns")
        collect_static(package, package / "shipped" / "static")


def compile_translations(package: Path) -> None:
    for path in package.glob("*/locale/*/LC_MESSAGES/django.po"):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def collect_static(package: Path, into: Path) -> None:
    """Under hashed names, as the settings' own storage has it, without the settings and all they ask for."""
    storage = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.configure(
        INSTALLED_APPS=["django.contrib.staticfiles"],
        STATICFILES_DIRS=sorted(package.glob("*/static")),
        STATIC_ROOT=into,
        STATIC_URL="/static/",
        STORAGES={"staticfiles": {"BACKEND": storage}},
    )
    django.setup()
    call_command("collectstatic", interactive=False, verbosity=0)


setup(cmdclass={"build_py": BuildWhole})
