import hashlib
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, TiffImagePlugin

from adgen_app.domain.asset import AssetKind
from adgen_app.errors import Unreadable
from adgen_app.studio.photo import intake
from adgen_app.studio.photo.intake import normalise

ORANGE = (230, 120, 40)


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def scene(width: int = 270, height: int = 180) -> Image.Image:
    """Orange, with the upper left quarter blue, so that up and left can be told."""
    image = Image.new("RGB", (width, height), ORANGE)
    image.paste((20, 60, 200), (0, 0, width // 2, height // 2))
    return image


def near(pixel: object, wanted: tuple[int, ...], by: int = 8) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(have - want) <= by for have, want in zip(pixel, wanted, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "TIFF", "BMP"])
def test_pictures_of_each_format_come_in_as_they_look(kind: str) -> None:
    picture = normalise(saved(scene(), kind), AssetKind.PHOTO)
    image = opened(picture.data)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (picture.width, picture.height))
    assert near(image.getpixel((240, 150)), ORANGE, 12)
    assert near(image.getpixel((30, 30)), (20, 60, 200), 12)


def test_a_picture_is_named_by_what_it_holds() -> None:
    picture = normalise(saved(scene()), AssetKind.PHOTO)
    assert picture.name == hashlib.sha256(picture.data).hexdigest() + ".jpg"
    assert normalise(saved(scene()), AssetKind.PHOTO) == picture
    assert normalise(saved(scene().rotate(180)), AssetKind.PHOTO).name != picture.name


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_as_the_camera_was_held(orientation: int) -> None:
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    held = scene().transpose(Image.Transpose(undo[orientation])) if orientation in undo else scene()
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = opened(normalise(saved(held, "JPEG", exif=exif, quality=95), AssetKind.PHOTO).data)
    assert image.size == (270, 180)
    assert near(image.getpixel((30, 30)), (20, 60, 200), 16)
    assert near(image.getpixel((240, 150)), ORANGE, 16)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_where_and_when_a_photo_was_taken_stays_with_its_owner(kind: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[2] = tuple(TiffImagePlugin.IFDRational(n) for n in (52, 31, 12))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(scene(), kind, exif=exif, icc_profile=profile)
    assert b"SecretCamera" in data
    picture = normalise(data, AssetKind.PHOTO)
    image = opened(picture.data)
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"SecretCamera" not in picture.data


def test_colours_are_translated_by_the_profile() -> None:
    """A profile whose red and blue are exchanged: what is read as red was meant blue."""
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {bytes(srgb[at : at + 4]): at for at in range(132, 132 + 12 * struct.unpack(">I", srgb[128:132])[0], 12)}
    red, blue = tags[b"rXYZ"], tags[b"bXYZ"]
    srgb[red + 4 : red + 12], srgb[blue + 4 : blue + 12] = srgb[blue + 4 : blue + 12], srgb[red + 4 : red + 12]
    data = saved(Image.new("RGB", (200, 64), (250, 10, 10)), icc_profile=bytes(srgb))
    assert near(opened(normalise(data, AssetKind.PHOTO).data).getpixel((5, 5)), (10, 10, 250), 6)


def test_a_profile_that_does_not_fit_is_overlooked() -> None:
    data = saved(scene(), icc_profile=b"no profile at all")
    assert near(opened(normalise(data, AssetKind.PHOTO).data).getpixel((240, 150)), ORANGE)


def test_damaged_notes_do_not_cost_the_picture() -> None:
    data = saved(scene(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff", quality=95)
    assert normalise(data, AssetKind.PHOTO).width == 270


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_printers_colours_become_screen_colours(kind: str) -> None:
    image = opened(normalise(saved(scene().convert("CMYK"), kind), AssetKind.PHOTO).data)
    assert image.mode == "RGB"
    assert near(image.getpixel((240, 150)), ORANGE, 30)


def test_sixteen_bits_of_grey_keep_their_steps() -> None:
    ramp = np.tile(np.linspace(0, 65535, 256).astype(np.uint16), (64, 1))
    grey = np.asarray(opened(normalise(saved(Image.fromarray(ramp)), AssetKind.PHOTO).data).convert("L"))
    assert abs(int(grey[30, 128]) - 128) <= 3
    assert (grey[30, 0] <= 3, grey[30, 255] >= 252) == (True, True)


def test_sixteen_bits_of_colour_are_read() -> None:
    row = b"\0" + struct.pack(">3H", 65535, 32896, 0) * 200
    parts = [
        (b"IHDR", struct.pack(">2I5B", 200, 64, 16, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * 64)),
        (b"IEND", b""),
    ]
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )
    assert near(opened(normalise(png, AssetKind.PHOTO).data).getpixel((5, 5)), (255, 128, 0), 4)


@pytest.mark.parametrize(
    "image",
    [
        Image.new("F", (200, 64), 0.5),
        Image.new("I", (200, 64), 127),
        Image.new("L", (200, 64), 128),
        Image.new("1", (200, 64), 1),
    ],
    ids=lambda image: image.mode,
)
def test_unusual_depths_are_read(image: Image.Image) -> None:
    assert opened(normalise(saved(image, "TIFF"), AssetKind.PHOTO).data).size == (200, 64)


def test_a_palette_with_a_see_through_colour_keeps_it() -> None:
    image = Image.new("P", (200, 64), 0)
    image.putpalette([0, 0, 0, *ORANGE])
    image.paste(1, (16, 16, 48, 48))
    found = opened(normalise(saved(image, "GIF", transparency=0), AssetKind.PHOTO).data)
    assert (found.format, found.mode) == ("PNG", "RGBA")
    assert found.getpixel((32, 32)) == (*ORANGE, 255)
    assert found.getchannel("A").getpixel((2, 2)) == 0


def test_transparency_is_kept_where_there_is_some() -> None:
    image = scene().convert("RGBA")
    assert normalise(saved(image), AssetKind.PHOTO).name.endswith(".jpg")
    image.putpixel((0, 0), (0, 0, 0, 0))
    assert normalise(saved(image), AssetKind.PHOTO).name.endswith(".png")
    assert normalise(saved(image.convert("LA")), AssetKind.PHOTO).name.endswith(".png")


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_of_an_animation_the_first_picture_counts(kind: str) -> None:
    later = [Image.new("RGB", (270, 180), (0, 200, 0)) for _ in range(2)]
    image = opened(normalise(saved(scene(), kind, save_all=True, append_images=later), AssetKind.PHOTO).data)
    assert near(image.getpixel((240, 150)), ORANGE, 12)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("size", [(12_000, 3_000), (3_000, 12_000)])
def test_huge_photos_are_scaled_to_what_a_frame_needs(kind: str, size: tuple[int, int]) -> None:
    picture = normalise(saved(scene(*size), kind), AssetKind.PHOTO)
    assert max(picture.width, picture.height) == 2560
    assert min(picture.width, picture.height) == 640
    assert near(opened(picture.data).getpixel((20, 20)), (20, 60, 200), 12)


def test_a_phone_s_photo_of_a_hundred_and_eight_megapixels_is_taken() -> None:
    grey = Image.new("L", (12_000, 9_000), 90)
    picture = normalise(saved(grey, "JPEG"), AssetKind.PHOTO)
    assert (picture.width, picture.height) == (2560, 1920)
    with pytest.raises(Unreadable, match="100 million"):
        normalise(saved(grey, "JPEG", progressive=True), AssetKind.PHOTO)


def test_small_photos_are_not_blown_up() -> None:
    picture = normalise(saved(scene(200, 33)), AssetKind.PHOTO)
    assert (picture.width, picture.height) == (200, 33)


def test_a_photo_that_would_be_a_blur_is_refused_with_the_size_needed() -> None:
    with pytest.raises(Unreadable, match=r"199 x 150 pixels.* at least 200 .* choose a larger copy") as refused:
        normalise(saved(scene(199, 150)), AssetKind.PHOTO)
    assert refused.value.code_here == "TOO_SMALL"


def test_a_small_logo_is_taken() -> None:
    picture = normalise(saved(scene(40, 33)), AssetKind.LOGO)
    assert (picture.width, picture.height) == (40, 33)


def test_see_through_edges_take_no_colour_from_what_is_not_seen() -> None:
    image = Image.new("RGBA", (4000, 4000), (0, 255, 0, 0))
    image.paste((*ORANGE, 255), (1000, 1000, 3000, 3000))
    found = np.asarray(opened(normalise(saved(image), AssetKind.PHOTO).data))
    seen = found[found[..., 3] > 128][:, :3].astype(int)
    assert np.abs(seen - ORANGE).max() <= 6


def test_a_logo_is_trimmed_and_keeps_its_edges() -> None:
    image = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    image.paste((*ORANGE, 255), (150, 100, 250, 160))
    picture = normalise(saved(image), AssetKind.LOGO)
    assert (picture.width, picture.height) == (100, 60)
    assert normalise(saved(scene()), AssetKind.LOGO).name.endswith(".png")
    assert opened(normalise(saved(scene(4000, 1000)), AssetKind.LOGO).data).size == (1280, 320)


SVG = b'<?xml version="1.0"?>\n<!-- a logo -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "NOT_A_PICTURE", "empty"),
        (b"hello, I am a text" * 50, "NOT_A_PICTURE", "JPEG, PNG"),
        (b"<html><img src=x></html>", "NOT_A_PICTURE", "JPEG, PNG"),
        (SVG, "NOT_A_PICTURE", "export it as a PNG"),
        (b"<svg width='10'></svg>", "NOT_A_PICTURE", "export it as a PNG"),
        (HEIC, "NOT_A_PICTURE", "Please save it as JPEG"),
        (b"%PDF-1.7 ...", "NOT_A_PICTURE", "PNG or JPEG"),
        (b"\0\0\0\x18ftypisom\0\0\0\0", "NOT_A_PICTURE", "still picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "NOT_A_PICTURE", "JPEG, PNG"),
        (saved(scene(900, 600), "JPEG")[:-600], "DAMAGED_PICTURE", "damaged"),
        (saved(scene(900, 600))[:400], "DAMAGED_PICTURE", "damaged"),
        (saved(scene(), "TIFF")[:300], "DAMAGED_PICTURE", "damaged"),
        (saved(Image.new("RGB", (1, 1))), "TOO_SMALL", "1 x 1 pixels"),
        (saved(Image.new("RGB", (500, 8))), "TOO_SMALL", "500 x 8"),
        (saved(Image.new("RGB", (12_000, 100))), "TOO_SMALL", "12000 x 100 pixels, too thin"),
        (saved(Image.new("1", (12_000, 12_000))), "TOO_MANY_PIXELS", "12000 x 12000"),
        (saved(Image.new("RGBA", (200, 64), (255, 0, 0, 0))), "NOTHING_TO_SEE", "transparent"),
    ],
)
def test_what_can_not_be_shown_is_refused_in_a_sentence(data: bytes, code: str, said: str) -> None:
    for kind in (AssetKind.PHOTO, AssetKind.LOGO):
        with pytest.raises(Unreadable, match=said) as refused:
            normalise(data, kind)
        assert refused.value.code_here == code
        assert str(refused.value).endswith(".")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = saved(Image.new("1", (20_000, 20_000)))
    assert len(bomb) < 100_000
    unpacked: list[object] = []
    monkeypatch.setattr(intake, "_upright", unpacked.append)
    with pytest.raises(Unreadable):
        normalise(bomb, AssetKind.PHOTO)
    assert unpacked == []


CORRUPTIBLE: list[Callable[[], bytes]] = [
    lambda kind=kind: saved(scene(), kind) for kind in ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
]


@settings(max_examples=150, deadline=None)
@given(
    source=st.sampled_from([make() for make in CORRUPTIBLE]),
    at=st.floats(0, 1, exclude_max=True),
    what=st.binary(min_size=1, max_size=8),
    cut=st.booleans(),
)
def test_a_damaged_file_gives_a_picture_or_a_refusal(source: bytes, at: float, what: bytes, cut: bool) -> None:
    place = int(at * len(source))
    damaged = source[:place] if cut else source[:place] + what + source[place + len(what) :]
    with suppress(Unreadable):
        picture = normalise(damaged, AssetKind.PHOTO)
        assert opened(picture.data).size == (picture.width, picture.height)


@settings(max_examples=30, deadline=None)
@given(
    width=st.integers(200, 400),
    height=st.integers(32, 400),
    mode=st.sampled_from(["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "I;16"]),
)
def test_any_size_in_any_mode_comes_in_whole(width: int, height: int, mode: str) -> None:
    image = Image.new(mode, (width, height))
    kind = "PNG" if mode in {"1", "L", "LA", "P", "RGB", "I;16"} else "TIFF"
    if mode in {"LA", "RGBA"}:
        image.putalpha(128)
    picture = normalise(saved(image, kind), AssetKind.PHOTO)
    assert (picture.width, picture.height) == (width, height)
