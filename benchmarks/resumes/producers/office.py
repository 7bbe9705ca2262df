"""LibreOffice: what it makes of a Word file, many at once, since it takes seconds to start."""

import subprocess
import tempfile
from pathlib import Path


def convert(files: dict[str, bytes], ending: str) -> dict[str, bytes]:
    """Return each Word file as LibreOffice writes it with another ending."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, f"{name}.docx").write_bytes(content)
        made = Path(folder, "made")
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        sources = sorted(str(path) for path in Path(folder).glob("*.docx"))
        subprocess.run([*command, ending, "--outdir", str(made), *sources], check=True, capture_output=True)
        return {name: (made / f"{name}.{ending}").read_bytes() for name in files}
