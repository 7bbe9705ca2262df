"""Which part of a résumé a heading opens, in many wordings of English and Spanish."""

import re

from offramp.paper.reading.nouns import plain

# In the order in which they win where a heading names two: "volunteer experience" is volunteering.
_KEYS = {
    "volunteer": """
        volunteer volunteering volunteerism voluntariado voluntario community comunitario comunidad outreach
    """,
    "references": """
        references reference referees referencias testimonials recommendations endorsements
    """,
    "publications": """
        publications publication publicaciones published articles presentations talks writings
    """,
    "summary": """
        summary profile objective objectives goal goals overview introduction about resumen perfil
        objetivo extracto sobre presentacion acerca statement
    """,
    "education": """
        education educacion academic academics formacion estudios educational schooling degrees academica
        academico study learning
    """,
    "certificates": """
        certifications certification certificates certificate certificaciones certificacion certificados
        licenses licences license licensure licencias training trainings courses coursework cursos
        credentials capacitacion capacitaciones entrenamiento development seminars diplomados
    """,
    "languages": """
        languages language idiomas idioma lenguas linguistic linguisticas fluency
    """,
    "awards": """
        awards award honors honours honor recognition recognitions premios reconocimientos distinciones
        commendations decorations achievements logros honores medals scholarships accolades
    """,
    "skills": """
        skills skill competencies competences competency expertise proficiencies proficiency
        qualifications strengths abilities knowledge technologies tools software habilidades competencias
        aptitudes conocimientos destrezas capacidades herramientas programas specialties capabilities
        toolkit toolbox stack
    """,
    "projects": """
        projects project proyectos portfolio initiatives
    """,
    "interests": """
        interests interest hobbies passions intereses aficiones pasatiempos activities actividades
    """,
    "work": """
        experience experiences employment history career work jobs positions experiencia experiencias
        laboral empleo empleos historial trayectoria service servicio background roles journey
    """,
    "contact": """
        contact contacto contactar details profiles links connect
    """,
    "other": """
        affiliations memberships membership organizations information informacion adicional afiliaciones
        membresias miscellaneous otros patents availability
    """,
}
_ALONGSIDE_WORDS = """
    additional adicional adicionales and area areas career chronological civilian complementaria
    complementarios complementary computer cont continued continuing core current de del e earlier early
    el enforcement executive experience external extracurricular federal field for general government
    hands hard highlights in information internal job key la language las law leadership legal los main
    major management me mi militar military minor mis my notable of on or other otra otras otro outside
    past personal personales police practical previous principal principales prior privado private
    profesional profesionales professional public publico recent relacionada relacionadas related relevant
    relevante research sector selected skills social soft special specialized teaching technical tecnica
    tecnicas tecnicos the top transferable with y
"""
_ALONGSIDE = frozenset(_ALONGSIDE_WORDS.split())
# In the middle of a position these only announce what comes.
_INSIDE = re.compile(
    r"(?:key |main |selected |major |principales )?(?:duties|responsibilities|accomplishments|"
    r"achievements|highlights|impact|outcomes|results|contributions|related skills|"
    r"funciones|responsabilidades|logros|deberes|tareas|job duties|duties and responsibilities|"
    r"description|summary of duties)"
    r"(?:(?:,| and| &| y|/)*\s*(?:accomplishments|achievements|related skills|skills|responsibilities|logros|"
    r"responsabilidades|duties|results|impact))*\s*:?",
    re.IGNORECASE,
)
# Names of employers have these too: they open a section only where they stand like a heading.
_SOFT_WORDS = """
    capabilities connect fluency initiatives interest journey learning links outreach portfolio profiles
    published roles stack study toolbox toolkit
"""
_SOFT = frozenset(_SOFT_WORDS.split())
# Words that head a section only where they stand alone: "Law School" is one that somebody went to.
_ALONE = dict.fromkeys(("school", "schools", "escuela", "escuelas"), "education") | {"other": "other"}
_WORD_TO_KEY = {word: key for key, words in reversed(_KEYS.items()) for word in words.split()}
# None of these is a part of a name.
WORDS = frozenset(_WORD_TO_KEY) | _ALONGSIDE - frozenset(["de", "del", "la", "las", "los", "y", "mi"])
_RANK = {key: rank for rank, key in enumerate(_KEYS)}
_KNOWN = sorted((word for word in {*_WORD_TO_KEY, *_ALONGSIDE} if len(word) > 1), key=len, reverse=True)
# "04 / Experience", "(2) Education": a number or a sign only stands before the heading.
_BEFORE = re.compile(r"^[^\w]{0,4}(?:\d{1,2}|[IVX]{1,4}(?=[.)]))?[^\w]{0,4}(?=\w)")
_BESIDE = re.compile(r"\s*[|\u2022\u00b7\u2014]\s*")
_MOST_LETTERS, _LONGEST = 40, 120
_SHORT, _FEWEST = 2, 3


def section(text: str) -> str:
    """Return the section that a heading opens; "" if these words open none."""
    if len(text) > _LONGEST:
        return ""
    text = _BEFORE.sub("", text, count=1)
    if text.isupper() and _BESIDE.search(text):
        return next(filter(None, map(section, _BESIDE.split(text))), "")
    said = plain(_unspaced(text)).replace("&", " and ").replace("/", " ")
    words = re.findall(r"[a-z']+", said)
    if not 1 <= len(words) <= 6 or re.search(r"[\d@.;|:]", said.rstrip(" .:")):
        return ""
    if len(words) == 1 and words[0] in _ALONE:
        return _ALONE[words[0]]
    keys = [_WORD_TO_KEY[word] for word in words if word in _WORD_TO_KEY]
    if not keys or any(word not in _WORD_TO_KEY and word not in _ALONGSIDE for word in words):
        return ""
    return min(keys, key=lambda key: _RANK[key]) if words != ["background"] else ""


def is_soft(text: str) -> bool:
    """Tell whether only a word that stands in names too makes a heading of a text."""
    said = re.findall(r"[a-z']+", plain(_unspaced(text)))
    if len(said) == 1 and said[0] in _ALONE:
        return False
    return not any(word in _WORD_TO_KEY and word not in _SOFT for word in said)


def is_inside(text: str) -> bool:
    """Tell whether a line only announces what a position's lines will say."""
    return bool(_INSIDE.fullmatch(text.strip()))


def opened(text: str) -> tuple[str, str]:
    """Return the section that a line opens and goes on in itself, and where: "Skills: first aid"."""
    head, colon, rest = text.partition(":")
    if not colon or not rest.strip() or len(head.split()) > 4:
        return "", text
    key = section(head)
    return (key, rest.strip()) if key and len(head.split()) < 4 else ("", text)


def _unspaced(text: str) -> str:
    """Close up letters that were set apart for their look: "W ORK  E X PE R I E NCE"."""
    pieces = text.split()
    short = sum(len(piece) <= _SHORT for piece in pieces)
    if len(pieces) < _FEWEST or short < 0.4 * len(pieces) or len(text) > _MOST_LETTERS:
        return text
    return _parted(plain("".join(pieces))) or text


def _parted(letters: str) -> str:
    """Return letters as the words of headings that they are; "" if they are none."""
    if not letters:
        return ""
    for word in _KNOWN:
        if letters == word:
            return word
        if letters.startswith(word) and (rest := _parted(letters[len(word) :].lstrip("&/"))):
            return f"{word} {rest}"
    return ""
