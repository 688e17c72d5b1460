"""Pictures as people have them, made into pictures as the studio reads them."""

import hashlib
import struct
from contextlib import suppress
from io import BytesIO
from typing import NamedTuple
from warnings import catch_warnings

import numpy as np
from PIL import Image, ImageCms, ImageOps

from adgen_app.domain.asset import AssetKind, MediaName
from adgen_app.errors import Unreadable
from adgen_app.studio.photo.sniff import no_picture

LONGEST = {AssetKind.PHOTO: 2560, AssetKind.LOGO: 1280}
"""Pixels of the longer side that are kept: more than a frame shows, also when the camera goes near."""
SHORTEST = 32
"""Pixels of the shorter side below which a picture is a dot or a line."""
LEAST = {AssetKind.PHOTO: 200, AssetKind.LOGO: SHORTEST}
"""Pixels of the longer side: a photo is shown large, where fewer are a blur; a small logo is shown small."""
MOST_MEGAPIXELS, MOST_OF_JPEG = 100, 250
"""What a picture may have in all; of a JPEG more is taken, as phones have more, and it is decoded in fewer."""
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF", "BMP")
_QUALITY = 92
_SEEN = 8
"""Of 255: what is less opaque everywhere can't be seen."""
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, ArithmeticError, struct.error)
"""What Pillow's decoders raise over files that are cut off or damaged."""

Image.MAX_IMAGE_PIXELS = None  # Pillow's limit warns or raises, by size: ours is checked before anything is decoded


class Picture(NamedTuple):
    """A picture in the studio's form: sRGB, 8 bits, upright, JPEG or, with transparency or for logos, PNG."""

    data: bytes
    name: MediaName
    width: int
    height: int


def normalise(data: bytes, kind: AssetKind) -> Picture:
    """Any picture; the first of an animation. What it was taken with, where, when is dropped. Raises Unreadable."""
    Image.init()  # all formats, as only a few are known from the start
    try:
        with catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=_FORMATS) as source:
            _sane(source, kind)
            image = _upright(source, LONGEST[kind])
            image = _shrunk(_srgb(_shrunk(image, LONGEST[kind])), LONGEST[kind])
    except Image.UnidentifiedImageError as error:
        raise no_picture(data) from error
    except _BROKEN as error:
        raise Unreadable(
            "This picture is damaged or not complete. Please save it again and choose it once more.",
            code="DAMAGED_PICTURE",
        ) from error
    return _written(_trimmed(image) if kind is AssetKind.LOGO else _visible(image), kind)


def _sane(source: Image.Image, kind: AssetKind) -> None:
    """Judged by what the file says of itself, before memory is spent on it."""
    width, height = source.size
    in_fewer = source.format == "JPEG" and "progressive" not in source.info
    most = MOST_OF_JPEG if in_fewer else MOST_MEGAPIXELS
    if width * height > most * 1_000_000:
        raise Unreadable(
            f"This picture has {width} x {height} pixels, more than {most} million in all. Please make it smaller.",
            code="TOO_MANY_PIXELS",
        )
    if min(width, height) < SHORTEST or max(width, height) < LEAST[kind]:
        raise _little(source, kind)


def _little(image: Image.Image, kind: AssetKind) -> Unreadable:
    told = f"This picture is {image.width} x {image.height} pixels, too little to show."
    if kind is AssetKind.LOGO:
        return Unreadable(f"{told} Each side needs at least {SHORTEST}.", code="TOO_SMALL")
    needed = f"A photo's longer side needs at least {LEAST[kind]} pixels, its shorter one {SHORTEST}"
    return Unreadable(f"{told} {needed}; please choose a larger copy of it.", code="TOO_SMALL")


def _upright(source: Image.Image, longest: int) -> Image.Image:
    """Decoded, a JPEG in fewer pixels where that suffices, and turned as the camera was held."""
    source.draft(source.mode, (longest, longest))
    source.load()
    with suppress(*_BROKEN):  # a picture whose notes are damaged is still a picture
        return ImageOps.exif_transpose(source)
    return source


def _shrunk(image: Image.Image, longest: int) -> Image.Image:
    """Palettes can't be scaled: they come here a second time, as colours."""
    width, height = image.size
    scale = longest / max(width, height)
    if scale >= 1 or image.mode in {"1", "P", "PA"}:
        return image
    size = max(1, round(width * scale)), max(1, round(height * scale))
    if min(size) < SHORTEST:
        raise Unreadable(f"This picture is {width} x {height} pixels, too thin to show.", code="TOO_SMALL")
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _srgb(image: Image.Image) -> Image.Image:
    """RGB or RGBA in sRGB; where the file describes no colours of its own, they are taken to be that."""
    profile = image.info.get("icc_profile")
    plain = _eight_bits(image)
    alpha = plain.convert("RGBA").getchannel("A") if plain.has_transparency_data else None
    colours = plain.convert("RGB") if plain.mode not in {"RGB", "CMYK", "L"} else plain
    colours = _managed(colours, profile) if isinstance(profile, bytes) else colours.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        colours.putalpha(alpha)
    return colours


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey in 16 bits; in 32 or in floating point, where white is told by the brightest pixel."""
    deep = image.mode.startswith("I;")
    if not deep and image.mode not in {"I", "F"}:
        return image
    values = np.nan_to_num(np.asarray(image, dtype=np.float64))
    white = 65535.0 if deep else _white(float(values.max()))
    return Image.fromarray(np.rint(values.clip(0, white) * (255 / white)).astype(np.uint8))


def _white(brightest: float) -> float:
    return next((white for white in (1.0, 255.0, 65535.0) if brightest <= white), brightest)


def _managed(image: Image.Image, profile: bytes) -> Image.Image:
    """By its profile, if that fits the picture."""
    with suppress(ImageCms.PyCMSError, *_BROKEN):  # colours a little off are better than no picture
        changed = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),  # pyright: ignore[reportUnknownArgumentType]  # Pillow leaves it open
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        if changed is not None:
            return changed
    return image.convert("RGB")


def _visible(image: Image.Image) -> Image.Image:
    """The picture. Raises Unreadable if it is all transparent."""
    if image.mode == "RGBA" and np.asarray(image.getchannel("A")).max() < _SEEN:
        raise Unreadable("This picture is transparent everywhere: there is nothing to show.", code="NOTHING_TO_SEE")
    return image


def _trimmed(image: Image.Image) -> Image.Image:
    """Without the empty margin that logos come with, so that it is the sign that is scaled."""
    if _visible(image).mode != "RGBA":
        return image
    image = image.crop(image.getchannel("A").point([0] * _SEEN + [255] * (256 - _SEEN)).getbbox())
    if min(image.size) < SHORTEST:
        raise _little(image, AssetKind.LOGO)
    return image


def _written(image: Image.Image, kind: AssetKind) -> Picture:
    """Logos are flat colour, where JPEG would leave dirt around the edges."""
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    target = BytesIO()
    if kind is AssetKind.LOGO or image.mode == "RGBA":
        ending = "png"
        bare.save(target, "PNG")
    else:
        ending = "jpg"
        bare.save(target, "JPEG", quality=_QUALITY, subsampling=0)
    data = target.getvalue()
    return Picture(data, f"{hashlib.sha256(data).hexdigest()}.{ending}", *image.size)
