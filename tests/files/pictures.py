"""Pictures as a telephone takes them: who, where, when and with what stands in them."""

import io
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from PIL import Image, ImageCms

from tests.files.canaries import AUTHOR, CAMERA, CAPTION, DEVICE


@cache
def jpeg() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return _told(encoded(pixels(), "JPEG", quality=90, icc_profile=profile), ".jpg") + b"canary after the end"


@cache
def png() -> bytes:
    return _told(encoded(pixels(), "PNG"), ".png") + b"canary after the end"


@cache
def pixels(size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Return a picture whose corners differ, so that turning it can be seen."""
    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    picture.paste("red", (0, 0, size[0] // 4, size[1] // 4))
    return picture


def encoded(picture: Image.Image, name: str, **how: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, name, **how)
    return file.getvalue()


def erased() -> bytes:
    """Return a picture whose left half cannot be seen, and is all there."""
    picture = pixels((64, 64)).convert("RGBA")
    seen = Image.new("L", (64, 64), 255)
    seen.paste(0, (0, 0, 32, 64))
    picture.putalpha(seen)
    return encoded(picture, "PNG")


def _told(content: bytes, ending: str) -> bytes:
    """Let exiftool plant what a camera and a picture program write."""
    planted = [
        *(f"-EXIF:Artist={AUTHOR}", f"-EXIF:Make={CAMERA}", f"-EXIF:Model={CAMERA}", "-EXIF:Orientation#=6"),
        *("-GPSLatitude=52.52", "-GPSLatitudeRef=N", "-GPSLongitude=13.405", "-GPSLongitudeRef=E"),
        *(f"-EXIF:ImageDescription={CAPTION}", "-EXIF:DateTimeOriginal=2026:01:02 03:04:05"),
        *(f"-XMP:Creator={AUTHOR}", f"-XMP:DerivedFromDocumentID={DEVICE}", f"-Comment={CAPTION}"),
    ]
    with tempfile.TemporaryDirectory() as folder:
        path, small = Path(folder, f"planted{ending}"), Path(folder, "small.jpg")
        path.write_bytes(content)
        small.write_bytes(encoded(pixels((160, 120)), "JPEG"))
        if ending == ".jpg":
            planted += [f"-IPTC:By-line={AUTHOR}", f"-ThumbnailImage<={small}"]
        subprocess.run(["exiftool", "-q", "-overwrite_original", *planted, path], check=True)
        return path.read_bytes()
