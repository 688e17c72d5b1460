"""The arcs by framework, in the order in which they are considered."""

from adgen_app.domain.brief import Framework
from adgen_app.planning.arc import Arc
from adgen_app.planning.frameworks import aida, bab, pas

ARCS: dict[Framework, Arc] = {arc.framework: arc for arc in (pas.ARC, bab.ARC, aida.ARC)}
