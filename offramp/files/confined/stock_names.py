"""Names that Word and LibreOffice give styles and themes by themselves; all others are somebody's."""

import re

_WORD = r"""
    normal(?:\ (?:indent|table|\(web\)))? | heading\ [1-9] | (?:toc|index)\ (?:[1-9]|heading)
    | title | subtitle | header | footer | caption | salutation | date | closing | (?:e-mail\ )?signature
    | strong | emphasis | hyperlink | followedhyperlink | revision | bibliography | quote | intense\ quote
    | (?:subtle|intense)\ (?:emphasis|reference) | book\ title | placeholder\ text | no\ spacing | no\ list
    | (?:foot|end)note\ (?:text|reference) | (?:annotation|comment)\ (?:text|reference|subject)
    | balloon\ text
    | (?:line|page)\ number | default\ paragraph\ font | document\ map | plain\ text | macro(?:\ text)?
    | table\ of\ (?:figures|authorities) | toa\ heading | envelope\ (?:address|return) | message\ header
    | note\ heading | block\ text | body\ text(?:\ first)?(?:\ indent)?(?:\ [23])?
    | list(?:\ (?:bullet|number|continue))?(?:\ [2-5])? | list\ paragraph | outline\ list\ [1-3]
    | html\ (?:top\ of\ form|bottom\ of\ form|acronym|address|cite|code|definition|keyboard|preformatted
        |sample|typewriter|variable)
    | mention | smart\ (?:hyperlink|link) | hashtag | unresolved\ mention
    | article\ /\ section | 1\ /\ a\ /\ i | 1\ /\ 1\.1\ /\ 1\.1\.1
    | table\ (?:normal|grid(?:\ light|\ [1-8])?|theme|contemporary|elegant|professional|(?:simple|classic
        |colorful|columns|list|3d\ effects|subtle|web)\ [1-8])
    | plain\ table\ [1-5] | grid\ table\ light
    | (?:grid|list)\ table\ [1-7](?:\ (?:light|dark|colorful))?(?:\ accent\ [1-6])?
    | (?:(?:light|colorful)\ (?:shading|list|grid)|medium\ (?:shading|list|grid)\ [1-3]|dark\ list)
        (?:\ accent\ [1-6])?
"""
_LIBRE_OFFICE = r"""
    standard | default(?:\ (?:page\ )?style)? | text\ body(?:\ indent)? | text | heading(?:\ 10)?
    | (?:header|footer)(?:\ (?:left|right|characters?))? | header\ and\ footer
    | (?:hanging|first\ line)\ indent | list\ (?:indent|contents|heading|[1-5](?:\ (?:start|end|cont\.))?)
    | numbering(?:\ [1-5](?:\ (?:start|end|cont\.))?|\ (?:123|abc|ivx)|\ symbols)?
    | bullet(?:\ (?:symbols|.))? | (?:vertical\ )?numbering\ symbols
    | outline | table(?:\ (?:contents|heading))? | illustration | figure
    | drawing | frame(?:\ contents)? | graphics? | ole | formula | marginalia | watermark | labels | object
    | index(?:\ separator)? | comments | subject | opening | bibliography\ (?:heading|1)
    | contents\ (?:heading|[1-9]|10) | (?:user|object|table|illustration|bibliography)\ index
        \ (?:heading|[1-9]|10) | horizontal\ line | preformatted\ text | quotations | sender | addressee
    | complimentary\ close | appendix | (?:foot|end)note(?:\ (?:symbol|anchor|characters))? | rubies
    | (?:visited\ )?internet\ link | (?:index|main)\ (?:link|entry) | main\ index\ entry | line\ numbering
    | strong\ emphasis | teletype | source\ text | user\ entry | variable | definition | citation | example
    | placeholder | drop\ caps | caption\ characters | (?:first|left|right|index)\ page | page | envelope
    | html | landscape | no\ list | list\ style | listlabel\ \d{1,3}
"""
_STOCK = re.compile(rf"(?:{_WORD}|{_LIBRE_OFFICE})", re.IGNORECASE | re.VERBOSE)
# P1, T12, fr3, Sect1, WWNum4, WW8Num1z0: counted by LibreOffice itself.
_COUNTED = re.compile(
    r"[A-Z]{1,3}\d+|[a-z]{1,3}\d+|M[a-z]{1,3}\d+|(?:Sect|Table|N)\d+(?:\.(?:[A-Z]{1,2}\d*|\d+))?"
    r"|WW(?:8)?Num\d+(?:z\d+)?|WW_CharLFO\d+LVL\d+"
)
_OF_THEMES = re.compile(r"|(?:Larissa|Tema de |Thème |Motiv )?Office(?: Theme)?(?: \d{4}(?:\s?-\s?\d{4})?)?")


def is_of_word(name: str) -> bool:
    """Tell whether Word or LibreOffice calls a style so, or the letters of one."""
    return bool(_STOCK.fullmatch(re.sub(" (?:Char|Zchn|Car|Carattere|Znak)$", "", name)))


def is_of_libre_office(name: str) -> bool:
    """Tell whether a style of an OpenDocument text is called so by itself; 20 is how it writes a space."""
    plain = re.sub("_([0-9a-f]{2})_", lambda code: chr(int(code[1], 16)), name)
    return bool(_COUNTED.fullmatch(plain)) or is_of_word(plain)


def is_of_a_theme(name: str) -> bool:
    """Tell whether every new document's theme is called so."""
    return bool(_OF_THEMES.fullmatch(name))


def start(name: str) -> str:
    """Return the stock name that a name goes on from, as in "Heading 1 of our office"; else nothing."""
    found = _STOCK.match(name)
    return found[0] if found and not name[found.end() :][:1].isalnum() else ""
