"""Words that tell a title from an employer, a school from a degree; in English and Spanish."""

import re
import unicodedata

_TITLES = """
    abogada abogado accountant actor adjudicator administrador administradora administrator adviser
    advisor agent agente aide airman alguacil almacenista ambassador analista analyst apprentice aprendiz
    architect asesor asesora asistente assistant associate attendant attorney auditor auditora author
    auxiliar ayudante bailiff baker barista bartender bibliotecaria bibliotecario blogger bookkeeper
    broker builder buyer cajera cajero camarera camarero canvasser capacitador capacitadora capitan
    captain caretaker carpenter carpintero cashier ceo cfo chair chairman chairperson chaplain chauffeur
    chef chemist chief chofer cleaner clerk co-founder coach cocinera cocinero cofounder collector
    comandante commander commissioner conductor conductora consejera consejero consultant consultor
    consultora contador contadora contractor controller coo cook coordinador coordinadora coordinator
    corporal correspondent counsel counselor courier crewman crewmember cto custodian custodio dealer dean
    debt deckhand defensor deliverer dentist deputy designer despachador despachadora detective developer
    dibujante diputado director directora dispatcher docente doctor driver economist economista editor
    educator electrician empleada empleado employee encargada encargado enfermera enfermero engineer
    ensamblador escort especialista estimator estudiante evaluator examiner executive expert facilitator
    fellow fighter firefighter fiscal foreman founder funcionaria funcionario gardener gerente grader
    guard guardia guia guide hand handler helper host hostess hygienist infantryman inspector inspectora
    instalador installer instructor instructora intern interprete interpreter interviewer investigador
    investigadora investigator jailer janitor jefa jefe journalist judge laborer landscaper lawyer lead
    leader lecturer legislator librarian lieutenant lifeguard limpiador linguist loader machinist maestra
    maestro magistrate maintainer manager marine marketer marshal mecanico mechanic mediator medic member
    mentor merchandiser mesera mesero messenger midwife millwright musician nanny negotiator nurse officer
    oficial oficinista operador operadora operaria operario operative operator organizer orientador owner
    packer painter paralegal paramedic paramedico partner pasante patrolman patrullero pharmacist
    photographer physician picker pilot planner plumber policeman policia porter portero postdoc
    practicante practitioner president principal private producer profesor profesora professor programador
    programmer promotor promotora prosecutor psychologist ranger realtor recepcionista receptionist
    recruiter redactor referee registrar repartidor reporter representante representative researcher
    reservist responder reviewer rifleman roofer sailor salesman salesperson sargento scheduler scholar
    scientist screener scribe seaman seasonal secretaria secretario secretary seller sentry sergeant
    server sheriff shopper singer soldado soldador soldier solicitor specialist staffer stocker
    storekeeper strategist student subdirector superintendent supervisor supervisora supporter surgeon
    surveyor teacher technician technologist tecnica tecnico teller temp tesorero therapist trabajador
    trabajadora trader traductor traductora trainee trainer transcriptionist translator trooper trustee
    tutor typist underwriter usher valet vendedor vendedora veterinarian vigilante voluntaria voluntario
    volunteer waiter waitress warden watchman welder worker writer yeoman
"""
_EMPLOYERS = """
    academia academy administracion administration aduana aduanas aeropuerto agencia agency air airlines
    airport alliance almacenes america american army asociacion assn associates association authority
    ayuntamiento bakery banco bank bar base biblioteca board borough bros brothers bureau cafe camara camp
    capital carcel care cars casino cbp center centers centre centro chamber charity church cia city
    ciudad classics clinic clinica club co coalition coastguard colegio college comision commission
    committee commonwealth community compania company condado consejo constructora consulate contractors
    cooperativa cooperative corp corporacion corporation corps corte council county court courts cruz
    cuerpo customs departamento department depot dept detention dhs district division ejercito embajada
    embassy empresa empresas enforcement enterprises ero escuela estacion estado express facility facultad
    farm farms fbi federacion federal federation fema firm force foundation fuerza fund fundacion garage
    general gobierno government group grupo guard guardia hall headquarters health healthcare high hilton
    home homes hospital hotel hotels house hsi ice iglesia inc incorporated industries inn institute
    institution instituto insurance international investigations jail jails junta kitchen lab laboratories
    laboratorio laboratory labs land league legal library limited llc llp logistics lp ltd mall marines
    maritime market markets ministerio ministry mission motors municipio museum national navy network ngo
    nonprofit office offices oficina organizacion organization paramilitary parish park parks partners
    partnership patrulla pharmacy pizza plant pllc police policia port post practice prision prison
    prisons procuraduria protection research resort restaurant restaurante restaurants retail sa salon
    school schools secretaria security seguro senate service services servicio servicios shelter sheriff's
    shop sindicato sociedad society solutions state states station stations store stores studio studios
    supermarket supermarkets supermercado supermercados support systems taller technologies technology
    temple terminal territory theater tienda tribunal trucking trust tsa u.s u.s.a union united
    universidad universities university us usa usaf uscg uscis usmc va veterans warehouse wharf works ymca
"""
_SCHOOLS = """
    academia academy center centers centre centro colegio college conservatory cuny escuela facultad
    institute instituto liceo mit politecnico polytechnic preparatoria school secundaria seminary suny
    tech ucla univ universidad university
"""
_DEGREE = re.compile(
    r"\b(?:associates?|bachelors?|bachelor's|masters?|master's|doctor|doctorate|doctoral|ph\.?\s?d|"
    r"j\.?d|juris doctor|ll\.?[bm]|m\.?b\.?a|m\.?p\.?[aph]|[bm]\.?f\.?a|b\.?b\.?a|b\.?sc?|m\.?sc?|"
    r"b\.?a|m\.?a|"
    r"a\.?a\.?s?|a\.?s|b\.?eng|m\.?eng|m\.?ed|b\.?ed|diploma|g\.?e\.?d|certificate|certificado|degree|"
    r"major|minor|"
    r"licenciatura|licenciad[oa]|bachillerato|bachiller|maestr[ií]a|m[aá]ster|m[aá]ster|doctorado|"
    r"t[eé]cnic[oa]|tecn[oó]logo|diplomado|preparatoria|grado|ingenier[ií]a|ingenier[oa]|asociado|basic|"
    r"training|coursework|credits|hours|equivalency|t[ií]tulo)\b\.?",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Return a text in small letters and without accents."""
    marks = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in marks if not unicodedata.combining(letter))


_TITLE_SET = frozenset(_TITLES.split())
_EMPLOYER_SET = frozenset(_EMPLOYERS.split())
_SCHOOL_SET = frozenset(_SCHOOLS.split())
_WORD = re.compile(r"[\w.'\u2019-]+")
# What may follow a title and is part of it: a grade, a place in a row, a program.
_TAIL = re.compile(
    r"(?:\s*\(.*\)|\s+[IVX]+|\s+\d+|\s*,.*|\s+[-\u2013\u2014/].*|\s+(?:level|grade|of|de|del|en|for|"
    r"to)\b.*)$",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """Return the words of a text as they are compared."""
    return [word.strip(".-").replace("\u2019", "'") for word in _WORD.findall(plain(text))]


def title_strength(text: str) -> int:
    """Return how much a text reads like a title: 3 if its head is one, 1 if some word is, 0 if none."""
    all_words = words(text)
    if not all_words:
        return 0
    head = words(_TAIL.sub("", text)) or all_words
    if _is_title(head[-1]) or (_is_title(head[0]) and _follows(text)):
        return 3
    return 1 if any(_is_title(word) for word in all_words) else 0


def employer_strength(text: str) -> int:
    """Return how much a text reads like an employer."""
    all_words = words(text)
    found = sum(
        1
        for word in all_words
        if word in _EMPLOYER_SET or (word.removesuffix("'s") in _EMPLOYER_SET and word.endswith("'s"))
    )
    return min(3, found + (1 if all_words and all_words[-1] in _EMPLOYER_SET else 0))


def is_school(text: str) -> bool:
    """Tell whether a text names a school."""
    return any(word in _SCHOOL_SET for word in words(text))


def degree(text: str) -> re.Match[str] | None:
    """Return where a text names a degree."""
    return _DEGREE.search(text)


def _is_title(word: str) -> bool:
    return word in _TITLE_SET or (word.endswith("s") and word[:-1] in _TITLE_SET)


def _follows(text: str) -> bool:
    """Tell whether a title comes first and is told more of: Director of Operations, Supervisora de Turno."""
    return bool(
        re.match(r"[\w'-]+\s+(?:of|de|del|en|for|to|general|-)\b|[\w'-]+\s*[,/(]", text, re.IGNORECASE)
    )
