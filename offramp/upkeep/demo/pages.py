"""A page that somebody brings or sends: it still says who made it, and is cleaned as on the pages."""

from offramp.files import examination
from offramp.files.refusals import NotConfined
from offramp.people import filing
from offramp.people.models.sealed_file import Cleaned


def cleaned(text: str, *, name: str) -> Cleaned | None:
    """None where nothing can be confined: none is taken there, as on the pages."""
    try:
        return filing.kept(name, examination.examine(a_page(text.strip().splitlines())))
    except NotConfined:
        return None


def a_page(lines: list[str]) -> bytes:
    """The smallest PDF that a reader takes."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 18 TL 72 720 Td {shown} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Author (S. Fern) /Creator (Office of the county) >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(f"{len(body):010} 00000 n \n")
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{''.join(places)}"
    ends = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + table + ends).encode("latin-1")
