"""Which scenes show the product's photos."""

from adgen_app.domain.asset import MediaName
from adgen_app.domain.storyboard import Role, Scene, SceneKind

_SEATS = (SceneKind.HERO, SceneKind.HOOK, SceneKind.FEATURES, SceneKind.OFFER)
"""Kinds that a photo of their own suits, the most important first: people put the photo first that they like best."""


def shown(scenes: tuple[Scene, ...], photos: tuple[MediaName, ...]) -> tuple[Scene, ...]:
    """The scenes, with the first photo where the product is revealed and, unless others wait, at the end once more.

    Further ones fill the opening, if that is no pain, which becomes footage; then they stand beside list and offer.
    """
    if not photos:
        return scenes
    able = [number for number, scene in enumerate(scenes) if _seat(scene) is not None]
    seats = sorted(able, key=lambda number: _seat(scenes[number]) or 0)[: len(photos)]
    hanging = {number: photos[turn] for turn, number in enumerate(seats)}
    last = photos[len(hanging)] if len(hanging) < len(photos) else photos[0]
    return tuple(_hung(scene, hanging.get(number), last) for number, scene in enumerate(scenes))


def _seat(scene: Scene) -> int | None:
    """The scene's rank; none where the pain is told, as the product doesn't show its face there."""
    painful = scene.kind is SceneKind.HOOK and scene.role is not Role.ATTENTION
    return _SEATS.index(scene.kind) if scene.kind in _SEATS and not painful else None


def _hung(scene: Scene, photo: MediaName | None, last: MediaName) -> Scene:
    if scene.kind is SceneKind.END_CARD:
        return scene.model_copy(update={"photo": last})
    if photo is None:
        return scene
    kind = SceneKind.FOOTAGE if scene.kind is SceneKind.HOOK else scene.kind
    return scene.model_copy(update={"photo": photo, "kind": kind})
