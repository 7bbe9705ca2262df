"""The manner in which one file is written: drawn at random from its name, and the same in each run."""

import random
from dataclasses import dataclass

_ENGLISH = "January February March April May June July August September October November December"
_SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
MONTHS = {"en": _ENGLISH.split(), "es": _SPANISH.split()}
PRESENT = {"en": ("Present", "present", "Current"), "es": ("actualidad", "Presente", "Actual")}
HEADINGS = {
    "en": {
        "summary": ("Summary", "Professional Summary", "Profile", "Objective", "About Me"),
        "work": (
            "Experience",
            "Work Experience",
            "Professional Experience",
            "Employment History",
            "Work History",
        ),
        "education": ("Education", "Education and Training", "Academic Background"),
        "skills": ("Skills", "Key Skills", "Core Competencies", "Technical Skills", "Areas of Expertise"),
        "languages": ("Languages", "Language Skills"),
        "certificates": ("Certifications", "Licenses & Certifications", "Certificates and Licenses"),
        "volunteer": ("Volunteer Experience", "Community Service"),
        "awards": ("Awards", "Honors and Awards"),
    },
    "es": {
        "summary": ("Resumen", "Perfil Profesional", "Objetivo"),
        "work": ("Experiencia Laboral", "Experiencia Profesional", "Historial Laboral", "Experiencia"),
        "education": ("Educación", "Formación Académica", "Estudios"),
        "skills": ("Habilidades", "Competencias", "Conocimientos"),
        "languages": ("Idiomas",),
        "certificates": ("Certificaciones", "Licencias y Certificados"),
        "volunteer": ("Voluntariado",),
        "awards": ("Premios", "Reconocimientos"),
    },
}


@dataclass(frozen=True)
class Style:
    """Every choice that a person makes without thinking."""

    language: str
    dates: str
    dash: str
    head: str
    glyph: str
    present: str
    education: str
    federal: str
    skills: str
    languages: str
    certificates: str
    is_upper: bool
    is_grouped: bool
    has_summary_heading: bool
    contact: str
    bullet_ends: str
    chance: random.Random

    def heading(self, key: str) -> str:
        """Return one of the wordings of a heading."""
        word = self.chance.choice(HEADINGS[self.language][key])
        return word.upper() if self.is_upper else word

    def date(self, day: str) -> str:
        """Write YYYY-MM."""
        year, month = day.split("-")
        name = MONTHS[self.language][int(month) - 1]
        of = " de " if self.language == "es" else " "
        short = name[:3] if name[:4] != "Sept" else "Sept"
        return {
            "full": f"{name}{of}{year}",
            "abbreviated": f"{short} {year}",
            "dotted": f"{short}{'' if short == 'May' else '.'} {year}",
            "numbers": f"{month}/{year}",
            "iso": day,
            "short year": f"{short} '{year[2:]}",
            "year": year,
        }[self.dates]

    def span(self, start: str, end: str) -> str:
        """Write from when to when."""
        if start and not end:
            if self.chance.random() < 0.15 and self.language == "es":
                return f"desde {self.date(start)}"
            return f"{self.date(start)}{self.dash}{self.present}"
        if not start or (self.dates == "year" and start[:4] == end[:4]):
            return self.date(end)
        return f"{self.date(start)}{self.dash}{self.date(end)}"


def drawn(persona: str, producer: str, language: str) -> Style:
    """Return the style of a file."""
    chance = random.Random(f"{persona}/{producer}")  # noqa: S311 - no secret, and the same in each run
    spanish = language == "es"
    return Style(
        language=language,
        dates=chance.choice(
            ["full", "full", "abbreviated", "abbreviated", "dotted", "numbers", "iso", "short year", "year"]
        ),
        dash=chance.choice([" \u2013 ", " - ", "\u2013", " \u2014 ", " a " if spanish else " to "]),
        head=chance.choice(["employer first", "title first", "one line", "own lines", "joined", "at"]),
        glyph=chance.choice(["•", "-", "\u2013", "▪", "o", "*", "●"]),
        present=chance.choice(PRESENT[language]),
        education=chance.choice(["institution first", "degree first", "one line"]),
        federal=chance.choice(["", "", "block", "inline"]),
        skills=chance.choice(["grouped", "grouped", "plain", "bullets"]),
        languages=chance.choice(["one line", "dash", "colon"]),
        certificates=chance.choice(["comma", "dash", "bar"]),
        is_upper=chance.random() < 0.5,
        is_grouped=chance.random() < 0.5,
        has_summary_heading=chance.random() < 0.7,
        contact=chance.choice([" | ", " • ", "\n", " · "]),
        bullet_ends=chance.choice([".", ".", ""]),
        chance=chance,
    )
