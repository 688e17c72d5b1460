"""The registry of stagings: one module per scene kind."""

from adgen_app.domain.storyboard import SceneKind
from adgen_app.studio.scenes import end_card, features, footage, hero, hook, number, offer, problem, quote, split
from adgen_app.studio.scenes.staging import Director

DIRECTORS: dict[SceneKind, Director] = {
    SceneKind.HOOK: hook.direct,
    SceneKind.PROBLEM: problem.direct,
    SceneKind.SPLIT: split.direct,
    SceneKind.HERO: hero.direct,
    SceneKind.FOOTAGE: footage.direct,
    SceneKind.FEATURES: features.direct,
    SceneKind.NUMBER: number.direct,
    SceneKind.QUOTE: quote.direct,
    SceneKind.OFFER: offer.direct,
    SceneKind.END_CARD: end_card.direct,
}
