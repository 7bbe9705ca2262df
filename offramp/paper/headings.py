"""The words a résumé and a letter need of their own: those that applicant tracking systems look for."""

SUMMARY = "summary"

_WORDS = {
    "en": {
        SUMMARY: "Summary",
        "work": "Work Experience",
        "education": "Education",
        "skills": "Skills",
        "languages": "Languages",
        "certificates": "Certifications",
        "volunteer": "Volunteer Experience",
        "projects": "Projects",
        "awards": "Awards",
        "publications": "Publications",
        "interests": "Interests",
        "references": "References",
        "x-clearance": "Security clearance",
        "x-citizenship": "Citizenship",
        "x-veteransPreference": "Veterans\N{RIGHT SINGLE QUOTATION MARK} preference",
        "x-series": "Series",
        "x-grade": "Grade",
        "x-hoursPerWeek": "Hours per week",
        "x-salary": "Salary",
        "x-supervisor": "Supervisor",
        "x-mayContact": "May contact supervisor",
        "courses": "Courses",
        "score": "GPA",
        "roles": "Roles",
        "type": "Type",
        "entity": "Organization",
        "keywords": "Keywords",
    },
    "es": {
        SUMMARY: "Resumen profesional",
        "work": "Experiencia laboral",
        "education": "Formación académica",
        "skills": "Habilidades",
        "languages": "Idiomas",
        "certificates": "Certificaciones",
        "volunteer": "Voluntariado",
        "projects": "Proyectos",
        "awards": "Premios y reconocimientos",
        "publications": "Publicaciones",
        "interests": "Intereses",
        "references": "Referencias",
        "x-clearance": "Habilitación de seguridad",
        "x-citizenship": "Ciudadanía",
        "x-veteransPreference": "Preferencia de veterano",
        "x-series": "Serie",
        "x-grade": "Grado",
        "x-hoursPerWeek": "Horas por semana",
        "x-salary": "Salario",
        "x-supervisor": "Supervisor",
        "x-mayContact": "Se puede contactar al supervisor",
        "courses": "Cursos",
        "score": "Promedio",
        "roles": "Funciones",
        "type": "Tipo",
        "entity": "Organización",
        "keywords": "Palabras clave",
    },
}


def heading(key: str, language: str) -> str:
    """The heading of a section, or the word before a field. Raises KeyError."""
    return _WORDS[language][key]


def labelled(key: str, text: str, language: str) -> str:
    """The word and what was written; nothing where nothing was."""
    return f"{heading(key, language)}: {text}" if text else ""
