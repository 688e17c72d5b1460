"""The registry of styles: one module each."""

from adgen_app.domain.brand import Style
from adgen_app.studio.look.style import Look
from adgen_app.studio.look.styles import luxury, minimal, organic, playful, tech, vibrant

LOOKS: dict[Style, Look] = {
    Style.LUXURY: luxury.LOOK,
    Style.MINIMAL: minimal.LOOK,
    Style.VIBRANT: vibrant.LOOK,
    Style.TECH: tech.LOOK,
    Style.ORGANIC: organic.LOOK,
    Style.PLAYFUL: playful.LOOK,
}
