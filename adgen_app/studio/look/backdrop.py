"""The light behind everything, computed small and scaled up."""

from functools import lru_cache

import cv2
import numpy as np
import skia

from adgen_app.studio.look.colour import Rgb
from adgen_app.studio.look.grade import graded
from adgen_app.studio.look.pixels import Frame
from adgen_app.studio.look.style import Ground, Look

_SMALLER = 12
_HEAD = """
uniform float2 res; uniform float t; uniform float seed;
uniform float3 c0; uniform float3 c1; uniform float3 c2;
"""
_FOOT = """
half4 main(float2 at) {
    float2 p = (at - 0.5 * res) / min(res.x, res.y);
    return half4(light(p), 1.0);
}
"""


def paint(frame: Frame, look: Look, ground: Ground, t: float) -> None:
    """Fill the frame with a style's light at `t` seconds, graded."""
    height, width = frame.shape[:2]
    small = np.empty((height // _SMALLER, width // _SMALLER, 4), np.uint8)
    rows, columns = small.shape[:2]
    colours = ground.palette
    builder = skia.RuntimeShaderBuilder(_effect(look.shader))
    builder.setUniform("res", skia.V2(columns, rows))
    builder.setUniform("t", t)
    builder.setUniform("seed", float(ground.seed % 97))
    for name, colour in (("c0", colours.ground), ("c1", colours.far), ("c2", colours.glow)):
        builder.setUniform(name, _v3(colour))
    with surface(small) as canvas:
        canvas.drawPaint(skia.Paint(Shader=builder.makeShader()))
    cv2.resize(graded(small, look.grade), (width, height), dst=frame, interpolation=cv2.INTER_LINEAR)


def surface(frame: Frame) -> skia.Surface:
    """A surface that draws into the frame's own memory."""
    height, width = frame.shape[:2]
    form = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    return skia.Surface.MakeRasterDirect(form, frame)


def _v3(colour: Rgb) -> skia.V3:
    return skia.V3(*colour)


@lru_cache(maxsize=16)
def _effect(shader: str) -> skia.RuntimeEffect:
    return skia.RuntimeEffect.MakeForShader(_HEAD + shader + _FOOT)
