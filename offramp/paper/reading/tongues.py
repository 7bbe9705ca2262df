"""Which language a text is in, told by its small words and its headings."""

import re
from collections import Counter
from collections.abc import Iterable

from offramp.paper.reading import headings
from offramp.paper.reading.nouns import plain

# Only words that hardly stand in a name, and in none of the other language.
_SMALL = {
    "es": """
        el las los con para por una un que se su sus como y en durante mas desde hasta entre sobre al del fue
        presente actualidad
    """,
    "en": """
        the and of in to for with from by at on as was were is an their our my while during under into
        through over all daily
    """,
}
_HEADED = {
    "es": """
        experiencia educacion formacion habilidades idiomas referencias perfil resumen objetivo laboral
        historial certificaciones conocimientos competencias estudios empleo voluntariado
    """,
    "en": """
        experience education skills languages references summary objective employment history training
        certifications work volunteer awards
    """,
}
_OF = {word: language for language, words in _SMALL.items() for word in words.split()}
_OF_HEADING = {word: language for language, words in _HEADED.items() for word in words.split()}
_FEWEST = 3
_SPOKEN_WORDS = """
    english spanish french german italian portuguese russian ukrainian polish czech hungarian romanian
    greek turkish arabic hebrew persian farsi dari pashto urdu hindi punjabi bengali gujarati tamil telugu
    nepali chinese mandarin cantonese japanese korean vietnamese thai tagalog filipino indonesian malay
    swahili amharic somali yoruba igbo hausa haitian creole dutch swedish norwegian danish finnish catalan
    quechua nahuatl mixtec mam kiche asl sign ingles espanol castellano frances aleman italiano portugues
    ruso arabe chino japones coreano vietnamita criollo senas lengua mixteco
"""
_SPOKEN = frozenset(_SPOKEN_WORDS.split())


def are_spoken(text: str) -> bool:
    """Tell whether a text names a language that people speak."""
    return any(word in _SPOKEN for word in re.findall(r"[a-z]+", plain(text)))


def language(texts: Iterable[str]) -> str:
    """Return "es" or "en"; "" where a text does not say enough, or as much of both."""
    told = Counter[str]()
    for text in texts:
        said = re.findall(r"[a-z]+", plain(text))
        told.update(_OF[word] for word in said if word in _OF)
        if headings.section(text):
            told.update(2 * [_OF_HEADING[word] for word in said if word in _OF_HEADING])
    best = told.most_common(2)
    if not best or best[0][1] < _FEWEST:
        return ""
    other = best[1][1] if len(best) > 1 else 0
    return best[0][0] if best[0][1] >= 2 * other else ""
