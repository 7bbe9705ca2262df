"""`python -m benchmarks.resumes.making`: writes every file and its truth below build/resumes, once."""

import dataclasses
import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.resumes import script, style, truth
from benchmarks.resumes.producers import browser, drawn, network, office, text, typesetting, usajobs, word
from benchmarks.resumes.script import Resume, Script
from benchmarks.resumes.style import Style

HERE = Path(__file__).parent
FOLDER = Path("build/resumes")
PERSONAS = sorted(path.stem for path in (HERE / "personas").glob("*.json"))

# By name: the ending, who writes it, and whether its dates stand in a margin.
SCRIPTED: dict[str, tuple[str, Callable[[Script, Style], bytes], bool]] = {
    "text": ("txt", text.write, False),
    "docx": ("docx", word.write, False),
    "docx-table": ("docx", word.write_table, True),
    "typst": ("pdf", typesetting.write, False),
    "typst-columns": ("pdf", typesetting.write_columns, False),
    "reportlab": ("pdf", drawn.write, False),
    "chromium": ("pdf", browser.write, False),
    "chromium-columns": ("pdf", browser.write_columns, False),
}
# By name: the ending, and which Word files it is made from.
CONVERTED: dict[str, tuple[str, Callable[[Script, Style], bytes], bool]] = {
    "libreoffice-pdf": ("pdf", word.write, False),
    "libreoffice-docx": ("docx", word.write, False),
    "libreoffice-odt": ("odt", word.write, False),
    "libreoffice-table": ("pdf", word.write_table, True),
}
PRODUCERS = [*SCRIPTED, *CONVERTED, "usajobs", "network", "usajobs-older"]


def main() -> int:
    """Write what is not there yet."""
    for producer in PRODUCERS:
        missing = [persona for persona in PERSONAS if not place(persona, producer).exists()]
        for persona, (content, told) in made(producer, missing).items():
            path = place(persona, producer)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            path.with_suffix(".json").write_text(json.dumps(told, ensure_ascii=False, indent=1))
        print(producer, len(missing), flush=True)
    return 0


def place(persona: str, producer: str) -> Path:
    """Return where a file stands."""
    ending = {**SCRIPTED, **CONVERTED}.get(producer, ("pdf",))[0]
    return FOLDER / producer / f"{persona}.{ending}"


def made(producer: str, personas: list[str]) -> dict[str, tuple[bytes, Resume]]:
    """Return files and truths of one producer."""
    if producer in CONVERTED:
        ending, write, has_margin = CONVERTED[producer]
        files = {persona: _scripted(persona, producer, write, has_margin) for persona in personas}
        converted = (
            office.convert({name: content for name, (content, _) in files.items()}, ending) if files else {}
        )
        return {name: (converted[name], told) for name, (_, told) in files.items()}
    if producer in SCRIPTED:
        _, write, has_margin = SCRIPTED[producer]
        return {persona: _scripted(persona, producer, write, has_margin) for persona in personas}
    if producer == "network":
        return {persona: _network(persona) for persona in personas}
    return {persona: _builder(persona, producer) for persona in personas}


def _scripted(
    persona: str,
    producer: str,
    write: Callable[[Script, Style], bytes],
    has_margin: bool,  # noqa: FBT001
) -> tuple[bytes, Resume]:
    resume, manner = _read(persona), style.drawn(persona, producer, _read(persona)["x-language"])
    told = truth.told(resume, manner)
    return write(script.written(resume, manner, has_margin=has_margin), manner), told


def _builder(persona: str, producer: str) -> tuple[bytes, Resume]:
    resume, manner = _read(persona), style.drawn(persona, producer, _read(persona)["x-language"])
    manner = dataclasses.replace(manner, dates=manner.chance.choice(["numbers", "full"]), federal="block")
    manner = dataclasses.replace(manner, dash=" - ", bullet_ends=".")
    told = truth.told(resume, manner)
    for key in ("skills", "volunteer", "awards"):
        told.pop(key, None)
    for entry in told["education"]:
        entry.pop("startDate", None)
    for entry, said in zip(told["work"], resume["work"], strict=True):
        if not entry.get("x-series"):
            entry.pop("x-grade", None)
        entry["location"] = f"{said['location']} United States"
    for key in ("label", "summary"):
        told["basics"].pop(key, None)
    return usajobs.write(resume, manner, is_older=producer == "usajobs-older"), told


def _network(persona: str) -> tuple[bytes, Resume]:
    resume = _read(persona)
    manner = network.styled(style.drawn(persona, "network", resume["x-language"]))
    told = network.told(truth.told(resume, manner))
    return network.write(resume, manner), told


def _read(persona: str) -> Resume:
    resume: Resume = json.loads((HERE / "personas" / f"{persona}.json").read_text())
    return resume


if __name__ == "__main__":
    sys.exit(main())
