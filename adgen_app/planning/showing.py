"""Which scenes show the product's photos."""

from adgen_app.domain.asset import MediaName
from adgen_app.domain.storyboard import Scene, SceneKind

_ORDER = (SceneKind.HERO, SceneKind.FEATURES, SceneKind.HOOK, SceneKind.OFFER, SceneKind.END_CARD)
"""The kinds that can, the most important first: the first photo is the one that its owner likes best."""
_LEAST = 2
"""Scenes with a photo, if there is any: a product that is seen once is soon forgotten."""


def shown(scenes: tuple[Scene, ...], photos: tuple[MediaName, ...]) -> tuple[Scene, ...]:
    """The scenes, each photo in one of them as far as they go round; a single one comes twice."""
    able = [number for number, scene in enumerate(scenes) if scene.kind in _ORDER]
    ranked = sorted(able, key=lambda number: _ORDER.index(scenes[number].kind))
    if not photos:
        return scenes
    hanging = dict(zip(ranked, (*photos, *photos[: max(0, _LEAST - len(photos))]), strict=False))
    return tuple(
        scene.model_copy(update={"photo": hanging[number]}) if number in hanging else scene
        for number, scene in enumerate(scenes)
    )
