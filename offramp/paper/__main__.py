"""`python -m offramp.paper`: a résumé or letter from JSON to a file, and an old file back to JSON."""

import argparse
import importlib
import os
import sys

from offramp.paper.commands import ends
from offramp.paper.commands.ends import Refused
from offramp.paper.resumes import LANGUAGES, PAPERS, PURPOSES
from offramp.paper.writing import Form


def main() -> int:
    """0 when it was done; 1 for content that was refused, 2 for what cannot be done as it was asked."""
    asked = _arguments().parse_args()
    # Only the one that is asked for: what reads a file takes longer to load than a PDF to write.
    command = importlib.import_module(f"offramp.paper.commands.{asked.command}")
    try:
        command.act(asked)
    except Refused as refused:
        ends.say(str(refused))
        return refused.status
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m offramp.paper", description=__doc__.partition(": ")[2])
    commands = parser.add_subparsers(required=True, dest="command")
    writing = commands.add_parser("write", help="write a résumé or a letter (JSON Resume) as a file")
    writing.add_argument("input", metavar="resume.json", help="what to write; - for standard input")
    writing.add_argument("-o", "--output", required=True, help="resume.pdf, .docx, .txt, .json; or -")
    writing.add_argument("--form", type=Form, choices=list(Form), help="for an output without an ending")
    writing.add_argument("--design", default="", help="the look of a PDF or DOCX: plain, classic, modern")
    writing.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help="letter, if not said")
    writing.add_argument("--purpose", choices=PURPOSES, help="what kind of employer it is for")
    writing.add_argument("--language", choices=LANGUAGES, help="of headings and dates")
    writing.add_argument("--without-name", action="store_true", help="write it though it names nobody")
    reading = commands.add_parser("read", help="read an old résumé (PDF, DOCX, ODT, text) as JSON Resume")
    reading.add_argument("input", metavar="old.pdf", help="what to read; - for standard input")
    reading.add_argument("-o", "--output", required=True, help="resume.json, or - for standard output")
    return parser


if __name__ == "__main__":
    ended = main()
    sys.stdout.flush()
    # Taking the typesetter apart costs as much as setting two pages, and nothing in it is needed any more.
    os._exit(ended)
